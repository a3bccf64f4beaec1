using System.Globalization;
using System.Text;
using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;
using Kaizen.Definitions.Editing;

namespace Kaizen.Hosting.Authoring.Verbs;

/// <summary>Writes the file of the cycle that comes of a decision: what stays the same is carried over, what is to be thought anew stands there as a comment.</summary>
/// <param name="turn">The entry on its way.</param>
/// <param name="decision">The decision, its day and standard filled in.</param>
/// <param name="written">The text of the file of the cycle that ends.</param>
internal sealed class NextCycle(WritingTurn turn, Entry.Decision decision, string written)
{
    private const int HoldingDays = 91;
    private readonly Cycle before = turn.Cycle;
    private readonly DateOnly day = decision.Date ?? turn.AsOf;

    public string Text(CycleKind kind, string reason)
    {
        var text = new StringBuilder();
        if (written.StartsWith("# yaml-language-server:", StringComparison.Ordinal)) text.Append(written.AsSpan(0, written.AsSpan().IndexOfAny('\r', '\n') is > 0 and var end ? end : written.Length)).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"# Begun by 'kaizen act' on {WritingTurn.Iso(day)}: {before.Id}, {decision.Word}. What stands behind '#' is to be written.\n");
        text.Append(Key("title", YamlValue.Of(Title(kind, reason))));
        text.Append(kind == CycleKind.Sdca ? "# problem: What would slip back, and who would notice?\n" : "# problem: How far is it from where it should be, in one sentence with a number?\n");
        Carry(text, "domain");
        text.Append(Key("kind", YamlValue.Of(kind.ToString().ToLowerInvariant())));
        foreach (var key in (ReadOnlySpan<string>)["level", "within", "contributes", "with"]) Carry(text, key);
        text.Append(Key("previous", YamlValue.Of(before.Id))).Append(Key("reason", YamlValue.Of(reason)));
        Carry(text, "people");
        if (kind == CycleKind.Edca) Carry(text, "explore");
        var carried = Carried(kind);
        // What follows a family is one too, as long as there is something to split.
        if (before.Each is { } family && carried.Exists(m => m.Source.Name == family.Source.Name)) Carry(text, "each");
        text.Append(Metrics(carried));
        if (kind == CycleKind.Sdca) text.Append(Key("cadence", YamlValue.Of(before.Cadence.ToString())));
        text.Append(Plan(kind));
        if (kind == CycleKind.Sdca) Hold(text);
        return text.ToString();
    }

    private string Title(CycleKind kind, string reason)
    {
        var metric = before.Lead is { } lead ? Words(lead.Name) : before.Title;
        if (kind == CycleKind.Sdca) return before.Lead is { } held && Level is { } level ? $"{metric} stays at {Quantity.Text(level, held.Unit)}" : $"{metric} stays where it is";
        if (reason == "drift") return $"{metric} has left its standard";
        var turns = 2;
        for (var at = before; at.Chain is { Reason: "adapted_from" } chain && turns < 100 && turn.Workspace.Cycles.FirstOrDefault(c => c.Id == chain.Previous) is { } earlier; at = earlier) turns++;
        var title = before.Title.LastIndexOf(" (turn ", StringComparison.Ordinal) is > 0 and var cut ? before.Title[..cut] : before.Title;
        return string.Create(CultureInfo.InvariantCulture, $"{title} (turn {turns})");
    }

    /// <summary>What was reached, with three digits that mean something; else what was aimed at.</summary>
    private double? Level => decision.Reached is { } reached && reached != 0 ? Math.Round(reached, Math.Clamp(2 - (int)Math.Floor(Math.Log10(Math.Abs(reached))), 0, 12)) : decision.Reached ?? before.Plan.Target?.To;

    private void Carry(StringBuilder text, string key)
    {
        if (YamlReading.At(written, key) is { } value and not YamlValue.Nothing) text.Append(Key(key, value));
    }

    /// <summary>The same metrics by the same definitions; what was predicted belongs to the cycle that ends.</summary>
    private List<Metric> Carried(CycleKind kind)
    {
        var measured = before.Plan.Countermeasures.Select(c => c.Fidelity).OfType<Fidelity.Measured>().Select(f => f.Metric).ToHashSet(StringComparer.Ordinal);
        return before.Metrics.Where(m => kind != CycleKind.Sdca || before.Lead is null || m.Name == before.LeadMetric || m.Name == decision.Standard.Metric || m.Guardrail is not null || measured.Contains(m.Name)).ToList();
    }

    private string Metrics(List<Metric> carried)
    {
        if (carried.Count == 0) return "";
        var text = new StringBuilder("metrics:\n");
        foreach (var metric in carried)
        {
            var keys = YamlReading.At(written, $"metrics.{metric.Name}") is YamlValue.Map map ? map.Entries.Where(e => e.Key is not ("predicts" or "baseline")).ToList() : [];
            if (keys.Count == 0) text.Append(CultureInfo.InvariantCulture, $"  {metric.Name}:\n");
            else text.Append(Indented(Key(metric.Name, YamlValue.Of(keys))));
        }

        return text.ToString();
    }

    private string Plan(CycleKind kind)
    {
        var text = new StringBuilder("plan:\n");
        text.Append(Indented(Key("background", YamlValue.Of(Background()))));
        var check = day.AddDays(HoldingDays);
        text.Append(kind == CycleKind.Sdca ? "  # observed: who looked since, when, and what was seen?\n" : "  # current: What do you see now? Which of the old causes is gone, and which one steps forward?\n  # observed: who saw what, on which day?\n");
        var to = kind == CycleKind.Sdca ? Level : before.Plan.Target?.To;
        if (before.LeadMetric is { } lead && to is { } number)
        {
            text.Append(Indented(Key("target", Items.Map(("metric", lead), ("to", number), ("due", kind == CycleKind.Sdca ? check : null)))));
            if (kind != CycleKind.Sdca) text.Append("    # from: where it stands now\n    # due: by when\n    # pattern: how the work will run differently\n");
        }

        if (kind == CycleKind.Pdca) text.Append("  # causes: what stands in the way now, and what is that known from?\n  # countermeasures: one change against one cause, with what it will do (predicts) and why\n  # actions: what, who, due\n");
        return text.ToString();
    }

    private string Background()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Follows {before.Id} ({before.Title.TrimEnd('.')}), decided on {WritingTurn.Iso(day)}: {decision.Word}.\n");
        if ((decision.Because ?? before.Act?.Because)?.Trim() is { Length: > 0 } because) text.Append(because).Append('\n');
        if ((decision.Learned ?? before.Act?.Learned)?.Trim() is { Length: > 0 } learned) text.Append("What was learned: ").Append(learned).Append('\n');
        return text.ToString();
    }

    private void Hold(StringBuilder text)
    {
        var standard = decision.Standard;
        if (standard.Text is null) text.Append("# standard: { text: the best way of working known today, owner: NAME, audit: how often somebody looks }\n");
        else
        {
            text.Append(Key("standard", Items.Map(("text", standard.Text), ("owner", standard.Owner), ("metric", standard.Metric), ("audit", standard.Audit))));
            if (standard.Audit is null) text.Append("  # audit: how often, and by whom, it is looked at whether the standard is kept\n");
        }

        text.Append(Key("do", Items.Map(("started", day))));
        text.Append(Key("check", Items.Map(("date", day.AddDays(HoldingDays)))));
    }

    private static string Words(string name) => name.Replace('_', ' ') is var words && words.Length > 0 ? char.ToUpperInvariant(words[0]) + words[1..] : name;

    private static string Key(string key, YamlValue value) =>
        YamlEditor.Apply("", [new YamlEdit.Set(EditPath.Of(key), value)], KeyOrder.Cycle) is EditResult.Done done ? done.Text
            : throw new InvalidOperationException($"'{key}' could not be written into an empty file.");

    private static string Indented(string text) => string.Concat(text.TrimEnd('\n').Split('\n').Select(l => l.Length == 0 ? "\n" : $"  {l}\n"));
}
