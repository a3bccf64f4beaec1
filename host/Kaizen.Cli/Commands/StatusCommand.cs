using System.CommandLine;
using System.Globalization;
using Kaizen.Cli.Output;
using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Hosting.Runs;

namespace Kaizen.Cli.Commands;

/// <summary><c>kaizen status</c>: where each loop stands and what is due; it writes nothing.</summary>
internal static class StatusCommand
{
    public static Command Create()
    {
        var (words, asOf, json) = (CommandWords.Words(), CommandWords.AsOf(), CommandWords.Json());
        var command = new Command("status", "Where each loop stands, what the evidence allows, and what is due. Writes nothing.") { words, asOf, json };
        command.Examples(("kaizen status", "all loops of this workspace"), ("kaizen status 's1-*'", "some of them"));
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(words)!, parsed.GetValue(asOf), parsed.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string[] words, DateOnly? asOf, bool json, CancellationToken cancellation)
    {
        var (_, result) = await Opening.RunAsync(words, (asOf, null), RunMode.Look, json, cancellation);
        if (!json && result.Workspace is not null) Print(result);
        return result.ExitCode;
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
        Console.Out.Write(grid.ToText((_, column, cell) => column == 0 ? ink.Bold(cell) : cell));
        var overdue = result.Cycles.SelectMany(c => Overdue.Of(c.Cycle, result.AsOf).Select(o => (string[])[c.Cycle.Id, Numbered(c.Cycle, o), o.Who ?? "nobody", $"due {Date(o.Due)}"])).ToList();
        if (overdue.Count == 0) return;
        Console.Out.WriteLine();
        Console.Out.WriteLine(ink.Bold("Overdue"));
        var late = new Grid();
        foreach (var row in overdue) late.Row(row);
        Console.Out.Write(late.ToText());
    }

    /// <summary>An action with the number by which 'kaizen note action' takes it.</summary>
    private static string Numbered(Cycle cycle, Overdue overdue)
    {
        var index = cycle.Plan.Actions.ToList().FindIndex(a => a.Done is null && a.Due == overdue.Due && $"action: {a.What}" == overdue.What);
        return index < 0 ? overdue.What : string.Create(CultureInfo.InvariantCulture, $"action {index + 1}: {cycle.Plan.Actions[index].What}");
    }

    private static string Due(CycleResult result, DateOnly asOf)
    {
        var state = result.Evidence?.State;
        if (state == CycleState.Closed) return result.Cycle.Check.Late is { } late && late > asOf ? $"late check {Date(late)}" : "";
        if (state is CycleState.Checking or CycleState.Acting) return "check is due";
        return result.Cycle.Check.Date is { } check ? $"check {Date(check)}" : "no check date";
    }

    private static string Date(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
