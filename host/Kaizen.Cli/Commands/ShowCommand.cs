using System.CommandLine;
using Kaizen.Cli.Output;
using Kaizen.Core.Diagnostics;
using Kaizen.Hosting;
using Kaizen.Hosting.Runs;
using Kaizen.Reports;

namespace Kaizen.Cli.Commands;

/// <summary><c>kaizen show</c>: an A3 in the terminal; it writes nothing.</summary>
internal static class ShowCommand
{
    public static Command Create()
    {
        var (words, asOf, json) = (CommandWords.Words(), CommandWords.AsOf(), CommandWords.Json());
        var command = new Command("show", "An A3 in the terminal: problem, chart, findings, reflection. Writes nothing.") { words, asOf, json };
        command.Examples(("kaizen show s1-first-answer", "one sheet"), ("kaizen show 'i1-*' --as-of 2026-06-29", "several, as they stood then"));
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(words)!, parsed.GetValue(asOf), parsed.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string[] words, DateOnly? asOf, bool json, CancellationToken cancellation)
    {
        using var screen = new Screen();
        var faults = new DiagnosticBag();
        var request = CommandWords.Request(words, asOf, null, faults);
        var result = request is null ? new RunResult { Diagnostics = faults.All } : await KaizenHost.RunAsync(request, RunMode.Look, screen, cancellation);
        screen.Show(result.Diagnostics);
        if (json)
        {
            Console.Out.WriteLine(ResultsJson.ToText(result.Workspace, result.AsOf, result.Evidence, result.Diagnostics));
            return result.ExitCode;
        }

        var several = result.Cycles.Count > 1;
        foreach (var cycle in result.Cycles.Where(c => c.Evidence is not null))
        {
            Console.Out.Write(Sheet.Of(cycle.Cycle, cycle.Evidence!, Ink.ForOutput));
            if (several) Console.Out.WriteLine();
        }

        return result.ExitCode;
    }
}
