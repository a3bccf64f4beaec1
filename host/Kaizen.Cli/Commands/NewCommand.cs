using System.CommandLine;
using System.CommandLine.Parsing;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Hosting.Authoring;
using Kaizen.Hosting.Runs;

namespace Kaizen.Cli.Commands;

/// <summary><c>kaizen new</c>: a cycle of one's own, by questions or by options.</summary>
internal static class NewCommand
{
    private static readonly string[] Reasons = ["adapted_from", "next_obstacle", "standardise", "drift", "spread", "triage"];

    public static Command Create()
    {
        var words = new Argument<string[]>("workspace|id")
        {
            HelpName = "WORKSPACE ID",
            Description = "A folder with kaizen.yaml (default: the nearest one above; made here where there is none), then the cycle's id (default: made of the title).",
            Arity = new ArgumentArity(0, 2),
        };
        var kind = Text("--kind", "pdca|sdca|edca|capdo", "Improve a known problem, hold a gain, explore an unknown one, or take stock. Default pdca.");
        kind.AcceptOnlyFromAmong("pdca", "sdca", "edca", "capdo");
        var title = Text("--title", "TEXT", "What is wrong, in one line, without the answer.");
        var problem = Text("--problem", "TEXT", "What happens, to whom and how much of it.");
        var (owner, coach) = (Text("--owner", "PERSON", "Whose cycle it is: a short name of people: in kaizen.yaml, or a full name, which is added there."), Text("--coach", "PERSON", "Who asks the owner questions."));
        var domain = Text("--domain", "sales|change", "What it is about.");
        domain.AcceptOnlyFromAmong("sales", "change");
        var after = Text("--after", "CYCLE", "Go on where this cycle stands: people, numbers and standard are carried over.");
        var reason = Text("--reason", "REASON", $"Why it follows: {string.Join(", ", Reasons)}.");
        reason.AcceptOnlyFromAmong(Reasons);
        var from = Text("--from", "FILE.csv", "Look at a table, propose numbers to follow and make it a source. A file from outside is copied into data/.");
        var value = Text("--value", "NAME", "Follow a number that is written down by hand: kaizen note value NAME 5.2 adds to data/NAME.csv.");
        var metrics = new Option<string[]>("--metric") { HelpName = "NAME", Description = "A proposal by its name or number; the first one leads. Default: the likeliest.", Arity = ArgumentArity.OneOrMore };
        var target = Text("--target", "NUMBER", "Where the number shall be; a share as 0.4 or '40 %'.");
        var due = Date("--due", "By when");
        var started = Date("--started", "First day with the change; it may lie in the past or ahead");
        var ask = new Option<bool>("--ask") { Description = "Ask the questions even where the answers are piped in, one a line." };
        var yes = new Option<bool>("--yes") { Description = "Ask nothing; what no option says is left for you to write." };
        var command = new Command("new", "Begin a cycle of your own: answer some questions, or point at a CSV file.")
        {
            words, kind, title, problem, owner, coach, domain, after, reason, from, value, metrics, target, due, started, ask, yes,
        };
        command.Validators.Add(line =>
        {
            // A value is asked for only where the parser found nothing wrong with it.
            if (CommandWords.IsOn(line, ask) && CommandWords.IsOn(line, yes)) line.AddError("--ask and --yes do not go together: keep one of the two.");
            if (line.GetResult(reason) is not null && line.GetResult(after) is null) line.AddError("--reason says why a cycle follows another: name that one with --after.");
            if (Day(line, started) is { } begins && Day(line, due) is { } ends && ends <= begins) line.AddError("--due lies not after --started: no day would be left on which the change could show.");
        });
        command.Examples(
            ("kaizen new --from tickets.csv", "on a terminal: questions, with proposals made of your file"),
            ("kaizen new late-orders --title 'Orders leave two days late' --owner 'Priya Nair' --value days_late", "a number that is written down by hand"),
            ("kaizen new --from deals.csv --metric 1 --title 'Few offers are won' --target '40 %' --due 2027-03-01 --yes", "without questions"),
            ("kaizen new --after s1-first-answer --kind sdca", "hold what was gained"));
        command.SetAction((parsed, cancellation) => RunAsync(
            new NewOptions
            {
                Words = parsed.GetValue(words) ?? [],
                Kind = parsed.GetValue(kind) switch { "pdca" => CycleKind.Pdca, "sdca" => CycleKind.Sdca, "edca" => CycleKind.Edca, "capdo" => CycleKind.Capdo, _ => null },
                Title = Filled(parsed.GetValue(title)),
                Problem = Filled(parsed.GetValue(problem)),
                Owner = Filled(parsed.GetValue(owner)),
                Coach = Filled(parsed.GetValue(coach)),
                Domain = parsed.GetValue(domain) switch { "sales" => Domain.Sales, "change" => Domain.Change, _ => null },
                After = Filled(parsed.GetValue(after)),
                Reason = parsed.GetValue(reason),
                From = Filled(parsed.GetValue(from)),
                Value = Filled(parsed.GetValue(value)),
                Metrics = parsed.GetValue(metrics) ?? [],
                Target = Filled(parsed.GetValue(target)),
                Due = parsed.GetValue(due),
                Started = parsed.GetValue(started),
                Asks = parsed.GetValue(ask) || (!parsed.GetValue(yes) && !Console.IsInputRedirected && !Console.IsOutputRedirected),
            },
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(NewOptions options, CancellationToken cancellation)
    {
        var faults = new DiagnosticBag();
        var session = NewSession.Open(options, faults);
        var made = session is not null && await session.RunAsync(faults, cancellation);
        using (var screen = new Output.Screen()) screen.Show(faults.All);
        if (made) session!.Tell();
        // What is left to paste is left in a file that a person wrote.
        return made ? faults.HasErrors ? ExitCodes.WrongText : ExitCodes.Fine : Math.Max(ExitCodes.WrongText, ExitCodes.Of(faults.All));
    }

    private static DateOnly? Day(CommandResult line, Option<DateOnly?> option) => line.GetResult(option) is { Tokens: [{ Value: var text }] } ? Typed.Date(text) : null;

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static Option<string?> Text(string name, string help, string what) => new(name) { HelpName = help, Description = what };

    private static Option<DateOnly?> Date(string name, string what) => new(name) { HelpName = "DATE", Description = $"{what} (yyyy-MM-dd).", CustomParser = CommandWords.Date };
}
