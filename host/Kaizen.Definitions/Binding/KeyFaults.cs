using Kaizen.Core.Diagnostics;
using Kaizen.Definitions.Text;

namespace Kaizen.Definitions.Binding;

/// <summary>Keys that are not known, and pieces of prose that became keys.</summary>
internal static class KeyFaults
{
    /// <summary>What people write for a key of ours; the hint is shown where the key is allowed.</summary>
    private static readonly Dictionary<string, string> Meant = new(StringComparer.OrdinalIgnoreCase)
    {
        ["on"] = "date", ["at"] = "date", ["when"] = "date", ["True"] = "date", ["deadline"] = "due", ["until"] = "due", ["goal"] = "target",
        ["solutions"] = "countermeasures", ["measures"] = "countermeasures", ["actions_plan"] = "actions", ["who"] = "by", ["start"] = "started",
        ["direction"] = "better", ["timezone"] = "zone", ["reason"] = "because", ["why"] = "because", ["average"] = "mean", ["avg"] = "mean",
        ["filter"] = "where", ["type"] = "use", ["options"] = "with", ["description"] = "definition", ["name"] = "text",
    };

    /// <summary>Keys that belong elsewhere, by key: where.</summary>
    private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.Ordinal)
    {
        ["owner"] = "it belongs under 'people'", ["coach"] = "it belongs under 'people'", ["sponsor"] = "it belongs under 'people'",
        ["background"] = "it belongs under 'plan'", ["target"] = "it belongs under 'plan'", ["causes"] = "it belongs under 'plan'",
        ["countermeasures"] = "it belongs under 'plan'", ["started"] = "it belongs under 'do'", ["reflection"] = "it belongs under 'check'",
        ["decision"] = "it belongs under 'act'", ["predicts"] = "it belongs to a metric of a cycle, or to a countermeasure",
        ["sources"] = "it belongs in kaizen.yaml", ["zone"] = "it belongs in kaizen.yaml", ["as_of"] = "it belongs in kaizen.yaml",
    };

    public static void Report(MappingNode map, string name, IReadOnlyList<string> allowed, FaultList faults)
    {
        ReportProse(map, faults);
        foreach (var (key, _) in map.Entries.Where(e => !IsProse(e, map, faults.Text!)))
        {
            if (allowed.Contains(key.Value)) continue;
            faults.Add(Catalogue.UnknownKey, key, Hint(key.Value, allowed), key.Value, name);
        }
    }

    /// <summary>Reports prose cut at commas, once for each run of pieces.</summary>
    public static void ReportProse(MappingNode map, FaultList faults)
    {
        var text = faults.Text!;
        for (var i = 0; i < map.Entries.Count; i++)
        {
            if (!IsProse(map.Entries[i], map, text)) continue;
            var first = map.Entries[i].Key;
            var last = first;
            while (i + 1 < map.Entries.Count && IsProse(map.Entries[i + 1], map, text)) last = map.Entries[++i].Key;
            faults.Add(Catalogue.ProseCut, text.Span(first.Start, last.End), "put the text in quotes", text.Text[first.Start..last.End]);
        }
    }

    /// <summary>Whether an entry of a <c>{ }</c> has no colon, as the second half of a sentence has none.</summary>
    public static bool IsProse(Entry entry, MappingNode map, SourceText text)
    {
        if (!map.Flow || entry.Value is not ScalarNode { Plain: true, Value: "" }) return false;
        var next = entry.Key.End;
        while (next < text.Text.Length && char.IsWhiteSpace(text.Text[next])) next++;
        return next >= text.Text.Length || text.Text[next] != ':';
    }

    private static string? Hint(string key, IReadOnlyList<string> allowed)
    {
        if (Meant.TryGetValue(key, out var meant) && allowed.Contains(meant)) return $"write '{meant}'";
        return Nearest.To(key, allowed) is { } near ? $"did you mean '{near}'?"
            : Elsewhere.TryGetValue(key, out var where) ? where
            : $"its keys are: {string.Join(", ", allowed)}";
    }
}
