using System.CommandLine;
using System.Text.RegularExpressions;
using Kaizen.Cli.Output;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Lint;
using Kaizen.Hosting;
using Kaizen.Hosting.Runs;
using Kaizen.Reports;

namespace Kaizen.Cli.Commands;

/// <summary><c>kaizen why</c>: what a message means, or what the conclusion on a cycle rests on.</summary>
internal static partial class WhyCommand
{
    [GeneratedRegex(@"^KZ?\d+$", RegexOptions.IgnoreCase)]
    private static partial Regex Code();

    public static Command Create()
    {
        var words = new Argument<string[]>("code|cycle")
        {
            HelpName = "CODE | WORKSPACE CYCLE",
            Description = "A rule of the method, such as K17, the code of a message, such as KZ2003, or the id of a cycle.",
            Arity = ArgumentArity.OneOrMore,
        };
        var (asOf, json) = (CommandWords.AsOf(), CommandWords.Json());
        var command = new Command("why", "What a rule or a message means and how it is mended, or what a conclusion rests on.") { words, asOf, json };
        command.Examples(
            ("kaizen why K17", "a rule of the method: the coach's question, why it matters, how it is mended"),
            ("kaizen why KZ2003", "about an unknown source"),
            ("kaizen why s1-first-answer", "from the conclusion down to rows, definition, rules and versions"));
        command.SetAction((parsed, cancellation) =>
        {
            var written = parsed.GetValue(words)!;
            return written.Length == 1 && Code().IsMatch(written[0])
                ? Task.FromResult(Message(written[0]))
                : CycleAsync(written, parsed.GetValue(asOf), parsed.GetValue(json), cancellation);
        });
        return command;
    }

    private static int Message(string written)
    {
        if (LintRules.ById.GetValueOrDefault(written.ToUpperInvariant()) is { } rule)
        {
            Terminal.Out.Write(RuleText.Of(rule, Ink.ForOutput));
            return ExitCodes.Fine;
        }

        var message = Catalogue.ByCode.Values.FirstOrDefault(m => m.Code.Equals(written, StringComparison.OrdinalIgnoreCase));
        if (message is null)
        {
            var fault = Catalogue.UnknownName.At(null, "message", written) with { Hint = Nearest.Hint(written, [.. Catalogue.ByCode.Keys, .. LintRules.ById.Keys]) ?? "a code stands behind 'error' or 'warning', such as KZ2003 or K17" };
            Terminal.Error.WriteLine(DiagnosticText.Of(fault, Ink.ForError));
            return ExitCodes.WrongUsage;
        }

        Terminal.Out.WriteLine($"{Ink.ForOutput.Bold(message.Code)} ({CycleLine.Word(message.Severity)}): {message.Title}");
        Terminal.Out.WriteLine();
        Terminal.Out.WriteLine(message.Why);
        return ExitCodes.Fine;
    }

    private static async Task<int> CycleAsync(string[] words, DateOnly? asOf, bool json, CancellationToken cancellation)
    {
        using var screen = new Screen();
        var faults = new DiagnosticBag();
        var request = CommandWords.Request(words, asOf, null, faults);
        if (request is { Selectors.Count: 0 })
            faults.Add(Catalogue.WrongLine.At(null, "Which cycle? 'why' explains one conclusion at a time.") with { Hint = "name its id, as 'kaizen status' lists them" });
        var result = request is null || faults.HasErrors ? new RunResult { Diagnostics = faults.All } : await KaizenHost.RunAsync(request, RunMode.Look, screen, cancellation);
        screen.Show(result.Diagnostics);
        if (json) Terminal.Out.WriteLine(ResultsJson.ToText(result.Workspace, result.AsOf, result.Reported, result.Diagnostics));
        else foreach (var cycle in result.Cycles.Where(c => c.Evidence is not null)) Terminal.Out.Write(WhyText.Of(cycle, result.AsOf, Ink.ForOutput));
        return result.ExitCode;
    }
}
