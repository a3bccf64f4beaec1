using Kaizen.Core.Diagnostics;
using Kaizen.Definitions.Text;

namespace Kaizen.Definitions.Binding;

/// <summary>Keys that are not known, and pieces of prose that became keys.</summary>
internal static class KeyFaults
{
    /// <summary>What people write for a key of ours; the hint is shown where the key is allowed.</summary>
    private static readonly Dictionary<string, string> Meant = new(StringComparer.OrdinalIgnoreCase)
    {
        ["on"] = "date",
        ["at"] = "date",
        ["when"] = "date",
        ["True"] = "date",
        ["deadline"] = "due",
        ["until"] = "due",
        ["goal"] = "target",
        ["solutions"] = "countermeasures",
        ["measures"] = "countermeasures",
        ["actions_plan"] = "actions",
        ["who"] = "by",
        ["start"] = "started",
        ["direction"] = "better",
        ["timezone"] = "zone",
        ["reason"] = "because",
        ["why"] = "because",
        ["average"] = "mean",
        ["avg"] = "mean",
        ["filter"] = "where",
        ["type"] = "use",
        ["options"] = "with",
        ["description"] = "definition",
        ["name"] = "text",
    };

    /// <summary>Keys of a cycle that belong one level further down, and under what.</summary>
    private static readonly Dictionary<string, string> Under = new(StringComparer.Ordinal)
    {
        ["owner"] = "people",
        ["coach"] = "people",
        ["sponsor"] = "people",
        ["members"] = "people",
        ["background"] = "plan",
        ["target"] = "plan",
        ["causes"] = "plan",
        ["countermeasures"] = "plan",
        ["actions"] = "plan",
        ["observed"] = "plan",
        ["pictures"] = "plan",
        ["agreed"] = "plan",
        ["started"] = "do",
        ["annotations"] = "do",
        ["deviations"] = "do",
        ["log"] = "do",
        ["reflection"] = "check",
        ["late"] = "check",
        ["decision"] = "act",
        ["learned"] = "act",
        ["next"] = "act",
        ["yokoten"] = "act",
        ["follow_ups"] = "act",
        ["scope"] = "plan",
        ["obstacles"] = "plan",
        ["criteria"] = "plan",
        ["alternatives"] = "plan",
        ["experiments"] = "do",
        ["holds"] = "do",
        ["extended"] = "check",
        ["question"] = "explore",
        ["assumptions"] = "explore",
        ["time_box"] = "explore",
        ["effort_cap"] = "explore",
    };

    private static readonly string[] OfWorkspace = ["sources", "zone", "as_of", "workspace", "events", "lint"];

    public static void Report(MappingNode map, string name, IReadOnlyList<string> allowed, FaultList faults)
    {
        ReportProse(map, faults);
        for (var i = 0; i < map.Entries.Count; i++)
        {
            var (key, _) = map.Entries[i];
            if (allowed.Contains(key.Value) || IsProse(map.Entries[i], map, faults.Text!)) continue;
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
            var number = i > 0 && first == last && first.Value.All(char.IsAsciiDigit) && map.Entries[i - 1].Value is ScalarNode { Value: { Length: > 0 } whole }
                && whole.All(char.IsAsciiDigit) ? $"the decimal sign is a point: {whole}.{first.Value}" : null;
            faults.Add(Catalogue.ProseCut, text.Span(first.Start, last.End), number ?? "put the text in quotes", Short(text.Text[first.Start..last.End]));
        }
    }

    private static string Short(string prose) => prose.Length <= 60 ? prose : prose[..57] + "...";

    /// <summary>Whether an entry of a <c>{ }</c> has no colon, as the second half of a sentence has none.</summary>
    public static bool IsProse(Entry entry, MappingNode map, SourceText text)
    {
        if (!map.Flow || entry.Value is not ScalarNode { Plain: true, Value: "" }) return false;
        var next = entry.Key.End;
        while (next < text.Text.Length && char.IsWhiteSpace(text.Text[next])) next++;
        return next >= text.Text.Length || text.Text[next] != ':';
    }

    /// <summary>Whether the value of an entry was cut at a comma, so that what is left of it says nothing.</summary>
    public static bool IsCut(Entry entry, MappingNode map, SourceText text)
    {
        if (!map.Flow) return false;
        for (var i = 0; i + 1 < map.Entries.Count; i++)
            if (ReferenceEquals(map.Entries[i], entry)) return IsProse(map.Entries[i + 1], map, text);
        return false;
    }

    /// <summary>Whether an unknown key stands for one of <paramref name="keys"/>.</summary>
    public static bool MeansAny(MappingNode map, IReadOnlyList<string> allowed, IReadOnlyCollection<string> keys)
    {
        foreach (var (key, _) in map.Entries)
        {
            if (allowed.Contains(key.Value)) continue;
            if (Meant.TryGetValue(key.Value, out var meant) ? keys.Contains(meant) : Nearest.To(key.Value, allowed) is { } near && keys.Contains(near)) return true;
        }

        return false;
    }

    private static string? Hint(string key, IReadOnlyList<string> allowed)
    {
        if (Meant.TryGetValue(key, out var meant) && allowed.Contains(meant)) return $"write '{meant}'";
        return Nearest.To(key, allowed) is { } near ? $"did you mean '{near}'?"
            : Under.TryGetValue(key, out var section) && allowed.Contains(section) ? $"it belongs under '{section}'"
            : OfWorkspace.Contains(key) && allowed.Contains("plan") ? "it belongs in kaizen.yaml"
            : key is "predicts" or "baseline" && allowed.Contains("median") ? "it belongs in the cycle that uses the metric"
            : $"its keys are: {string.Join(", ", allowed)}";
    }
}
