using System.CommandLine;
using Kaizen.Hosting.Authoring.Verbs;

namespace Kaizen.Cli.Commands;

/// <summary>The notes that stand in the cycle's own file.</summary>
internal static class NoteInCycle
{
    public static Command Action()
    {
        var (words, json, dry) = (EntryWords.Words("CYCLE WHAT", "then the cycle's id, then the action: its number, a part of its text, or the text of a new one"), CommandWords.Json(), EntryWords.DryRun());
        var done = new Option<DateOnly?>("--done") { HelpName = "DATE", Description = "It is done, today or on this day.", Arity = ArgumentArity.ZeroOrOne, CustomParser = r => r.Tokens.Count == 0 ? null : CommandWords.Date(r) };
        var (who, due) = (EntryWords.Text("--who", "Who does it.", "PERSON"), EntryWords.Date("--due", "By when."));
        var recovery = EntryWords.Text("--recovery", "How a slip is made up for.");
        var add = new Option<bool>("--add") { Description = "It is a new one, whatever fits." };
        var command = new Command("action", "An action is done, is new, or is made up for.") { words, done, who, due, recovery, add, json, dry };
        command.Examples(
            ("kaizen note action s1-first-answer 6 --done", "the sixth is done today"),
            ("kaizen note action s1-first-answer 'late check' --recovery 'Priya does it on Friday.'", "found by a part of its text"),
            ("kaizen note action s1-first-answer 'Print the board' --who hanna --due 2026-10-16", "a new one"));
        command.SetAction((parsed, cancellation) => WithTextAsync(parsed.GetValue(words)!, "an action: its number or a part of its text", what => new Entry.Action(what)
        {
            Add = parsed.GetValue(add),
            Done = parsed.GetResult(done) is { Implicit: false },
            On = parsed.GetValue(done),
            Who = parsed.GetValue(who),
            Due = parsed.GetValue(due),
            Recovery = parsed.GetValue(recovery),
        }, (parsed.GetValue(json), parsed.GetValue(dry)), cancellation));
        return command;
    }

    public static Command Deviation()
    {
        var (words, date, json, dry) = (EntryWords.Words("CYCLE TEXT"), EntryWords.Day(), CommandWords.Json(), EntryWords.DryRun());
        var (why, came) = (EntryWords.Text("--why", "Why it was so."), EntryWords.Text("--came-of-it", "What came of it."));
        var command = new Command("deviation", "Something went otherwise than planned; information, never a penalty.") { words, why, came, date, json, dry };
        command.Examples(("kaizen note deviation s1-first-answer 'Two half days had nobody.' --why 'A public holiday.'", "with its reason"));
        command.SetAction((parsed, cancellation) => WithTextAsync(parsed.GetValue(words)!, "what was different",
            what => new Entry.Deviation(what, parsed.GetValue(why), parsed.GetValue(came), parsed.GetValue(date)), (parsed.GetValue(json), parsed.GetValue(dry)), cancellation));
        return command;
    }

    public static Command Observation()
    {
        var (words, by, date, json, dry) = (EntryWords.Words("CYCLE TEXT"), EntryWords.By("Who saw it.", required: true), EntryWords.Day(), CommandWords.Json(), EntryWords.DryRun());
        var command = new Command("observation", "A fact that somebody saw.") { words, by, date, json, dry };
        command.Examples(("kaizen note observation s1-first-answer '9 of 14 enquiries waited.' --by priya", "seen today"));
        command.SetAction((parsed, cancellation) => WithTextAsync(parsed.GetValue(words)!, "what was seen",
            what => new Entry.Observation(what, parsed.GetValue(by)!, parsed.GetValue(date)), (parsed.GetValue(json), parsed.GetValue(dry)), cancellation));
        return command;
    }

