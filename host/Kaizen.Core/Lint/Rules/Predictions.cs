using Kaizen.Abstractions;
using Kaizen.Core.Metrics;

namespace Kaizen.Core.Lint.Rules;

/// <summary>What is expected, said before Do so that it can be wrong.</summary>
internal static class Predictions
{
    public static readonly LintCheck K26 = new(
        new LintRule("K26", Severity.Error, Gate.G2, LintBasis.Structure,
            "A countermeasure comes without a prediction.",
            "What do you expect to see, and when would you say that it did not work?",
            "A check without a prediction teaches nothing: afterwards everything looks as if it had been expected. Of more than four hundred cycles at the front line that were studied, about one in eight held a prediction.",
            "Write predicts at the countermeasure, { expect, between, confidence, because }, or at the lead metric, before Do starts."),
        When.WithCountermeasures,
        s => Predicted.AtLead(s.Cycle) ? [] : s.Cycle.Plan.Countermeasures.Where(c => c.Predicts is null)
            .Select(c => new Found($"plan.countermeasures.{c.Id}.predicts", $"The countermeasure {c.Text.Quote()} comes without a prediction.")));

    public static readonly LintCheck K27 = new(
        new LintRule("K27", Severity.Error, Gate.G2, LintBasis.Structure,
            "A prediction lacks its interval, its confidence or its reason.",
            "How far off could it be? How sure are you, and because of what?",
            "One number is always wrong. An interval with a confidence can be held against what came, over many predictions, and the reason tells which belief was tested. A confidence that was only filled in is a warning, since nobody stated it.",
            "Write between: [low, high] (one end may be null), confidence such as 0.8, and because with what the expectation rests on."),
        s => When.Measuring(s) && Predicted.Any(s.Cycle), Incomplete);

    public static readonly LintCheck K28 = new(
        new LintRule("K28", Severity.Warning, null, LintBasis.Structure,
            "A prediction is certain, or all are equally sure.",
            "What would you bet on it? Which of them are you less sure of?",
            "Nothing that is worth a test is certain. And three predictions that are equally sure mostly mean that nobody asked: teams that think in odds find out where their doubt is, and test that first.",
            "Write for each prediction the confidence at which you would take a bet on either side."),
        s => When.Measuring(s) && Predicted.Any(s.Cycle), Certain);

    public static readonly LintCheck K29 = new(
        new LintRule("K29", Severity.Error, Gate.G3, LintBasis.Structure,
            "A prediction was changed after it was locked.",
            "What did you learn that made you change it, and when?",
            "Goalposts that move make every result a success. To change a prediction is allowed and can be wise; to do it in silence takes the learning away.",
            "Put the prediction back, or write under revisions the date and why it was changed; the sheet shows both."),
        s => s.Locked is not null,
        s => s.Locked is { Changed: true } locked && !s.Cycle.Revisions.Any(r => r.Date >= locked.Date)
            ? [new Found("revisions", $"The predictions were locked on {locked.Date.Day()} and differ now, and no revision since then says why.")] : []);

    private static IEnumerable<Found> Incomplete(LintSubject s)
    {
        foreach (var p in Predicted.In(s.Cycle))
        {
            var expect = $"The prediction of {Quantity.Text(p.Prediction.Expect, p.Unit)} by {p.Of}";
            if (p.Prediction is { Low: null, High: null }) yield return new Found($"{p.Path}.between", $"{expect} has no interval.");
            if (string.IsNullOrWhiteSpace(p.Prediction.Because)) yield return new Found($"{p.Path}.because", $"{expect} has no reason.");
            if (p.Guessed)
                yield return new Found($"{p.Path}.confidence", $"{expect} has no confidence; {Quantity.Text(p.Prediction.Confidence, Quantity.Share)} was filled in.") { Severity = Severity.Warning };
        }
    }

    private static IEnumerable<Found> Certain(LintSubject s)
    {
        var all = Predicted.In(s.Cycle);
        foreach (var p in all.Where(p => p.Prediction.Confidence >= Thresholds.CertainConfidence.In(s.Settings)))
            yield return new Found($"{p.Path}.confidence", $"The prediction of {Quantity.Text(p.Prediction.Expect, p.Unit)} by {p.Of} is {Quantity.Text(p.Prediction.Confidence, Quantity.Share)} sure, which leaves no room to be wrong.");
        var first = all[0].Prediction.Confidence;
        if (all.Count < Thresholds.EqualConfidences.In(s.Settings) || all.Any(p => p.Prediction.Confidence != first)) yield break;
        var guessed = all.Count(p => p.Guessed);
        var filled = guessed == 0 ? "" : guessed == all.Count ? ", which was filled in and not stated" : $", which was filled in for {guessed} of them";
        yield return new Found($"{all[0].Path}.confidence", $"All {all.Count} predictions are {Quantity.Text(first, Quantity.Share)} sure{filled}.");
    }
}
