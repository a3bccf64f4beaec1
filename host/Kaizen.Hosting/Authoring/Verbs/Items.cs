using System.Globalization;
using Kaizen.Core.Diagnostics;
using Kaizen.Definitions.Editing;

namespace Kaizen.Hosting.Authoring.Verbs;

/// <summary>Finds one of several by number or by a part of its text, and builds the mappings that are written.</summary>
internal static class Items
{
    /// <summary>The index of the item meant, -1 where none fits, null after a fault because several do.</summary>
    /// <param name="texts">What there is.</param>
    /// <param name="meant">A number from 1, or a part of a text.</param>
    /// <param name="what">What they are, in the plural.</param>
    /// <param name="turn">Receives the fault.</param>
    public static int? Find(IReadOnlyList<string> texts, string meant, string what, WritingTurn turn)
    {
        if (int.TryParse(meant, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= texts.Count) return number - 1;
        var fitting = Enumerable.Range(0, texts.Count).Where(i => texts[i].Contains(meant.Trim(), StringComparison.OrdinalIgnoreCase)).ToList();
        if (fitting.Count > 1 && fitting.FindAll(i => texts[i].Trim().Equals(meant.Trim(), StringComparison.OrdinalIgnoreCase)) is [var exact]) return exact;
        if (fitting.Count < 2) return fitting.Count == 0 ? -1 : fitting[0];
        turn.Faults.Add(Catalogue.WhichOne.At(null, fitting.Count, what, turn.Cycle.Id, meant) with { Details = [.. fitting.Select(i => Numbered(i, texts[i]))] });
        return null;
    }

    /// <summary>All with their numbers, for a person to choose from.</summary>
    public static IReadOnlyList<string> List(IEnumerable<string> texts) => [.. texts.Select((t, i) => Numbered(i, t))];

    /// <summary>A mapping of what is known; keys without a value are left out.</summary>
    public static YamlValue Map(params IEnumerable<(string Key, object? Value)> entries) => YamlValue.Of(entries.Where(e => e.Value is not null).Select(e => (e.Key, Of(e.Value!))));

    private static YamlValue Of(object value) => value switch
    {
        string text => YamlValue.Of(text),
        DateOnly day => YamlValue.Of(day),
        double number => YamlValue.Of(number),
        bool flag => YamlValue.Of(flag),
        YamlValue whole => whole,
        _ => throw new InvalidOperationException($"No value is written of a {value.GetType().Name}."),
    };

    private static string Numbered(int index, string text) =>
        string.Create(CultureInfo.InvariantCulture, $"{index + 1}. {(text.Length > 70 ? text[..70].TrimEnd() + "…" : text).ReplaceLineEndings(" ")}");
}
