using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Kaizen.Cli.Output;
using Kaizen.Core.Diagnostics;
using Kaizen.Hosting;
using Kaizen.Hosting.Authoring.Verbs;
using Kaizen.Hosting.Runs;

namespace Kaizen.Cli.Commands;

/// <summary><c>kaizen week</c>: the five questions of a weekly talk, asked or given as options, and written at once.</summary>
internal static class WeekCommand
{
    public static Command Create()
    {
        var (words, json, dry) = (EntryWords.Words("CYCLE"), CommandWords.Json(), EntryWords.DryRun());
        var (by, date) = (EntryWords.By("Who writes it down; the owner where it is left out."), EntryWords.Day());
        var ask = new Option<bool>("--ask") { Description = "Ask although nobody sits at a terminal; the answers are lines of standard input." };
        var (happened, learned) = (EntryWords.Text("--happened", "What came of the last step."), EntryWords.Text("--learned", "What that taught."));
        var (obstacle, next, expect) = (EntryWords.Text("--obstacle", "The obstacle now: its id, a part of its text, or a new one."), EntryWords.Text("--next", "The next step."), EntryWords.Text("--expect", "What it should do."));
        var see = EntryWords.Date("--see-on", "When one can see what was learned.");
        var done = new Option<int[]>("--done") { HelpName = "N,N", Description = "Numbers of actions that are done.", CustomParser = Numbers };
        var values = new Option<string[]>("--value") { HelpName = "NAME=5.2", Description = "A value that was read off; may be given several times." };
        var command = new Command("week", "Three minutes a week: where we stand, what we learned, what is in the way, what is next.")
        {
            words, by, date, happened, learned, obstacle, next, expect, see, done, values, ask, json, dry,
        };
        command.Examples(
            ("kaizen week s1-hold", "asks, and writes at the end"),
            ("kaizen week s1-hold --happened 'Two waited.' --learned 'Mondays differ.' --next 'A second name on Mondays' --done 2,3", "without questions"));
        command.SetAction((parsed, cancellation) =>
        {
            var given = new Entry.Week
            {
                By = parsed.GetValue(by),
                Date = parsed.GetValue(date),
                Happened = parsed.GetValue(happened),
                Learned = parsed.GetValue(learned),
                Against = parsed.GetValue(obstacle),
                Next = parsed.GetValue(next),
                Expected = parsed.GetValue(expect),
                SeeOn = parsed.GetValue(see),
                Done = [.. (parsed.GetValue(done) ?? []).Select(n => (n, (DateOnly?)null))],
                Values = [.. (parsed.GetValue(values) ?? []).Select(Pair)],
            };
            return RunAsync(parsed.GetValue(words)!, given, (parsed.GetValue(ask), parsed.GetValue(json), parsed.GetValue(dry)), cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(string[] words, Entry.Week given, (bool Ask, bool Json, bool DryRun) how, CancellationToken cancellation)
    {
        var show = (how.Json, how.DryRun);
        var said = given is not { Happened: null, Learned: null, Against: null, Next: null, Expected: null, SeeOn: null, Done.Count: 0, Values.Count: 0 };
        if (said && !how.Ask) return await EntryWords.WriteAsync(words, given, show, cancellation);
        if (!how.Ask && !Questions.OnTerminal) return EntryWords.Wrong("Nothing is said, and nobody is there to be asked.", "say it with options such as --happened and --next, or answer on standard input with --ask", how.Json);
        using var screen = new Screen();
        var faults = new DiagnosticBag();
        var request = CommandWords.Request(words, null, null, faults);
        var look = request is null ? new RunResult { Diagnostics = faults.All } : await KaizenHost.RunAsync(request, RunMode.Look, screen, cancellation);
        if (request is null || look.Workspace is not { } workspace || look.Cycles.Count != 1)
        {
            // What is wrong with the words is told as by every note.
            return look.Cycles.Count > 1 && request is not null ? EntryWords.Tell(screen, given, await KaizenHost.WriteAsync(request, given, true, screen, cancellation), show)
                : EntryWords.Tell(screen, given, new WritingResult { Diagnostics = look.Diagnostics }, show);
        }

        screen.Dispose();
        var questions = new Questions(Console.In, Terminal.Error, cancellation);
        try
        {
            var day = given.Date ?? look.AsOf;
            var entry = await new WeekTalk(questions, workspace, look.Cycles[0], day).AskAsync(given);
            var would = await KaizenHost.WriteAsync(request, entry, dryRun: true, screen, cancellation);
            if (how.DryRun || would.Files.Count == 0 || WritingText.ExitCode(would) != 0) return EntryWords.Tell(screen, entry, would, show);
            questions.Tell("");
            questions.Tell(WritingText.Diff(would.Files));
            if (await questions.AskAsync("Write this? [Y/n]") is { } no && no.StartsWith('n'))
            {
                questions.Tell("Nothing was written.");
                return ExitCodes.Fine;
            }

            return EntryWords.Tell(screen, entry, await KaizenHost.WriteAsync(request, entry, dryRun: false, screen, cancellation), show);
        }
        catch (EndOfStreamException)
        {
            questions.Tell("");
            questions.Tell("kaizen: the answers ended before the last question; nothing was written.");
            return ExitCodes.Stopped;
        }
    }

    private static int[]? Numbers(ArgumentResult result)
    {
        var numbers = new List<int>();
        foreach (var part in result.Tokens.SelectMany(t => t.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        {
            if (int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) numbers.Add(number);
            else result.AddError($"'{part}' is not the number of an action.");
        }

        return [.. numbers.Distinct()];
    }

    private static (string Metric, string Number) Pair(string text) =>
        text.IndexOf('=', StringComparison.Ordinal) is >= 0 and var at ? (text[..at].Trim(), text[(at + 1)..].Trim()) : (text, "");
}
