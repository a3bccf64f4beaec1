using System.Globalization;
using Kaizen.Abstractions;

namespace Kaizen.PluginHost.Options;

/// <summary>Reads one written text as the value of an option.</summary>
internal static class OptionReader
{
    /// <summary>The value, or null where the text is none of the kind.</summary>
    /// <param name="option">The option.</param>
    /// <param name="text">As written.</param>
    /// <param name="workspaceFolder">Relative paths start here.</param>
    public static object? Read(DeclaredOption option, string text, string workspaceFolder)
    {
        switch (option.Kind)
        {
            case OptionKind.Text:
                return text;
            case OptionKind.Flag:
                return text switch { "true" => true, "false" => false, _ => null };
            case OptionKind.WholeNumber when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole):
                return option.ValueType == typeof(long) ? whole : whole is >= int.MinValue and <= int.MaxValue ? (int)whole : null;
            case OptionKind.Number when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number):
                return number;
            case OptionKind.Date when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date):
                return date;
            case OptionKind.Path when text.Length > 0 && !text.Contains('\0', StringComparison.Ordinal):
                return new FilePath(Path.GetFullPath(Path.Combine(workspaceFolder, text)), text);
            case OptionKind.Choice when option.Allowed.Contains(text, StringComparer.Ordinal):
                return Enum.Parse(option.ValueType, Enum.GetNames(option.ValueType).First(n => OptionAttribute.NameOf(n) == text));
            case OptionKind.Expression when text.Length > 0:
                return new ExpressionText(text);
            default:
                return null;
        }
    }

    /// <summary>What a value should have been.</summary>
    public static string Wanted(DeclaredOption option) => option.Kind switch
    {
        OptionKind.Flag => "true or false",
        OptionKind.WholeNumber => "a whole number",
        OptionKind.Number => "a number",
        OptionKind.Date => "a date",
        OptionKind.Path => "a path",
        OptionKind.Secret => "a secret",
        OptionKind.Expression => "an expression",
        OptionKind.Choice => "one of a few words",
        _ => "a text",
    } + (option.IsList ? " or a list of them" : "");
}
