using System.CommandLine;
using Kaizen.Cli.Output;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Hosting;
using Kaizen.Hosting.Authoring.Verbs;
using Kaizen.Hosting.Runs;

namespace Kaizen.Cli.Commands;

/// <summary><c>kaizen act</c>: the decision of people, kept beside the recommendation, and the cycle that comes of it.</summary>
internal static class ActCommand
{
    public static Command Create()
    {
        var (words, json, dry) = (EntryWords.Words("CYCLE"), CommandWords.Json(), EntryWords.DryRun());
        var decisions = DecisionWords.All.Select(w => new Option<bool>($"--{w}") { Description = Describe(w) }).ToList();
        var (because, learned, reflection, date) = (EntryWords.Text("--because", "Why; needed where the evidence says something else."), EntryWords.Text("--learned", "What was learned, and what stops."),
            EntryWords.Text("--reflection", "What was expected, what happened, what surprised, where check.reflection is empty."), EntryWords.Date("--date", "The day of the decision; today where it is left out."));
        var (standard, owner, metric, audit) = (EntryWords.Text("--standard", "The best way of working known now."), EntryWords.Text("--standard-owner", "Who answers for it; the cycle's owner where it is left out.", "PERSON"),
            EntryWords.Text("--metric", "The metric that controls it; the lead metric where it is left out.", "NAME"), EntryWords.Text("--audit", "How often, and how, it is looked at whether it is kept."));
        var (next, noNext) = (EntryWords.Text("--next", "Id of the next cycle, or what comes next in words.", "ID"), new Option<bool>("--no-next") { Description = "Write no file for the next cycle." });
        var force = new Option<bool>("--force") { Description = "Replace a decision that is written." };
        var ask = new Option<bool>("--ask") { Description = "Ask although nobody sits at a terminal; the answers are lines of standard input." };
        var command = new Command("act", "Decide, and begin what comes of it: a cycle that holds the gain, or the next turn.") { words };
        foreach (var decision in decisions) command.Add(decision);
        foreach (var option in (Option[])[because, learned, reflection, date, standard, owner, metric, audit, next, noNext, force, ask, json, dry]) command.Add(option);
        command.Examples(
            ("kaizen act s1-first-answer --adopt --standard 'Experts answer on a rota.' --audit 'First Monday of the month.'", "writes the decision, and s1-first-answer-hold"),
            ("kaizen act i1-handover-v2 --adapt --learned 'When one cause goes, the next steps forward.'", "writes the decision and the next turn"),
            ("kaizen act s2-checklist --abandon --because 'No change in 26 weeks.' --next 'Sales keeps the gap.'", "nothing follows but what was learned"));
        command.SetAction((parsed, cancellation) =>
        {
            var show = (parsed.GetValue(json), parsed.GetValue(dry));
            var chosen = decisions.Where(parsed.GetValue).Select(d => d.Name[2..]).ToList();
            var mayAsk = parsed.GetValue(ask) || Questions.OnTerminal;
            if (chosen.Count > 1 || (chosen.Count == 0 && !mayAsk))
                return Task.FromResult(EntryWords.Wrong(chosen.Count == 0 ? "No decision is named." : $"Only one decision can be taken, not {string.Join(" and ", chosen)}.",
                    "PDCA: --adopt --adapt --abandon; SDCA: --hold --correct --retire; EDCA: --pursue --pivot --drop; CAP-Do: --standardise --improve --explore --stop", show.Item1));
            var entry = new Entry.Decision(chosen.FirstOrDefault() ?? "")
            {
                Because = parsed.GetValue(because),
                Learned = parsed.GetValue(learned),
                Reflection = parsed.GetValue(reflection),
                Date = parsed.GetValue(date),
                Standard = (parsed.GetValue(standard), parsed.GetValue(owner), parsed.GetValue(metric), parsed.GetValue(audit)),
                Next = parsed.GetValue(next),
                Follows = !parsed.GetValue(noNext),
                Force = parsed.GetValue(force),
            };
            return RunAsync(parsed.GetValue(words)!, entry, (mayAsk, show), cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(string[] words, Entry.Decision entry, (bool Ask, (bool Json, bool DryRun) Show) how, CancellationToken cancellation)
    {
        using var screen = new Screen();
        var faults = new DiagnosticBag();
        var request = CommandWords.Request(words, null, null, faults);
        if (request is null) return EntryWords.Tell(screen, entry, new WritingResult { Diagnostics = faults.All }, how.Show);
        var look = await KaizenHost.RunAsync(request, RunMode.Look, screen, cancellation);
        screen.Dispose();
        if (look.Cycles is [var one])
        {
            entry = Compared(entry, one);
            // Where nothing may be decided nobody is asked: the first word of the kind gets the reason told.
            if (entry.Word.Length == 0 && DecisionWords.Of(one.Cycle.Kind)[0] is var first && !MayBe(one.Cycle, entry with { Word = first }, look.AsOf)) entry = entry with { Word = first };
            if (how.Ask && (entry.Word.Length == 0 || MayBe(one.Cycle, entry, look.AsOf)))
            {
                try
                {
                    if (entry.Word.Length == 0) entry = entry with { Word = await ChosenAsync(new Questions(Console.In, Terminal.Error, cancellation), one.Cycle) ?? "" };
                    if (entry.Word.Length == 0)
                    {
                        Terminal.Error.WriteLine("Nothing was decided; nothing was written.");
                        return ExitCodes.Fine;
                    }

                    entry = await AskAsync(new Questions(Console.In, Terminal.Error, cancellation), one, entry);
                }
                catch (EndOfStreamException)
                {
                    Terminal.Error.WriteLine();
                    Terminal.Error.WriteLine("kaizen: the answers ended before the last question; nothing was written.");
                    return ExitCodes.Stopped;
                }
            }
        }

        var result = await KaizenHost.WriteAsync(request, entry, how.Show.DryRun, screen, cancellation);
        var code = EntryWords.Tell(screen, entry, result, how.Show);
        if (code != 0 || how.Show.Json) return code;
        if (look.Cycles is [{ Cycle.FamilyOf: null } decided]) Say(decided, entry);
        else foreach (var loop in look.Cycles.Where(c => c.Evidence is not null)) Terminal.Out.WriteLine($"{loop.Cycle.Id}: the evidence says {CycleLine.Word(loop.Evidence!.Recommendation)}.");
        return code;
    }

    private static Entry.Decision Compared(Entry.Decision entry, CycleResult result)
    {
        // The decision is taken for all loops of a family; what one of them shows is none of the others' number.
        if (result.Evidence is not { } evidence || result.Cycle.FamilyOf is not null) return entry;
        var word = CycleLine.Word(evidence.Recommendation);
        return entry with
        {
            Recommended = word == "none" ? null : word,
            Reached = evidence.Findings.FirstOrDefault(f => f.Metric == evidence.Lead && f.Window == "check")?.After,
        };
    }

    /// <summary>Whether the decision may be taken at all; else nobody is asked in vain.</summary>
    private static bool MayBe(Cycle cycle, Entry.Decision entry, DateOnly asOf) =>
        DecisionWords.Of(cycle.Kind).Contains(entry.Word) && (cycle.Act?.Decision is null || entry.Force) && cycle.Cancelled is null && DecisionWords.MayCome(cycle, entry.Date ?? asOf);

    /// <summary>The decision among those of the cycle's kind, or null where nobody decides.</summary>
    private static async Task<string?> ChosenAsync(Questions questions, Cycle cycle)
    {
        var words = DecisionWords.Of(cycle.Kind);
        questions.Tell($"{Plain.Text(cycle.Title)} ({cycle.Id})");
        foreach (var word in words) questions.Tell($"  {word}: {Describe(word).Split(": ", 2)[1]}");
        var answer = await questions.AskAsync($"What do you decide: {string.Join(", ", words)}?", a => Meant(a) is null ? $"One of {string.Join(", ", words)}." : null);
        return answer is null ? null : Meant(answer);

        string? Meant(string typed) => words.FirstOrDefault(w => w.Equals(typed.TrimStart('-').TrimEnd('.'), StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<Entry.Decision> AskAsync(Questions questions, CycleResult result, Entry.Decision entry)
    {
        var (cycle, act) = (result.Cycle, result.Cycle.Act);
        questions.Tell($"{Plain.Text(cycle.Title)} ({cycle.Id}): {entry.Word}. An empty answer skips.");
        if (string.IsNullOrWhiteSpace(entry.Reflection ?? cycle.Check.Reflection)) entry = entry with { Reflection = await questions.AskAsync("What did you expect, what happened, what surprised you?") };
        if (entry.Recommended is { } says && says != entry.Word) questions.Tell($"  The evidence says {says}. {Plain.Text(string.Join(' ', result.Evidence!.Because))}");
        if (string.IsNullOrWhiteSpace(entry.Because ?? act?.Because)) entry = entry with { Because = await questions.AskAsync("Why do you decide so?") };
        if (string.IsNullOrWhiteSpace(entry.Learned ?? act?.Learned)) entry = entry with { Learned = await questions.AskAsync("What was learned, and what stops?") };
        if (entry.Word != "adopt" || (entry.Standard.Text ?? act?.Standard?.Text) is not null) return entry;
        var standard = entry.Standard;
        standard.Text = await questions.AskAsync("What is the standard from now on?");
        if (standard.Text is null) return entry;
        standard.Owner ??= await questions.AskAsync($"Who answers for it?{(cycle.People.Owner is { } owner ? $" [{owner}]" : "")}");
        standard.Audit ??= await questions.AskAsync("How often is it looked at whether it is kept?");
        return entry with { Standard = standard };
    }

    private static void Say(CycleResult result, Entry.Decision entry)
    {
        if (entry.Recommended is { } says) Terminal.Out.WriteLine(says == entry.Word ? $"The evidence says {says} too." : $"The evidence says {says}; the decision is to {entry.Word}.");
        else if (result.Evidence is null) Terminal.Out.WriteLine("The cycle could not be measured, so nothing is there to compare the decision with: 'kaizen status' says why.");
    }

    private static string Describe(string word) => word switch
    {
        "adopt" => "PDCA: it becomes the standard; a cycle that holds it follows.",
        "adapt" => "PDCA: change it and go round again; the next turn follows.",
        "abandon" => "PDCA: it stops, and what was learned stays.",
        "hold" => "SDCA: the standard holds.",
        "correct" => "SDCA: it has drifted; a PDCA follows.",
        "retire" => "SDCA: nobody needs the standard any more.",
        "pursue" => "EDCA: go on with it.",
        "pivot" => "EDCA: ask in another direction; the next exploration follows.",
        "drop" => "EDCA: it ends here.",
        "standardise" => "CAP-Do: hold what is there.",
        "improve" => "CAP-Do: a known problem is next.",
        "explore" => "CAP-Do: an unknown one is next.",
        _ => "CAP-Do: nothing more is done.",
    };
}
