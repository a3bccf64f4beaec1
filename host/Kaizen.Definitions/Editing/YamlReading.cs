using System.Globalization;
using YamlDotNet.Core;

namespace Kaizen.Definitions.Editing;

/// <summary>Reads a value out of a file so that it can be written into another one.</summary>
public static class YamlReading
{
    /// <summary>The value at a path, aliases and merged keys resolved; null where there is none or the text cannot be read.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="path">Where.</param>
    public static YamlValue? At(string text, string path)
    {
        SyntaxNode? node;
        try
        {
            node = SyntaxReader.Read(new EditText(text).Seen);
        }
        catch (YamlException)
        {
            return null;
        }

        foreach (var step in EditPath.Parse(path).Segments)
        {
            if (node is AliasSyntax alias) node = alias.Target;
            node = node switch
            {
                MappingSyntax map when map.IndexOf(step) is >= 0 and var index => map.Entries[index].Value,
                SequenceSyntax list when int.TryParse(step, CultureInfo.InvariantCulture, out var index) && index >= 0 && index < list.Items.Count => list.Items[index],
                _ => null,
            };
        }

        return node is null ? null : Of(node);
    }

    private static YamlValue Of(SyntaxNode node) => node switch
    {
        AliasSyntax alias => Of(alias.Target),
        SequenceSyntax list => YamlValue.Items(list.Items.Select(Of)),
        MappingSyntax map => YamlValue.Of(Entries(map).DistinctBy(e => e.Key)),
        ScalarSyntax { Style: ScalarStyle.Plain } scalar => Plain(scalar.Value),
        ScalarSyntax scalar => YamlValue.Of(scalar.Value),
        _ => throw new InvalidOperationException("A file holds mappings, lists and texts."),
    };

    /// <summary>Its own entries first: they hide those that come in by '&lt;&lt;'.</summary>
    private static IEnumerable<(string Key, YamlValue Value)> Entries(MappingSyntax map) =>
        map.Entries.Where(e => !e.Merges && e.Name is not null).Select(e => (e.Name!, Of(e.Value)))
            .Concat(map.Entries.Where(e => e.Merges).SelectMany(e => Merged(e.Value)));

    private static IEnumerable<(string Key, YamlValue Value)> Merged(SyntaxNode node) => node switch
    {
        AliasSyntax alias => Merged(alias.Target),
        SequenceSyntax list => list.Items.SelectMany(Merged),
        MappingSyntax map => Entries(map),
        _ => [],
    };

    /// <summary>What a text without quotes is taken for, where writing it again says the same; else the text itself.</summary>
    private static YamlValue Plain(string text) => text switch
    {
        "" or "~" or "null" => new YamlValue.Nothing(),
        "true" => YamlValue.Of(true),
        "false" => YamlValue.Of(false),
        _ when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => YamlValue.Of(day),
        _ when Number(text) is { } number => YamlValue.Of(number),
        _ => YamlValue.Of(text),
    };

    private static double? Number(string text)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) return null;
        var plain = text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
        return number.ToString("R", CultureInfo.InvariantCulture) == plain ? number : null;
    }
}
