using System.Globalization;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Definitions.Editing;

namespace Kaizen.Hosting.Authoring.Verbs;

/// <summary>Steps towards the target condition: a new one, or what came of one.</summary>
internal static class ExperimentEntries
{
    public static IReadOnlyList<YamlEdit> Of(WritingTurn turn, Entry.Experiment entry)
    {
        var obstacle = Aim(turn, entry.Against);
        var number = int.TryParse(entry.Step, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : (int?)null;
        if (entry.Step is not null && number is null)
            return [new YamlEdit.Append("do.experiments", Items.Map(("date", turn.Day(entry.Date)), ("step", entry.Step), ("obstacle", obstacle), ("expected", entry.Expected), ("happened", entry.Happened), ("learned", entry.Learned)))];
        return Fill(turn, number - 1, entry with { Against = obstacle }) is { } edit ? [edit] : [];
    }

    /// <summary>Writes what came of a step; the last open one where none is named.</summary>
    public static YamlEdit? Fill(WritingTurn turn, int? index, Entry.Experiment entry)
    {
        var all = turn.Cycle.Do.Experiments;
        var at = index ?? LastOpen(all, entry);
        if (at < 0 || at >= all.Count)
        {
            turn.Faults.Add((index is null ? Catalogue.WrongLine.At(null, $"No step of '{turn.Cycle.Id}' waits to be told what came of it.") : Catalogue.UnknownName.At(null, "step", $"{index + 1}")) with
            {
                Hint = all.Count == 0 ? "write one with 'kaizen note experiment CYCLE STEP'" : "name it by its number",
                Details = Items.List(all.Select(e => e.Step)),
            });
            return null;
        }

        if (entry is { Happened: null, Learned: null, Expected: null, Against: null })
            turn.Faults.Add(Catalogue.WrongLine.At(null, "Nothing is said of the step.") with { Hint = "say it with --happened and --learned" });
        Once(turn, "happened", all[at].Happened, entry.Happened);
        Once(turn, "learned", all[at].Learned, entry.Learned);
        Once(turn, "expected", all[at].Expected, entry.Expected);
        return new YamlEdit.Set($"do.experiments.{at}", Items.Map(("obstacle", entry.Against), ("expected", entry.Expected), ("happened", entry.Happened), ("learned", entry.Learned)));
    }

    private static int LastOpen(IReadOnlyList<Experiment> all, Entry.Experiment entry) =>
        all.ToList().FindLastIndex(e => entry.Happened is not null ? e.Happened is null : e.Learned is null);

    private static void Once(WritingTurn turn, string key, string? written, string? said)
    {
        if (written is not null && said is not null && written != said) turn.Faults.Add(Catalogue.SaidBefore.At(null, $"'{key}' of the step says '{written}'"));
    }

    /// <summary>The id of the obstacle meant.</summary>
    private static string? Aim(WritingTurn turn, string? meant)
    {
        if (meant is null || ObstacleEntries.Find(turn, meant) is not { } index) return null;
        if (index >= 0) return turn.Cycle.Plan.Obstacles[index].Id;
        ObstacleEntries.Unknown(turn, meant);
        return null;
    }
}