    public static Command Experiment()
    {
        var (words, date, json, dry) = (EntryWords.Words("CYCLE STEP", "then the cycle's id, then the step: its text, the number of one that is written, or nothing for the last open one"), EntryWords.Day(), CommandWords.Json(), EntryWords.DryRun());
        var (expected, happened, learned) = (EntryWords.Text("--expected", "What it should do."), EntryWords.Text("--happened", "What it did."), EntryWords.Text("--learned", "What that taught."));
        var obstacle = EntryWords.Text("--obstacle", "The obstacle that it is aimed at.", "ID");
        var command = new Command("experiment", "A step towards the target condition, or what came of it.") { words, expected, happened, learned, obstacle, date, json, dry };
        command.Examples(
            ("kaizen note experiment s1-first-answer 'Two people on the morning turn' --expected 'Nobody waits until noon.'", "a step"),
            ("kaizen note experiment s1-first-answer --happened 'Three still waited.' --learned 'The rush comes at ten.'", "what came of the last one"));
        command.SetAction((parsed, cancellation) =>
        {
            var all = parsed.GetValue(words)!;
            var step = EntryWords.Named(all).Count >= 2 ? all[^1] : null;
            return EntryWords.WriteAsync(step is null ? all : all[..^1], new Entry.Experiment(step)
            {
                Expected = parsed.GetValue(expected),
                Happened = parsed.GetValue(happened),
                Learned = parsed.GetValue(learned),
                Against = parsed.GetValue(obstacle),
                Date = parsed.GetValue(date),
            }, (parsed.GetValue(json), parsed.GetValue(dry)), cancellation);
        });
        return command;
    }

    public static Command Obstacle()
    {
        var (words, json, dry) = (EntryWords.Words("CYCLE TEXT"), CommandWords.Json(), EntryWords.DryRun());
        var id = EntryWords.Text("--id", "Its short name; made from its text where it is left out.", "ID");
        var active = new Option<bool>("--active") { Description = "It is the one that is worked on now." };
        var removed = EntryWords.Date("--removed", "It is out of the way since this day; TEXT is its id or a part of its text.");
        var command = new Command("obstacle", "What blocks the target condition: one more, the active one, or one out of the way.") { words, id, active, removed, json, dry };
        command.Examples(
            ("kaizen note obstacle s1-first-answer 'Nobody sees who has the turn' --active", "a new one, worked on now"),
            ("kaizen note obstacle s1-first-answer nobody_sees --removed 2026-10-01", "out of the way"));
        command.SetAction((parsed, cancellation) => WithTextAsync(parsed.GetValue(words)!, "what is in the way",
            text => new Entry.Obstacle(text) { Id = parsed.GetValue(id), Active = parsed.GetValue(active), Removed = parsed.GetValue(removed) }, (parsed.GetValue(json), parsed.GetValue(dry)), cancellation));
        return command;
    }

    public static Command Log()
    {
        var (words, by, date, json, dry) = (EntryWords.Words("CYCLE TEXT"), EntryWords.By(required: true), EntryWords.Day(), CommandWords.Json(), EntryWords.DryRun());
        var command = new Command("log", "A dated line of the log.") { words, by, date, json, dry };
        command.Examples(("kaizen note log s1-first-answer 'Three people were surprised to get an expert.' --by mei", "today"));
        command.SetAction((parsed, cancellation) => WithTextAsync(parsed.GetValue(words)!, "what happened",
            text => new Entry.Log(text, parsed.GetValue(by)!, parsed.GetValue(date)), (parsed.GetValue(json), parsed.GetValue(dry)), cancellation));
        return command;
    }

    private static Task<int> WithTextAsync(string[] words, string what, Func<string, Entry> entry, (bool Json, bool DryRun) show, CancellationToken cancellation) =>
        EntryWords.WithText(words) is { } said ? EntryWords.WriteAsync(said.Words, entry(said.Text), show, cancellation)
            : Task.FromResult(EntryWords.Wrong($"A cycle and {what} belong here.", "put texts into quotes", show.Json));
}
