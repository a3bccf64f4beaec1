using System.CommandLine;
using System.Globalization;
using Kaizen.Abstractions;
using Kaizen.Cli.Output;
using Kaizen.Core.Diagnostics;
using Kaizen.Hosting.Define;
using Kaizen.Hosting.Runs;
using Kaizen.Reports;
using Kaizen.Reports.Review;

namespace Kaizen.Cli.Commands;

/// <summary><c>kaizen validate</c>: all faults in what people wrote and what the method asks of it, without opening a source.</summary>
internal static class ValidateCommand
{
    public static Command Create()
    {
        var (words, asOf, json) = (CommandWords.Words(), CommandWords.AsOf(), CommandWords.Json());
        var sarif = new Option<bool>("--sarif") { Description = "Print everything as SARIF 2.1.0, for editors and review tools." };
        var github = new Option<bool>("--github") { Description = "Print everything as workflow commands, which GitHub shows beside the lines of a pull request." };
        var explain = new Option<bool>("--explain") { Description = "Print what was left out in each file and what was inferred for it." };
        var command = new Command("validate", "Check kaizen.yaml and every cycle as text, and ask what a coach would ask of it; nothing is measured.") { words, asOf, json, sarif, github, explain };
        command.Validators.Add(line =>
        {
            if (new[] { json, sarif, github }.Count(o => CommandWords.IsOn(line, o)) > 1) line.AddError("--json, --sarif and --github are three forms of one answer: choose one.");
        });
        command.Examples(
            ("kaizen validate", "all faults of the workspace, each with its place and way out, and all lint"),
            ("kaizen validate --sarif > kaizen.sarif", "for a review tool"),
            ("kaizen validate --explain s1-first-answer", "what Kaizen inferred for a cycle"));
        command.SetAction(parsed =>
        {
            var form = parsed.GetValue(json) ? Form.Json : parsed.GetValue(sarif) ? Form.Sarif : parsed.GetValue(github) ? Form.Github : Form.Text;
            return Run(parsed.GetValue(words)!, parsed.GetValue(asOf), form, parsed.GetValue(explain));
        });
        return command;
    }

    private enum Form { Text, Json, Sarif, Github }

    private static int Run(string[] words, DateOnly? asOf, Form form, bool explain)
    {
        using var screen = new Screen();
        var faults = new DiagnosticBag();
        var request = CommandWords.Request(words, asOf, null, faults);
        var found = Validation.Of(request, faults);
        var code = ExitCodes.Of(found.Diagnostics);
        // The form for GitHub tells a fault in its own way; twice would be shown twice.
        if (form != Form.Github) screen.Show(found.Diagnostics);
        var remarks = Remarks.Of(form is Form.Sarif or Form.Github ? found.Diagnostics : [], found.Lint);
        var prefix = request is null ? "" : Prefix(request.Folder);
        if (form == Form.Json) Terminal.Out.WriteLine(ResultsJson.ToText(found.Workspace, remarks, found.Diagnostics));
        else if (form == Form.Sarif) Terminal.Out.WriteLine(SarifJson.Of(remarks, prefix, code != ExitCodes.Fine));
        else if (form == Form.Github) Terminal.Out.Write(GithubText.Of(remarks, prefix));
        else if (found.Workspace is not null && code != ExitCodes.WrongUsage) Print(found, remarks, explain);
        return code;
    }

    private static void Print(Validation found, IReadOnlyList<Remark> remarks, bool explain)
    {
        var ink = Ink.ForOutput;
        if (explain) foreach (var cycle in found.Cycles) Explain(cycle);
        Bulk.Write(Terminal.Out, remarks.Where(r => r.Waived is null), r => LintText.Of(r, ink));
        var errors = found.Diagnostics.Count(d => d.Severity == Severity.Error);
        Terminal.Out.WriteLine($"{Counted(found.Cycles.Count, "cycle")} read, {(errors == 0 ? "no errors" : Counted(errors, "error"))}.");
        if (found.Unjudged.Count > 0)
            Terminal.Out.WriteLine(Plain.Text($"Not judged here: the options of {string.Join(", ", found.Unjudged)}. 'kaizen run' judges them; validate runs no code that did not come with Kaizen."));
        if (remarks.Count > 0) Terminal.Out.WriteLine(LintText.Sum(remarks));
    }

    /// <summary>The way from where the command runs to the workspace, for tools that begin at the root of a repository.</summary>
    private static string Prefix(string folder)
    {
        var way = Path.GetRelativePath(Directory.GetCurrentDirectory(), folder).Replace('\\', '/');
        return way == "." ? "" : way + "/";
    }

    private static string Counted(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    private static void Explain(Core.Cycles.Cycle cycle)
    {
        var ink = Ink.ForOutput;
        Terminal.Out.WriteLine($"{ink.Bold(cycle.Id)}  {Plain.Text(cycle.File)}");
        var grid = new Grid();
        foreach (var inference in cycle.Inferred) grid.Row(inference.What, inference.Value, inference.Because);
        Terminal.Out.WriteLine(cycle.Inferred.Count == 0 ? "  nothing was inferred\n" : grid.ToText((_, column, cell) => column == 2 ? ink.Faint(cell) : cell));
    }
}
