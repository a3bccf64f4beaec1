using System.Globalization;
using Kaizen.Abstractions;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;

namespace Kaizen.PluginHost;

/// <summary>
/// Types the options of a source against those that its kind declares and lets the plugin judge the rest: every fault
/// at once, each at its place in the YAML, before any I/O.
/// </summary>
internal sealed class OptionBinder(SourceDefinition definition, ISourceType type, string workspaceFolder, DiagnosticBag faults)
{
    private readonly Dictionary<string, object> values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> written = new(StringComparer.Ordinal);
    private bool unusable;
    private bool faulty;

    /// <summary>The source, or null where an option is faulty.</summary>
    public ISource? Create()
    {
        foreach (var option in definition.Options) Bind(option);
        foreach (var option in type.Options.Where(o => o.Required && !definition.Options.Any(w => w.Name.Text == o.Name)))
        {
            Report(Catalogue.MissingOption.At(definition.Use.At, definition.Name, option.Name), $"write '{option.Name}:' under 'with:'");
            unusable = true;
        }

        // With a value left out, the plugin would judge a source that nobody wrote.
        if (unusable) return null;
        var source = type.Create(new OptionValues(values, Fault, written));
        return faulty ? null : source;
    }

    private void Bind(WrittenOption option)
    {
        var name = option.Name.Text;
        if (type.Options.FirstOrDefault(o => o.Name == name) is not { } declared)
            Report(Catalogue.UnknownOption.At(option.Name.At, type.Name, name), Nearest.Hint(name, type.Options.Select(o => o.Name).ToList()));
        else if (values.ContainsKey(name))
            Report(Catalogue.OptionTwice.At(option.Name.At, name), null);
        else if (declared.Kind == OptionKind.TextList)
            BindList(declared, option);
        else if (option.IsList || option.Values.Count != 1)
            Wrong(declared, option.Name.At, "a list");
        else
            BindOne(declared, option.Values[0]);
    }

    private void BindList(Option declared, WrittenOption option)
    {
        foreach (var value in option.Values) CheckAllowed(declared, value);
        values[declared.Name] = option.Values.Select(v => v.Text).ToList();
    }

    private void BindOne(Option declared, Written value)
    {
        var text = value.Text;
        switch (declared.Kind)
        {
            case OptionKind.Number when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number):
                values[declared.Name] = number;
                break;
            case OptionKind.Flag when text is "true" or "false":
                values[declared.Name] = text == "true";
                break;
            case OptionKind.Path when text.Length > 0:
                values[declared.Name] = Path.GetFullPath(Path.Combine(workspaceFolder, text));
                written[declared.Name] = text;
                break;
            case OptionKind.Text:
                values[declared.Name] = text;
                break;
            default:
                Wrong(declared, value.At, text.Length == 0 ? "empty" : $"'{text}'");
                return;
        }

        CheckAllowed(declared, value);
    }

    private void CheckAllowed(Option declared, Written value)
    {
        if (declared.Allowed.Count == 0 || declared.Allowed.Contains(value.Text, StringComparer.Ordinal)) return;
        Report(Catalogue.OptionNotAllowed.At(value.At, declared.Name, value.Text), Nearest.Allowed(value.Text, declared.Allowed));
        unusable = true;
    }

    private void Wrong(Option declared, SourceSpan at, string has)
    {
        var wanted = declared.Kind switch
        {
            OptionKind.Number => "a number",
            OptionKind.Flag => "true or false",
            OptionKind.Path => "a path",
            OptionKind.TextList => "a list of texts",
            _ => "a text",
        };
        Report(Catalogue.WrongOptionType.At(at, declared.Name, wanted, has), null);
        unusable = true;
    }

    /// <summary>What the plugin itself finds wrong.</summary>
    private void Fault(string name, string message, string? hint)
    {
        var option = definition.Options.FirstOrDefault(o => o.Name.Text == name);
        var at = option is null ? definition.Use.At : option.Values.Count > 0 ? option.Values[0].At : option.Name.At;
        Report(Catalogue.OptionFault.At(at, name, message), hint);
    }

    private void Report(Diagnostic diagnostic, string? hint)
    {
        faulty = true;
        faults.Add(diagnostic with { Hint = hint ?? diagnostic.Hint });
    }
}
