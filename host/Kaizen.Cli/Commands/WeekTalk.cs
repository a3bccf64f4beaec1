using System.Globalization;
using Kaizen.Cli.Output;
using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;
using Kaizen.Hosting.Authoring;
using Kaizen.Hosting.Authoring.Verbs;
using Kaizen.Hosting.Runs;

namespace Kaizen.Cli.Commands;

/// <summary>The five kata questions with what is known before each, the open actions, and the values that are read off.</summary>
internal sealed class WeekTalk(Questions questions, Workspace workspace, CycleResult result, DateOnly day)
{
    private readonly Cycle cycle = result.Cycle;

    /// <summary>What was answered, beside what was given.</summary>
    public async Task<Entry.Week> AskAsync(Entry.Week week)
    {
        questions.Tell($"{Plain.Text(cycle.Title)} ({cycle.Id}), {Day(day)}. An empty answer skips.");
        Head(1, "What is the target condition?");
        Known(Target());
        Head(2, "What is the actual condition now?");
        Known(Actual());
        week = await LastAsync(week);
        Head(3, "Which obstacle now?");
        week = await ObstacleAsync(week);
        Head(4, "What is the next step, and what do you expect?");
        week = week with { Next = week.Next ?? await questions.AskAsync("The step:") };
        if (week.Next is not null) week = week with { Expected = week.Expected ?? await questions.AskAsync("What do you expect?") };
        // Without a step there is nothing that could be seen.
        if (week is { Next: not null, SeeOn: null })
        {
            Head(5, "When can we see what we learned?");
            week = week with { SeeOn = ReadDay(await questions.AskAsync("The day, such as 2026-10-08:", WhyNotAhead)) };
        }

        week = await ActionsAsync(week);
        return await ValuesAsync(week);
    }

    private async Task<Entry.Week> LastAsync(Entry.Week week)
    {
        var last = cycle.Do.Experiments.LastOrDefault(e => e.Happened is null || e.Learned is null);
        if (last is null)
        {
            if (cycle.Do.Experiments is [.., var told]) Known($"The last step: {told.Step}", $"  happened: {told.Happened}", $"  learned: {told.Learned}");
            else Known("No step is written yet.");
            return week;
        }

        Known($"The last step{(last.Date is { } on ? $", {Day(on)}" : "")}: {last.Step}", $"  expected: {last.Expected ?? "nothing was written"}");
        if (last.Happened is not null) Known($"  happened: {last.Happened}");
        return week with
        {
            Happened = week.Happened ?? (last.Happened is null ? await questions.AskAsync("What happened?") : null),
            Learned = week.Learned ?? (last.Learned is null ? await questions.AskAsync("What did we learn?") : null),
        };
    }

    private async Task<Entry.Week> ObstacleAsync(Entry.Week week)
    {
        var all = cycle.Plan.Obstacles;
        var active = all.FirstOrDefault(o => o.Active);
        for (var i = 0; i < all.Count; i++) Known($"{i + 1}. {all[i].Text}{(all[i].Removed is { } removed ? $" (out of the way since {Day(removed)})" : all[i].Active ? " (worked on now)" : "")}");
        if (all.Count == 0) Known("No obstacle is written yet.");
        week = week with { Against = week.Against ?? await questions.AskAsync(all.Count == 0 ? "What is in the way?" : "Its number, or a new one in words:") };
        if (week.Against is null || active is null || Means(week.Against, active)) return week;
        return week with { Removed = Happened(await questions.AskAsync($"Is '{active.Text}' out of the way? (y, n or the day)", WhyNoDay)) };
    }

    private bool Means(string answer, Obstacle obstacle) =>
        answer == obstacle.Id || answer == obstacle.Text || (int.TryParse(answer, out var number) && number >= 1 && number <= cycle.Plan.Obstacles.Count && cycle.Plan.Obstacles[number - 1] == obstacle);

