using System.CommandLine;
using System.Globalization;
using Kaizen.Cli.Output;
using Kaizen.Core.Diagnostics;
using Kaizen.Hosting;
using Kaizen.Hosting.Record;
using Kaizen.Hosting.Runs;
using Kaizen.Reports;

namespace Kaizen.Cli.Commands;

/// <summary><c>kaizen note</c>: what people say, a line each: in the cycle's file, in the data, in the ledger.</summary>
internal static class NoteCommand
{
    private static readonly string[] Gates = ["G1", "G2", "G3", "G4"];

    public static Command Create()
    {
        var command = new Command("note", "Write down what was asked, said, seen, done or measured.")
        {
            NoteInCycle.Action(), NoteInCycle.Experiment(), NoteInCycle.Obstacle(), NoteInCycle.Deviation(), NoteInCycle.Observation(), NoteInCycle.Log(),
            NoteInData.Value(), NoteInData.Contact(), Ask(), Answer(), Sign(),
        };
        command.Groups(("In the cycle's file, which else stays as it is", "action"), ("In the data", "value"), ("In the ledger", "ask"));
        command.Examples(
            ("kaizen note action s1-hold 2 --done", "the second action is done today"),
            ("kaizen note value energy 5.2", "today's value of a metric that is read off"),
            ("kaizen note contact 'Asked how the export works.' --with acme --by noor", "a talk with a customer"),
            ("kaizen note ask s1-first-answer 'What did you see yourself?' --by sam", "stands on the sheet from the next run on"),
            ("kaizen note answer s1-first-answer 'Nine of fourteen waited for a specialist.' --by priya", "answers the open question"),
            ("kaizen note sign s1-first-answer --gate G2 --by ines", "signs the plan as it stands"));
        return command;
    }

    private static Command Ask()
    {
        var (words, by, asOf, json) = (Words("CYCLE TEXT"), By(), CommandWords.AsOf(), CommandWords.Json());
        var command = new Command("ask", "Ask the team a question; it stands on the sheet until it is answered.") { words, by, asOf, json };
        command.Examples(("kaizen note ask s1-first-answer 'What did you see yourself?' --by sam", "a coach's question"));
        command.SetAction((parsed, cancellation) => WithTextAsync(parsed.GetValue(words)!, text => new Note.Ask(parsed.GetValue(by)!, text),
            (parsed.GetValue(asOf), parsed.GetValue(json)), cancellation));
        return command;
    }

    private static Command Answer()
    {
        var (words, by, asOf, json) = (Words("CYCLE TEXT"), By(), CommandWords.AsOf(), CommandWords.Json());
        var to = new Option<string?>("--to") { HelpName = "ID", Description = "The question's id, or the beginning of it; needed where several are open." };
        var command = new Command("answer", "Answer a question.") { words, to, by, asOf, json };
        command.Examples(("kaizen note answer s1-first-answer 'Nine of fourteen waited.' --by priya", "the only open question"),
            ("kaizen note answer s1-first-answer 'No.' --to 3f2a --by priya", "one of several"));
        command.SetAction((parsed, cancellation) => WithTextAsync(parsed.GetValue(words)!, text => new Note.Reply(parsed.GetValue(by)!, text, parsed.GetValue(to)),
            (parsed.GetValue(asOf), parsed.GetValue(json)), cancellation));
        return command;
    }

    private static Command Sign()
    {
        var (words, by, asOf, json) = (Words("CYCLE"), By(), CommandWords.AsOf(), CommandWords.Json());
        var gate = new Option<string>("--gate") { HelpName = "GATE", Description = "G1 problem accepted, G2 plan agreed, G3 check done, G4 act.", Required = true };
        gate.CompletionSources.Add(Gates);
        gate.Validators.Add(given =>
        {
            if (given.Tokens is [var word] && !Gates.Contains(word.Value, StringComparer.OrdinalIgnoreCase)) given.AddError($"'{word.Value}' is no gate. Must be one of: {string.Join(", ", Gates)}.");
        });
        var command = new Command("sign", "Sign a gate under the definition as it stands now.") { words, gate, by, asOf, json };
        command.Examples(("kaizen note sign s1-first-answer --gate G2 --by ines", "the sponsor signs the plan"));
        command.SetAction((parsed, cancellation) => WriteAsync(parsed.GetValue(words)!, new Note.Sign(parsed.GetValue(by)!, parsed.GetValue(gate)!.ToUpperInvariant()),
            (parsed.GetValue(asOf), parsed.GetValue(json)), cancellation));
        return command;
    }

    private static Argument<string[]> Words(string rest) => EntryWords.Words(rest);

    private static Option<string> By() => new("--by")
    {
        HelpName = "PERSON",
        Description = "Who says so: a name of people: in kaizen.yaml.",
        Required = true,
    };

    private static Task<int> WithTextAsync(string[] words, Func<string, Note> note, (DateOnly?, bool) options, CancellationToken cancellation)
    {
        var text = words[^1].Trim();
        if (words.Length >= 2 && text.Length > 0) return WriteAsync(words[..^1], note(text), options, cancellation);
        return Task.FromResult(UsageFaults.Say([Catalogue.WrongLine.At(null, "A cycle and a text belong here, such as: s1-first-answer 'What did you see yourself?'.")], options.Item2));
    }

    private static async Task<int> WriteAsync(string[] words, Note note, (DateOnly? AsOf, bool Json) options, CancellationToken cancellation)
    {
        using var screen = new Screen();
        var faults = new DiagnosticBag();
        var request = CommandWords.Request(words, options.AsOf, null, faults);
        var result = request is null ? new NoteResult(null, default, null, faults.All) : await KaizenHost.NoteAsync(request, note, screen, cancellation);
        screen.Show(result.Diagnostics);
        if (options.Json) Terminal.Out.WriteLine(NoteJson(note, result));
        else if (result.Cycle is { } cycle) Terminal.Out.WriteLine(Said(note, cycle.Id, result));
        return ExitCodes.Of(result.Diagnostics);
    }

    private static string Said(Note note, string cycle, NoteResult result)
    {
        var by = Plain.Text(result.By ?? note.By);
        var date = result.AsOf.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        return note switch
        {
            Note.Ask => $"Question {result.Question} to {cycle}, {by}, {date}. It stands on the sheet from the next run on.",
            Note.Reply => $"Answer to question {result.Question} of {cycle}, {by}, {date}.",
            Note.Sign sign => $"{sign.Gate} of {cycle} signed, {by}, {date}.",
            _ => throw new InvalidOperationException("A note of a kind that nobody knows."),
        };
    }

    private static string NoteJson(Note note, NoteResult result) => ResultsJson.ToText(
        json =>
        {
            json.WriteString("act", note switch { Note.Ask => "ask", Note.Reply => "answer", _ => "sign" });
            json.WriteString("cycle", result.Cycle?.Id);
            json.WriteString("date", result.Cycle is null ? null : result.AsOf.ToString("O", CultureInfo.InvariantCulture));
            json.WriteString("question", result.Question);
        },
        result.Diagnostics);
}
