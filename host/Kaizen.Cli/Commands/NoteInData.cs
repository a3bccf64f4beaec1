using System.CommandLine;
using Kaizen.Hosting.Authoring;
using Kaizen.Hosting.Authoring.Verbs;

namespace Kaizen.Cli.Commands;

/// <summary>The notes that are rows of data.</summary>
internal static class NoteInData
{
    public static Command Value()
    {
        var (words, json, dry) = (EntryWords.Words("METRIC DATE NUMBER", "then the metric, the day (today where it is left out) and the number"), CommandWords.Json(), EntryWords.DryRun());
        var replace = new Option<bool>("--replace") { Description = "A value of that day gives way." };
        var command = new Command("value", "A value that was read off, as a row of data/METRIC.csv.") { words, replace, json, dry };
        command.Examples(
            ("kaizen note value energy 5.2", "today's"),
            ("kaizen note value first_time_right 2026-09-28 '40 %'", "a share, written as 0.4"));
        command.SetAction((parsed, cancellation) =>
        {
            var all = parsed.GetValue(words)!;
            var named = EntryWords.Named(all);
            var show = (parsed.GetValue(json), parsed.GetValue(dry));
            if (named.Count is < 2 or > 3) return Task.FromResult(EntryWords.Wrong("A metric and a number belong here, with a day between them where it is not today's.", "such as: energy 2026-09-28 5.2", show.Item1));
            DateOnly? day = null;
            if (named.Count == 3)
            {
                if (Typed.Date(named[1]) is not { } given)
                    return Task.FromResult(EntryWords.Wrong($"'{named[1]}' is not a date: write it as 2026-10-01.", "such as: energy 2026-09-28 5.2", show.Item1));
                day = given;
            }

            return EntryWords.WriteAsync(all[..named.Offset], new Entry.Value(named[0], named[^1], day, parsed.GetValue(replace)), show, cancellation);
        });
        return command;
    }

    public static Command Contact()
    {
        var (words, date, json, dry) = (EntryWords.Words("TEXT", "then what was talked about"), EntryWords.Day(), CommandWords.Json(), EntryWords.DryRun());
        var with = new Option<string>("--with") { HelpName = "CUSTOMER", Description = "The customer.", Required = true };
        var (by, role) = (EntryWords.By("Who had the contact."), EntryWords.Text("--role", "In which role; that of people: in kaizen.yaml where it is left out."));
        var (follow, due) = (EntryWords.Text("--follow-up", "What was promised."), EntryWords.Date("--due", "By when it was promised."));
        var command = new Command("contact", "Anybody's contact with a customer, as a row of data/contacts.csv.") { words, with, by, role, follow, due, date, json, dry };
        command.Examples(("kaizen note contact 'Asked how the export works.' --with acme --by noor --follow-up 'Send the guide' --due 2026-10-05", "with a promise"));
        command.SetAction((parsed, cancellation) =>
        {
            var all = parsed.GetValue(words)!;
            var named = EntryWords.Named(all);
            var show = (parsed.GetValue(json), parsed.GetValue(dry));
            if (named.Count != 1 || string.IsNullOrWhiteSpace(named[0])) return Task.FromResult(EntryWords.Wrong("One text belongs here: what was talked about.", "put it into quotes", show.Item1));
            return EntryWords.WriteAsync(all[..named.Offset], new Entry.Contact(parsed.GetValue(with)!, named[0].Trim())
            {
                By = parsed.GetValue(by),
                Role = parsed.GetValue(role),
                FollowUp = parsed.GetValue(follow),
                Due = parsed.GetValue(due),
                Date = parsed.GetValue(date),
            }, show, cancellation);
        });
        return command;
    }
}