    private async Task<Entry.Week> ActionsAsync(Entry.Week week)
    {
        var done = week.Done.ToList();
        var open = cycle.Plan.Actions.Select((a, i) => (Action: a, Number: i + 1)).Where(x => x.Action.Done is null && !done.Exists(d => d.Number == x.Number)).ToList();
        if (open.Count > 0) Title("Open actions");
        foreach (var (action, number) in open)
        {
            var due = action.Due is { } date ? $", due {Day(date)}{(date < day ? ", overdue" : "")}" : "";
            var answer = await questions.AskAsync($"{number}. {action.What} ({action.Who ?? "nobody"}{due}): done? (y, n or the day)", WhyNoDay);
            if (Happened(answer) is { } on) done.Add((number, on));
        }

        return week with { Done = done };
    }

    private async Task<Entry.Week> ValuesAsync(Entry.Week week)
    {
        var values = week.Values.ToList();
        var due = DueValue.Of(workspace, cycle, day).Where(d => !values.Exists(v => v.Metric == d.Metric.Name)).ToList();
        if (due.Count > 0) Title("Values that are read off");
        foreach (var value in due)
        {
            var last = value.Last is { } on ? $", last {value.Value} on {Day(on)}" : ", none yet";
            var answer = await questions.AskAsync($"{value.Metric.Name}{(value.Metric.Unit.Length > 0 ? $" in {value.Metric.Unit}" : "")}{last}:", a => TypedNumber.Read(a, value.Metric.Unit).Why);
            if (answer is not null) values.Add((value.Metric.Name, answer));
        }

        return week with { Values = values };
    }

    private string Target()
    {
        if (cycle.Plan.Target is not { } target) return "No target is written yet.";
        var unit = cycle.Metrics.FirstOrDefault(m => m.Name == target.Metric)?.Unit ?? "";
        return $"{target.Metric} {(target.From is { } from ? $"from {Quantity.Text(from, unit)} " : "")}to {Quantity.Text(target.To, unit)}{(target.Due is { } due ? $" before {Day(due)}" : "")}{(target.Pattern is { } pattern ? $". {pattern}" : "")}";
    }

    private string Actual()
    {
        if (result.Evidence?.Findings.FirstOrDefault(f => f.Metric == result.Evidence.Lead && f.Window == "check") is not { } lead) return "It could not be measured: 'kaizen status' says why.";
        var last = lead.Points.LastOrDefault(p => p.Value is not null);
        var now = last?.Value is { } value ? $"{Quantity.Text(value, lead.Unit)} in {last.Period}" : "no value yet";
        return $"{lead.Metric}: {now}{(lead.Before is { } before ? $", against {Quantity.Text(before, lead.Unit)} before" : "")}{(lead.After is { } after ? $" and {Quantity.Text(after, lead.Unit)} since" : "")}; {CycleLine.Effect(lead)}.";
    }

    /// <summary>The day meant by yes or a date; null for no.</summary>
    private DateOnly? Happened(string? answer) => answer is null || answer[0] is 'n' or 'N' ? null : ReadDay(answer) ?? day;

    private string? WhyNoDay(string answer) =>
        answer.ToUpperInvariant() is "Y" or "YES" or "N" or "NO" ? null : ReadDay(answer) is not { } on ? "Answer y, n or the day, such as 2026-10-08." : on > day ? $"{Day(on)} has not come." : null;

    private string? WhyNotAhead(string answer) =>
        ReadDay(answer) is not { } on ? "Write it as year-month-day, such as 2026-10-08." : on < day ? $"{Day(on)} is over." : null;

    private static DateOnly? ReadDay(string? answer) => answer is null ? null : Typed.Date(answer);

    private void Head(int number, string question) => Title($"{number}. {question}");

    private void Title(string title)
    {
        questions.Tell("");
        questions.Tell(Ink.ForError.Bold(title));
    }

    private void Known(params string[] lines)
    {
        foreach (var line in lines) questions.Tell($"  {Plain.Text(line.ReplaceLineEndings(" ").TrimEnd())}");
    }

    private static string Day(DateOnly date) => date.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
