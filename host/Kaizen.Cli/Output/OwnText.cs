using System.Globalization;
using System.Text.Json;
using Kaizen.Abstractions;
using Kaizen.Cli.Commands;
using Kaizen.Core.Checking;
using Kaizen.Core.Coaching;
using Kaizen.Core.Cycles;
using Kaizen.Reports;

namespace Kaizen.Cli.Output;

/// <summary>What came of what a person did, on the terminal or as JSON.</summary>
internal static class OwnText
{
    /// <summary>Contacts that are listed on a terminal; JSON has all.</summary>
    private const int Most = 10;

    public static void Print(Workspace workspace, string person, OwnWork work, DateOnly asOf, bool json, IReadOnlyList<Diagnostic> diagnostics)
    {
        if (json) Terminal.Out.WriteLine(Json(person, work, asOf, diagnostics));
        else Print(workspace.People.TryGetValue(person, out var known) ? known.Name : person, work, asOf);
    }

    private static void Print(string name, OwnWork work, DateOnly asOf)
    {
        var ink = Ink.ForOutput;
        Terminal.Out.WriteLine(ink.Bold(Plain.Text($"What came of what {name} did")));
        Head("Actions", work.Actions.Count == 0 ? "none so far" : null);
        var actions = new Grid();
        foreach (var own in work.Actions) actions.Row([own.Cycle.Id, own.Action.What, When(own.Action, asOf), .. own.Action.Done is null ? Array.Empty<string>() : [Came(own.Came)]]);
        Terminal.Out.Write(actions.ToText());
        Head("Contacts", work.Contacts.Count == 0 ? "none so far" : null);
        var contacts = new Grid();
        foreach (var own in work.Contacts.Take(Most))
        {
            contacts.Row(Day(own.Contact.Date), OneLine(own.Contact.With), OneLine(own.Contact.What));
            contacts.Row("", "", Came(own, asOf));
        }

        Terminal.Out.Write(contacts.ToText());
        if (work.Contacts.Count > Most) Terminal.Out.WriteLine($"  and {work.Contacts.Count - Most} more");
        Head("Predictions", work.Predictions.Count == 0 ? "none so far" : null);
        var predictions = new Grid();
        foreach (var own in work.Predictions) predictions.Row(own.Cycle.Id, own.Seen.Metric, Surprise.Words(own.Seen), Verdict(own.Seen));
        Terminal.Out.Write(predictions.ToText());
        if (work.Judged > 0)
            Terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {work.Inside} of {work.Judged} that can be judged lie inside their interval; by the confidence that was stated, {work.Expected:0.0} should."));

        void Head(string title, string? none)
        {
            Terminal.Out.WriteLine();
            Terminal.Out.WriteLine(ink.Bold(title));
            if (none is not null) Terminal.Out.WriteLine($"  {none}");
        }
    }

    private static string When(PlannedAction action, DateOnly asOf) => action switch
    {
        { Done: { } done, Due: { } due } when done > due => $"done {Day(done)}, {done.DayNumber - due.DayNumber} days late",
        { Done: { } done } => $"done {Day(done)}",
        { Due: { } due } when due < asOf => $"overdue since {Day(due)}",
        { Due: { } due } => $"due {Day(due)}",
        _ => "no date",
    };

    private static string Came(Finding? lead) => lead is null ? "nothing was measured yet" : $"{lead.Metric}: {CycleLine.Effect(lead)}";

    /// <summary>What was promised, and whether somebody came back to the customer.</summary>
    private static string Came(OwnContact own, DateOnly asOf)
    {
        var promised = own.Contact.FollowUp is { } text ? OneLine(text).TrimEnd('.') + ": " : "";
        return promised + own switch
        {
            { Followed: { } next } => $"followed on {Day(next.Date)}{(next.By is { } by ? $" by {OneLine(by)}" : "")}{(next.What.Length > 0 ? $": {OneLine(next.What)}" : "")}",
            { Contact.Due: { } due } => due < asOf ? $"overdue since {Day(due)}" : $"due {Day(due)}",
            { Contact.FollowUp: not null } => "no date was written down",
            _ => "no follow-up was written down",
        };
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Verdict(Finding seen) => seen.VsPrediction switch
    {
        _ when !seen.Complete => "too early to tell",
        PredictionWord.AsPredicted => "as predicted",
        PredictionWord.Better => "better than predicted",
        PredictionWord.Worse => "short of it",
        _ => "not judged",
    };

    private static string Json(string person, OwnWork work, DateOnly asOf, IReadOnlyList<Diagnostic> diagnostics) => ResultsJson.ToText(
        json =>
        {
            json.WriteString("person", person);
            json.WriteStartArray("actions");
            foreach (var own in work.Actions)
            {
                json.WriteStartObject();
                json.WriteString("cycle", own.Cycle.Id);
                json.WriteString("what", own.Action.What);
                json.WriteString("due", Iso(own.Action.Due));
                json.WriteString("done", Iso(own.Action.Done));
                json.WriteBoolean("overdue", own.Action.Done is null && own.Action.Due < asOf);
                json.WriteString("came", own.Action.Done is null ? null : Came(own.Came));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("contacts");
            foreach (var own in work.Contacts) Write(json, own, asOf);
            json.WriteEndArray();
            json.WriteStartArray("predictions");
            foreach (var own in work.Predictions)
            {
                json.WriteStartObject();
                json.WriteString("cycle", own.Cycle.Id);
                json.WriteString("metric", own.Seen.Metric);
                json.WriteNumber("expect", own.Seen.Prediction!.Expect);
                json.WriteNumber("confidence", own.Seen.Prediction.Confidence);
                if (own.Seen.After is { } after) json.WriteNumber("after", after);
                else json.WriteNull("after");
                json.WriteString("verdict", Verdict(own.Seen));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartObject("calibration");
            json.WriteNumber("judged", work.Judged);
            json.WriteNumber("inside", work.Inside);
            json.WriteNumber("expectedInside", Math.Round(work.Expected, 3));
            json.WriteEndObject();
        },
        diagnostics);

    private static void Write(Utf8JsonWriter json, OwnContact own, DateOnly asOf)
    {
        json.WriteStartObject();
        json.WriteString("date", Iso(own.Contact.Date));
        json.WriteString("with", own.Contact.With);
        json.WriteString("what", own.Contact.What);
        json.WriteString("followUp", own.Contact.FollowUp);
        json.WriteString("due", Iso(own.Contact.Due));
        json.WriteBoolean("overdue", own.Followed is null && own.Contact.Due < asOf);
        if (own.Followed is { } next)
        {
            json.WriteStartObject("followed");
            json.WriteString("date", Iso(next.Date));
            json.WriteString("by", next.By);
            json.WriteString("what", next.What);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("followed");
        }

        json.WriteString("came", Came(own, asOf));
        json.WriteEndObject();
    }

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
