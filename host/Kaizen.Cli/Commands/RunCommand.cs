using System.CommandLine;
using System.Globalization;
using Kaizen.Cli.Output;
using Kaizen.Hosting.Runs;

namespace Kaizen.Cli.Commands;

/// <summary><c>kaizen run</c>: closes the loop once for every selected cycle.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var (words, asOf, output, json) = (CommandWords.Words(), CommandWords.AsOf(), CommandWords.Out(), CommandWords.Json());
        var explain = new Option<bool>("--explain") { Description = "Say for each cycle which inputs changed since its last conclusion." };
        var command = new Command("run", "Measure, check, record and report: close the loop of every cycle, or of the selected ones.")
        {
            words, asOf, output, json, explain,
        };
        command.Examples(
            ("kaizen run", "the workspace around this folder"),
            ("kaizen run examples/repeat-business", "another workspace"),
            ("kaizen run 's1-*' sales/won", "some cycles only; the index stays as it is"),
            ("kaizen run --as-of 2026-08-31 --json", "as it looked on a date, for another program"));
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(words)!, parsed.GetValue(asOf), parsed.GetValue(output), (parsed.GetValue(json), parsed.GetValue(explain)), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        string[] words, DateOnly? asOf, string? output, (bool Json, bool Explain) show, CancellationToken cancellation)
    {
        var since = TimeProvider.System.GetTimestamp();
        var (request, result) = await Opening.RunAsync(words, (asOf, output), RunMode.Close, show.Json, cancellation);
        if (!show.Json && result.Workspace is not null && result.Reached) Print(result, request!, show.Explain, TimeProvider.System.GetElapsedTime(since));
        return result.ExitCode;
    }

    private static void Print(RunResult result, RunRequest request, bool explain, TimeSpan took)
    {
        var workspace = result.Workspace!;
        var ink = Ink.ForOutput;
        Terminal.Out.WriteLine(ink.Bold(Plain.Text(workspace.Title ?? workspace.Name))
            + ink.Faint(string.Create(CultureInfo.InvariantCulture, $"  as of {result.AsOf:d MMMM yyyy}")));
        Terminal.Out.WriteLine();
        var grid = new Grid();
        foreach (var cycle in result.Cycles)
            grid.Row([.. CycleLine.Of(cycle)]);
        foreach (var row in CycleLine.OfFaulty(result)) grid.Row(row);
        Terminal.Out.Write(grid.ToText((_, column, cell) => column switch { 0 => ink.Bold(cell), 3 => CycleLine.Paint(cell, ink), _ => cell }));
        if (explain) Explain(result, ink);
        Terminal.Out.WriteLine();
        Terminal.Out.WriteLine(Summary(result, request, took));
    }

    private static void Explain(RunResult result, Ink ink)
    {
        Terminal.Out.WriteLine();
        var grid = new Grid();
        foreach (var cycle in result.Cycles)
        {
            var what = cycle.Reused ? Reused(result, cycle)
                : cycle.Changed.Count == 0 ? "concluded for the first time"
                : $"concluded again: {string.Join(", ", cycle.Changed)} changed";
            grid.Row(cycle.Cycle.Id, cycle.Evidence is null ? "not concluded, see the diagnostics" : what);
        }

        Terminal.Out.Write(grid.ToText((_, column, cell) => column == 0 ? ink.Bold(cell) : cell));
    }

    private static string Reused(RunResult result, CycleResult cycle)
    {
        var page = result.Written.FirstOrDefault(w => w.Name == $"a3/{cycle.Cycle.Id}.html");
        return page is null ? "on record: nothing it rests on changed"
            : page.Because.Count == 0 ? "on record; its sheet was written for the first time"
            : $"on record; its sheet was written again: {string.Join(", ", page.Because)} changed";
    }

    private static string Summary(RunResult result, RunRequest request, TimeSpan took)
    {
        var done = result.Cycles.Count(c => c.Evidence is not null);
        // To know the loops of a family its source is looked into.
        var unopened = result.Workspace is { Families.Count: 0 } ? "no source opened, " : "";
        if (done > 0 && result.Cycles.All(c => c.Reused || c.Evidence is null) && result.Written.Count == 0)
            return string.Create(CultureInfo.InvariantCulture,
                $"Nothing changed: {Counted(done, "cycle")} on record, {unopened}no file written ({took.TotalSeconds:0.0} s).");
        if (result.Diagnostics.Any(d => d.Severity == Abstractions.Severity.Error && d.Code[2] == '4'))
            return string.Create(CultureInfo.InvariantCulture, $"{Counted(done, "cycle")} concluded, but not everything could be written, see the diagnostics ({took.TotalSeconds:0.0} s).");
        var index = Plain.Text(Path.Combine(Path.GetRelativePath(Directory.GetCurrentDirectory(), request.OutFolder), "index.html"));
        // A scan that failed delivered no rows to speak of.
        var read = result.SourcesOpened > 0 ? $"{Counted(result.RowsRead, "row")} read from {Counted(result.SourcesOpened, "source")}, "
            : result.Cycles.All(c => c.Reused) ? unopened : "";
        return string.Create(CultureInfo.InvariantCulture,
            $"{Counted(done, "A3")} in {index}; {read}{Counted(result.Written.Count, "file")} written ({took.TotalSeconds:0.0} s).");
    }

    private static string Counted(long count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {noun}{(count == 1 ? "" : "s")}");
}
