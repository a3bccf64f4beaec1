using System.Globalization;
using Kaizen.Core.Diagnostics;
using Kaizen.Definitions.Editing;

namespace Kaizen.Hosting.Authoring.Verbs;

/// <summary>The answers of a weekly talk: experiments, obstacle, actions, values, and one line of the log that sums them up.</summary>
internal static class WeekEntries
{
    public static IReadOnlyList<FileEdit> Of(WritingTurn turn, Entry.Week week)
    {
        var edits = new List<YamlEdit>();
        var said = new List<string>();
        var by = turn.Person(week.By ?? turn.Cycle.People.Owner);
        var day = turn.Day(week.Date);
        if (week.SeeOn < day) turn.Faults.Add(Catalogue.DayOver.At(null, WritingTurn.Iso(week.SeeOn.Value), WritingTurn.Iso(day), "what was learned is to be seen later"));
        Last(turn, week, edits, said);
        var obstacle = Obstacle(turn, week, edits, said);
        Next(turn, week, (obstacle, day), edits, said);
        foreach (var (number, on) in week.Done)
        {
            if (number < 1 || number > turn.Cycle.Plan.Actions.Count)
            {
                turn.Faults.Add(Catalogue.UnknownName.At(null, "action", number.ToString(CultureInfo.InvariantCulture)) with { Hint = null, Details = Items.List(turn.Cycle.Plan.Actions.Select(a => a.What)) });
                continue;
            }

            if (ActionEntries.Done(turn, number - 1, on ?? (turn.Cycle.Plan.Actions[number - 1].Done is null ? week.Date : null)) is { } done) edits.Add(done);
            said.Add($"Done: {turn.Cycle.Plan.Actions[number - 1].What}");
        }

        foreach (var twice in week.Values.GroupBy(v => v.Metric).Where(g => g.Skip(1).Any())) turn.Faults.Add(Catalogue.WrongLine.At(null, $"'{twice.Key}' is given two values for one day.") with { Hint = "give it one" });
        var rows = new List<FileEdit>();
        foreach (var (metric, number) in week.Values)
        {
            if (ValueEntries.Of(turn, new Entry.Value(metric, number, week.Date, false)) is not { } row) continue;
            rows.Add(row);
            said.Add($"{metric}: {number}");
        }

        if (said.Count == 0 || turn.Faults.HasErrors) return [];
        edits.Add(new YamlEdit.Append("do.log", Items.Map(("date", day), ("by", by), ("text", string.Join(' ', said.Select(Sentence))))));
        return [.. rows, new FileEdit.Yaml(turn.Cycle.File, edits)];
    }

    private static void Last(WritingTurn turn, Entry.Week week, List<YamlEdit> edits, List<string> said)
    {
        if (week.Happened is null && week.Learned is null) return;
        if (ExperimentEntries.Fill(turn, null, new Entry.Experiment(null) { Happened = week.Happened, Learned = week.Learned }) is { } fill) edits.Add(fill);
        if (week.Happened is not null) said.Add($"Happened: {week.Happened}");
        if (week.Learned is not null) said.Add($"Learned: {week.Learned}");
    }

    private static string? Obstacle(WritingTurn turn, Entry.Week week, List<YamlEdit> edits, List<string> said)
    {
        var before = turn.Cycle.Plan.Obstacles.FirstOrDefault(o => o.Active);
        var now = before?.Id;
        if (week.Against is { } meant && ObstacleEntries.Switch(turn, meant) is { } other)
        {
            edits.AddRange(other.Edits);
            if (other.Id != now) said.Add($"Obstacle now: {turn.Cycle.Plan.Obstacles.FirstOrDefault(o => o.Id == other.Id)?.Text ?? meant}");
            now = other.Id;
        }

        if (week.Removed is { } removed && before is not null)
        {
            edits.AddRange(ObstacleEntries.Removed(turn, before, removed));
            said.Add($"Out of the way: {before.Text}");
            if (now == before.Id) now = null;
        }

        return now;
    }

    private static void Next(WritingTurn turn, Entry.Week week, (string? Obstacle, DateOnly Day) at, List<YamlEdit> edits, List<string> said)
    {
        if (week.Next is null)
        {
            if (week.Expected is not null) turn.Faults.Add(Catalogue.WrongLine.At(null, "Something is expected, but of no step.") with { Hint = "name the step with --next" });
        }
        else
        {
            edits.Add(new YamlEdit.Append("do.experiments", Items.Map(("date", at.Day), ("step", week.Next), ("obstacle", at.Obstacle), ("expected", week.Expected))));
            said.Add($"Next: {week.Next}");
            if (week.Expected is not null) said.Add($"Expected: {week.Expected}");
        }

        if (week.SeeOn is { } see) said.Add($"To be seen on {WritingTurn.Iso(see)}");
    }

    private static string Sentence(string text) => text.TrimEnd() is var said && said.Length > 0 && said[^1] is '.' or '!' or '?' ? said : said + ".";
}
