using System.Globalization;
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
    public static void Print(Workspace workspace, string person, OwnWork work, (string Folder, DateOnly AsOf) look, bool json, IReadOnlyList<Diagnostic> diagnostics)
    {
        if (json) Console.Out.WriteLine(Json(person, work, look.AsOf, diagnostics));
        else Print(workspace.People.TryGetValue(person, out var known) ? known.Name : person, work, look.AsOf);
    }

    private static void Print(string name, OwnWork work, DateOnly asOf)
    {
        var ink = Ink.ForOutput;
        Console.Out.WriteLine(ink.Bold(Plain.Text($"What came of what {name} did")));
        Head("Actions", work.Actions.Count == 0 ? "none so far" : null);
        var actions = new Grid();
        foreach (var own in work.Actions) actions.Row(own.Cycle.Id, own.Action.What, When(own.Action, asOf), Came(own.Came));
        Console.Out.Write(actions.ToText());
        Head("Predictions", work.Predictions.Count == 0 ? "none so far" : null);
        var predictions = new Grid();
        foreach (var own in work.Predictions) predictions.Row(own.Cycle.Id, own.Seen.Metric, Surprise.Words(own.Seen), Verdict(own.Seen));
        Console.Out.Write(predictions.ToText());
        if (work.Judged > 0)
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {work.Inside} of {work.Judged} that can be judged lie inside their interval; by the confidence that was stated, {work.Expected:0.0} should."));

        void Head(string title, string? none)
        {
            Console.Out.WriteLine();
            Console.Out.WriteLine(ink.Bold(title));
            if (none is not null) Console.Out.WriteLine($"  {none}");
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
                json.WriteString("came", Came(own.Came));
                json.WriteEndObject();
            }

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

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
