using System.CommandLine;
using Kaizen.Cli.Output;
using Kaizen.Hosting.Runs;

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
        var (_, result) = await Opening.RunAsync(words, (asOf, null), RunMode.Look, json, cancellation);
        if (json) return result.ExitCode;
        var several = result.Cycles.Count > 1;
        foreach (var cycle in result.Cycles.Where(c => c.Evidence is not null))
        {
            Terminal.Out.Write(Sheet.Of(cycle.Cycle, cycle.Evidence!, Ink.ForOutput));
            if (several) Terminal.Out.WriteLine();
        }

        return result.ExitCode;
    }
}
