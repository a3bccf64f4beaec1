using System.CommandLine;
using System.Globalization;
using Kaizen.Cli.Output;
using Kaizen.Core.Diagnostics;
using Kaizen.Hosting.Plugins.Cases;
using Kaizen.Hosting.Runs;

namespace Kaizen.Cli.Commands;

/// <summary><c>kaizen plugin test</c>: the test cases of a plugin's folder, without any C#.</summary>
internal static class PluginTestCommand
{
    /// <summary>So many differences of a case are shown.</summary>
    private const int Most = 20;

    public static Command Create()
    {
        var folder = new Argument<string>("dir") { HelpName = "DIR", Description = "The plugin's folder: its source, or what is copied into a workspace.", DefaultValueFactory = _ => "." };
        var update = new Option<bool>("--update") { Description = "Write down what each case gives as what is expected; look at it with git diff." };
        var command = new Command("test", "Run the test cases of a plugin: testcases/CASE with cycle.yaml, kaizen.yaml, the files that they read, and expected.json. A folder NAME.xlsx or NAME.zip is packed, a script NAME.db.sql or NAME.sqlite.sql makes a database. Runs the plugin's code.") { folder, update };
        command.Examples(
            ("kaizen plugin test .", "as it was built last"),
            ("kaizen plugin test plugins/acme --update", "write the expected.json of each case"));
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(folder)!, parsed.GetValue(update), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string folder, bool update, CancellationToken cancellation)
    {
        using var screen = new Screen();
        var faults = new DiagnosticBag();
        var results = await PluginCases.RunAsync(folder, update, faults, screen, cancellation);
        screen.Show(faults.All);
        Print(results, Ink.ForOutput);
        return ExitCodes.Of(faults.All) is var code and not ExitCodes.Fine ? code
            : results.Any(r => r.Outcome == CaseOutcome.Differs) ? ExitCodes.FoundOnReading : ExitCodes.Fine;
    }

    private static void Print(IReadOnlyList<CaseResult> results, Ink ink)
    {
        foreach (var result in results)
        {
            var word = result.Outcome switch { CaseOutcome.AsExpected => "ok", CaseOutcome.Differs => "differs", CaseOutcome.Written => "written", _ => "not run" };
            var codes = result.Diagnostics.Select(d => d.Code).Distinct().Order(StringComparer.Ordinal).ToList();
            var padded = word.PadRight(7);
            Terminal.Out.WriteLine($"  {(result.Outcome is CaseOutcome.Differs or CaseOutcome.Unfit ? ink.Red(padded) : padded)}  {Plain.Text(result.Name)}{(codes.Count == 0 ? "" : $"  ({string.Join(", ", codes)})")}");
            foreach (var line in result.Differences.Take(Most)) Terminal.Out.WriteLine($"           {Plain.Text(line)}");
            if (result.Differences.Count > Most) Terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"           and {result.Differences.Count - Most} more"));
            if (result.Outcome == CaseOutcome.AsExpected) continue;
            foreach (var told in result.Diagnostics.DistinctBy(d => d.Message)) Terminal.Out.WriteLine($"           {told.Code}: {Plain.Text(told.Message)}");
        }

        if (results.Count == 0) return;
        var right = results.Count(r => r.Outcome is CaseOutcome.AsExpected or CaseOutcome.Written);
        Terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{results.Count} {(results.Count == 1 ? "case" : "cases")}, {right} {(results.Any(r => r.Outcome == CaseOutcome.Written) ? "written" : "as expected")}."));
    }
}
