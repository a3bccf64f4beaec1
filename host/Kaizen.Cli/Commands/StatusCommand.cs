using System.CommandLine;
using System.Globalization;
using Kaizen.Cli.Output;
using Kaizen.Core.Checking;
using Kaizen.Core.Coaching;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Hosting;
using Kaizen.Hosting.Runs;

namespace Kaizen.Cli.Commands;

/// <summary><c>kaizen status</c>: where each loop stands, what its next gate lacks and what is due; it writes nothing.</summary>
internal static class StatusCommand
{
    public static Command Create()
    {
        var (words, asOf, json) = (CommandWords.Words(), CommandWords.AsOf(), CommandWords.Json());
        var me = new Option<string?>("--me") { HelpName = "PERSON", Description = "What came of the actions, contacts and predictions of one person, by the name in people: of kaizen.yaml; for that person, compared with nobody." };
        var coach = new Option<string?>("--coach") { HelpName = "PERSON", Description = "What waits for a coach: the biggest surprise, overdue checks, gates to sign, open questions." };
        var command = new Command("status", "Where each loop stands, what its next gate lacks, what the evidence allows, and what is due. Writes nothing.") { words, asOf, json, me, coach };
        command.Validators.Add(line =>
        {
            // A value is not asked for here: one that is missing is told by the parser.
            if (line.GetResult(me) is not null && line.GetResult(coach) is not null) line.AddError("--me and --coach are two views: choose one.");
            foreach (var person in (Option[])[me, coach])
                if (line.GetResult(person) is { Tokens: [{ Value: var name }, ..] } && string.IsNullOrWhiteSpace(name)) line.AddError($"{person.Name} needs a person, by the name in people: of kaizen.yaml.");
        });
        command.Examples(
            ("kaizen status", "all loops of this workspace"),
            ("kaizen status 's1-*'", "some of them"),
            ("kaizen status --me priya", "what came of what Priya did and predicted"),
            ("kaizen status --coach sam", "what Sam looks at next"));
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(words)!, parsed.GetValue(asOf), (parsed.GetValue(me), parsed.GetValue(coach)), parsed.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string[] words, DateOnly? asOf, (string? Me, string? Coach) view, bool json, CancellationToken cancellation)
    {
        var person = view.Me ?? view.Coach;
        var (request, result) = await Opening.RunAsync(words, (asOf, null), RunMode.Look, json && person is null, cancellation);
        if (result.Workspace is not { } workspace) return result.ExitCode;
        var id = person is null ? null : PersonNames.Of(person, workspace, result.Cycles.Select(c => c.Cycle));
        if (person is not null && id is null)
        {
            var names = workspace.People.Keys.Concat(result.Cycles.Select(c => c.Cycle.People).SelectMany(p => new[] { p.Owner, p.Coach, p.Sponsor }.OfType<string>())).Distinct(StringComparer.Ordinal).ToList();
            return UsageFaults.Say([Catalogue.UnknownName.Hinting(Nearest.Hint(person, names), null, "person", person)], json);
        }

        var coached = result.Cycles.Select(c => new Coached(c.Cycle, c.Evidence, c.Notes, c.Review)).ToList();
        if (view.Me is not null) Own(request!.Folder, id!, coached, result, json);
        else if (view.Coach is not null) CoachText.Print(workspace, id!, (CoachList.Of(id!, coached, result.AsOf), coached.Exists(c => c.Cycle.People.Coach == id)), json, result.Diagnostics);
        else if (!json) Print(result);
        return result.ExitCode;
    }

    private static void Own(string folder, string person, List<Coached> coached, RunResult result, bool json)
    {
        using var screen = new Screen();
        var (contacts, faults) = KaizenHost.Contacts(folder);
        screen.Show(faults);
        OwnText.Print(result.Workspace!, person, OwnWork.Of(person, coached, contacts, result.AsOf), result.AsOf, json, [.. result.Diagnostics, .. faults]);
    }

    private static void Print(RunResult result)
    {
        var ink = Ink.ForOutput;
        var grid = new Grid();
        foreach (var cycle in result.Cycles)
        {
            var line = CycleLine.Of(cycle).ToList();
            line.Add(Due(cycle, result.AsOf));
            grid.Row([.. line.Where(c => c.Length > 0)]);
        }

        foreach (var row in CycleLine.OfFaulty(result)) grid.Row(row);
        Terminal.Out.Write(grid.ToText((_, column, cell) => column == 0 ? ink.Bold(cell) : cell));
        foreach (var cycle in result.Cycles) Terminal.Out.Write(GateText.Of(cycle, ink));
        var overdue = result.Cycles.SelectMany(c => Overdue.Of(c.Cycle, result.AsOf).Select(o => (string[])[c.Cycle.Id, Numbered(c.Cycle, o), o.Who ?? "nobody", $"due {Date(o.Due)}"])).ToList();
        if (overdue.Count == 0) return;
        Terminal.Out.WriteLine();
        Terminal.Out.WriteLine(ink.Bold("Overdue"));
        var late = new Grid();
        foreach (var row in overdue) late.Row(row);
        Terminal.Out.Write(late.ToText());
    }

    /// <summary>An action with the number by which 'kaizen note action' takes it.</summary>
    private static string Numbered(Cycle cycle, Overdue overdue)
    {
        var index = cycle.Plan.Actions.ToList().FindIndex(a => a.Done is null && a.Due == overdue.Due && $"action: {a.What}" == overdue.What);
        return index < 0 ? overdue.What : string.Create(CultureInfo.InvariantCulture, $"action {index + 1}: {cycle.Plan.Actions[index].What}");
    }

    private static string Due(CycleResult result, DateOnly asOf)
    {
        var cycle = result.Cycle;
        return (result.Evidence?.State ?? StateOf.At(cycle, asOf)) switch
        {
            CycleState.Closed => cycle.Check.Late is { } late && late > asOf ? $"late check {Date(late)}" : "",
            CycleState.Cancelled => "",
            CycleState.OnHold => StateOf.HeldAt(cycle, asOf)?.ResumeBy is { } resume ? $"to be resumed by {Date(resume)}" : "on hold",
            CycleState.Checking or CycleState.Acting => "check is due",
            _ => cycle.Check.Date is { } check ? $"check {Date(check)}" : "no check date",
        };
    }

    private static string Date(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
