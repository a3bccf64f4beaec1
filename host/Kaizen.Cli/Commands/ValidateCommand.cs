using System.CommandLine;
using System.Globalization;
using Kaizen.Cli.Output;
using Kaizen.Core.Diagnostics;
using Kaizen.Definitions;
using Kaizen.Hosting.Runs;
using Kaizen.Reports;

namespace Kaizen.Cli.Commands;

/// <summary><c>kaizen validate</c>: all faults in what people wrote, without opening a source.</summary>
internal static class ValidateCommand
{
    public static Command Create()
    {
        var (words, json) = (CommandWords.Words(), CommandWords.Json());
        var explain = new Option<bool>("--explain") { Description = "Print what was left out in each file and what was inferred for it." };
        var command = new Command("validate", "Check kaizen.yaml and every cycle as text; nothing is measured.") { words, json, explain };
        command.Examples(
            ("kaizen validate", "all faults of the workspace, each with its place and way out"),
            ("kaizen validate --explain s1-first-answer", "what Kaizen inferred for a cycle"));
        command.SetAction(parsed => Run(parsed.GetValue(words)!, parsed.GetValue(json), parsed.GetValue(explain)));
        return command;
    }

    private static int Run(string[] words, bool json, bool explain)
    {
        using var screen = new Screen();
        var faults = new DiagnosticBag();
        var request = CommandWords.Request(words, null, null, faults);
        var workspace = request is null ? null : WorkspaceReader.Read(request.Folder, faults);
        var cycles = workspace is null ? [] : Selection.Of(workspace, request!.Selectors, faults);
        var all = faults.All;
        if (request is { Selectors.Count: > 0 } && workspace is not null)
        {
            var ids = cycles.Select(c => c.Id).Concat(Selection.Faulty(workspace, request.Selectors)).ToHashSet();
            all = all.Where(d => d.Cycle is null || ids.Contains(d.Cycle)).ToList();
        }

        screen.Show(all);
        if (json)
        {
            Console.Out.WriteLine(ResultsJson.ToText(workspace, default, [], all));
        }
        else if (workspace is not null && ExitCodes.Of(all) != ExitCodes.WrongUsage)
        {
            if (explain) foreach (var cycle in cycles) Explain(cycle);
            var wrong = all.Where(d => d.Severity == Abstractions.Severity.Error).Select(d => d.Cycle).Distinct().Count();
            Console.Out.WriteLine(wrong == 0
                ? string.Create(CultureInfo.InvariantCulture, $"{cycles.Count} cycle{(cycles.Count == 1 ? "" : "s")} read, no errors.")
                : string.Create(CultureInfo.InvariantCulture, $"{cycles.Count} cycle{(cycles.Count == 1 ? "" : "s")} read, {Errors(all)}."));
        }

        return ExitCodes.Of(all);
    }

    private static string Errors(IReadOnlyList<Abstractions.Diagnostic> all)
    {
        var count = all.Count(d => d.Severity == Abstractions.Severity.Error);
        return count == 1 ? "1 error" : string.Create(CultureInfo.InvariantCulture, $"{count} errors");
    }

    private static void Explain(Core.Cycles.Cycle cycle)
    {
        var ink = Ink.ForOutput;
        Console.Out.WriteLine($"{ink.Bold(cycle.Id)}  {Plain.Text(cycle.File)}");
        var grid = new Grid();
        foreach (var inference in cycle.Inferred) grid.Row(inference.What, inference.Value, inference.Because);
        Console.Out.WriteLine(cycle.Inferred.Count == 0 ? "  nothing was inferred\n" : grid.ToText((_, column, cell) => column == 2 ? ink.Faint(cell) : cell));
    }
}
