using System.Globalization;
using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;
using Kaizen.Statistics;

namespace Kaizen.Core.Checking;

/// <summary>The engine's recommendation by DOMAIN's table, first line that fits, with its reasons.</summary>
internal sealed class Recommending(Cycle cycle, DateOnly asOf, IReadOnlyList<Finding> findings, FidelityLevel fidelity)
{
    private readonly List<string> because = [];

    public (Recommendation Recommendation, IReadOnlyList<string> Because) Decide()
    {
        var lead = findings.FirstOrDefault(f => f.Metric == cycle.LeadMetric && f.Window == "check");
        var recommendation = cycle switch
        {
            { Cancelled: { } cancelled } when cancelled.Date <= asOf => Say(Recommendation.None, $"Cancelled on {Date(cancelled.Date)}: {Sentence(cancelled.Because)}"),
            { Kind: CycleKind.Sdca } => Hold(lead),
            { Kind: CycleKind.Capdo } => Say(Recommendation.None, "What comes of a review is sorted out by people."),
            { Kind: CycleKind.Edca, LeadMetric: null } => Say(Recommendation.None, "No metric leads this cycle: its learning question is answered by people."),
            { Kind: CycleKind.Edca } => Explored(Improve(lead)),
            _ => Improve(lead),
        };
        if (CycleWindows.StartedBy(cycle, asOf) is not null && StateOf.HeldAt(cycle, asOf) is { } hold)
            because.Add($"The work is on hold since {Date(hold.From)}: {Sentence(hold.Because)}");
        foreach (var other in findings.Where(f => f != lead)) Aside(other);
        return (recommendation, because);
    }

    /// <summary>The same table in the words of a cycle that explores.</summary>
    private static Recommendation Explored(Recommendation improved) => improved switch
    {
        Recommendation.Adopt => Recommendation.Pursue,
        Recommendation.Adapt => Recommendation.Pivot,
        Recommendation.Abandon => Recommendation.Drop,
        _ => improved,
    };

    private Recommendation Improve(Finding? lead)
    {
        if (CycleWindows.StartedBy(cycle, asOf) is null)
            return Say(Recommendation.Wait, cycle.Do.Started is { } s ? $"Do starts on {Date(s)}." : "Do has not started.");
        if (lead is null) return Say(Recommendation.Wait, "No metric leads this cycle: name one in plan.target.");
        if (!HasAfter(lead)) return Say(Recommendation.Wait, $"No {ClaimWords.Slot(lead.Per)} after the start counts yet.");
        if (!lead.Complete) return Incomplete(lead);
        return (lead.Effect, fidelity) switch
        {
            (EffectWord.Unjudged, _) => Say(Recommendation.Wait, $"No direction is better for {lead.Metric}: write 'better' or a target."),
            (EffectWord.TooEarly, _) => Say(Recommendation.Adapt, $"{Capital(TooFew(lead))}, and the check window is over: waiting cannot mend it."),
            (EffectWord.Worsened, FidelityLevel.AsPlanned) => Say(Recommendation.Abandon, $"{lead.Metric} worsened although it was done as planned: theory refuted."),
            (EffectWord.NoDetectableChange, FidelityLevel.AsPlanned) when AgainstPrediction.Excluded(cycle, lead) =>
                Say(Recommendation.Abandon, $"No detectable change in {lead.Metric}, done as planned, and the predicted change{Predicted(lead)} lies outside the interval: theory refuted."),
            (EffectWord.NoDetectableChange, FidelityLevel.AsPlanned) =>
                Say(Recommendation.Adapt, $"No detectable change in {lead.Metric}, and the predicted change{Predicted(lead)} lies inside the interval: inconclusive, this check could not have told."),
            (EffectWord.Worsened or EffectWord.NoDetectableChange, _) =>
                Say(Recommendation.Adapt, $"{Capital(ClaimWords.Words(lead.Effect))} in {lead.Metric}, but {Done()}: untested, fix the Do."),
            _ => Improved(lead),
        };
    }

    private Recommendation Improved(Finding lead)
    {
        if (findings.FirstOrDefault(f => f is { Window: "check", Guardrail.Held: false }) is { } broken)
            return Say(Recommendation.Adapt, $"{lead.Metric} improved, but {broken.Metric} broke its guardrail: {Quantity.Text(broken.After ?? 0, broken.Unit)} against {Quantity.Text(broken.Guardrail!.Value, broken.Unit)}.");
        return (fidelity, lead.VsPrediction) switch
        {
            (FidelityLevel.NotDone, _) => Say(Recommendation.Adapt, $"{lead.Metric} improved, but {Done()}: luck or another cause."),
            (FidelityLevel.Unknown, _) => Say(Recommendation.Wait, $"{lead.Metric} improved, but {Done()}: say whether it was done."),
            (_, PredictionWord.Worse) => Say(Recommendation.Adapt, $"{lead.Metric} improved by less than predicted: {Quantity.Text(lead.After ?? 0, lead.Unit)} against {Expected(lead)}."),
            (_, PredictionWord.Better) => Say(Recommendation.Adopt, $"{lead.Metric} improved by more than predicted, {Done()}."),
            _ => Say(Recommendation.Adopt, $"{lead.Metric} improved as predicted, {Done()}."),
        };
    }

    private Recommendation Incomplete(Finding lead)
    {
        var until = CycleWindows.CompleteOn(cycle.Lead!, cycle.Check.Date);
        var known = cycle.Lead!.Source.KnownUntil is { } k && until is { } u && k < u && u <= asOf ? $" The rows are known only until {Date(k)}." : "";
        Say(Recommendation.Wait, until is { } date ? $"The check window is not complete before {Date(date)}.{known}" : "No check date is set.");
        because.Add(lead.Effect switch
        {
            EffectWord.Improved => $"{lead.Metric} improved so far.",
            EffectWord.Worsened => $"{lead.Metric} worsened so far: look at it at once.",
            EffectWord.Unjudged => $"No direction is better for {lead.Metric}: write 'better' or a target.",
            _ when lead.NBefore < FindingMaker.TrialPoints => $"{lead.Metric}: {TooFew(lead)}.",
            _ when Silent(lead) => $"{lead.Metric} shows no signal in {Counted(lead)} so far.",
            _ => $"{lead.Metric}: {TooFew(lead)} so far.",
        });
        foreach (var broken in findings.Where(f => f is { Window: "check", Guardrail.Held: false }))
            because.Add($"{broken.Metric} is beyond its guardrail: look at it at once.");
        return Recommendation.Wait;
    }

    private Recommendation Hold(Finding? control)
    {
        if (control is null) return Say(Recommendation.Wait, "No metric controls this standard.");
        if (control.NAfter == 0) return Say(Recommendation.Wait, $"No {ClaimWords.Slot(control.Per)} since the standard started counts yet.");
        if (control.Limits is not { } limits)
            return Say(Recommendation.Wait, $"The standard rests on {ClaimWords.Count(control.NBefore, ClaimWords.Slot(control.Per))}; limits need {FindingMaker.TrialPoints}.");
        if (RunChartAlarm.Decides(control)) return HoldByRunChart(control);
        bool IsHigh(Signal s) => control.Points.First(p => p.Period == s.Period).Value > limits.Centre;
        var bad = control.Signals.Where(s => control.Better is null || IsHigh(s) == (control.Better == Better.Lower)).ToList();
        if (bad.Count > 0)
        {
            var order = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var point in control.Points) order.Add(point.Period, order.Count);
            var first = bad.MinBy(s => order[s.Period])!;
            var longest = bad.MinBy(s => order[s.Members[0]])!;
            var since = longest.Members[0] == first.Period ? "" : $" {longest.Rule} reaches back to {longest.Members[0]}.";
            return Say(Recommendation.Correct, $"{control.Metric} gave its first alarm in {first.Period} ({first.Rule}).{since} Somebody should look.");
        }

        return control.Signals is [var good, ..]
            ? Say(Recommendation.Hold, $"{control.Metric} shows {good.Rule} on the good side since {good.Members[0]}: hold it, and study why.")
            : Say(Recommendation.Hold, $"{control.Metric} stays within the standard's limits over {ClaimWords.Count(control.NAfter, ClaimWords.Slot(control.Per))}.");
    }

    /// <summary>Where the rules are the run chart, its signal is the alarm.</summary>
    private Recommendation HoldByRunChart(Finding control)
    {
        if (RunChartAlarm.Of(control) is { } alarm)
            return control.Better is { } better && alarm.Above == (better == Better.Higher)
                ? Say(Recommendation.Hold, $"{control.Metric} shows {alarm.Words} on the good side since {alarm.Since}: hold it, and study why.")
                : Say(Recommendation.Correct, $"The run chart of {control.Metric} gave an alarm: {alarm.Words} since {alarm.Since}. Somebody should look.");
        return Say(Recommendation.Hold, control.RunChart is { LongestRun: not null }
            ? $"The run chart of {control.Metric} shows no signal in {ClaimWords.Count(control.NAfter, ClaimWords.Slot(control.Per))}."
            : $"{ClaimWords.Count(control.RunChart?.Useful ?? 0, ClaimWords.Slot(control.Per))} of {control.Metric} off the median since the standard began; a run chart needs {RunChart.UsefulCount} to alarm.");
    }

    /// <summary>Every other too early, worsened or missed finding adds a line and changes nothing.</summary>
    private void Aside(Finding f)
    {
        if (f.NBefore == 0 && f.NAfter == 0) return;
        if (CycleWindows.StartedBy(cycle, asOf) is null) return;
        var guardrail = f.Guardrail?.Held switch
        {
            true => $", inside its guardrail of {Quantity.Text(f.Guardrail.Value, f.Unit)}",
            false => $", beyond its guardrail of {Quantity.Text(f.Guardrail.Value, f.Unit)}",
            _ => "",
        };
        if (f.Effect == EffectWord.TooEarly && Silent(f)) because.Add($"{f.Metric} shows no signal in {Counted(f)} so far.");
        else if (f.Effect == EffectWord.TooEarly) because.Add($"{f.Metric} is too early to tell: {TooFew(f)}.");
        else if (f.Effect == EffectWord.Worsened) because.Add($"{f.Metric} worsened{guardrail}.");
        else if (f.Guardrail?.Held == false) because.Add($"{f.Metric} is beyond its guardrail of {Quantity.Text(f.Guardrail.Value, f.Unit)}.");
        else if (f.VsPrediction == PredictionWord.Worse) because.Add($"{f.Metric} missed its prediction: {Quantity.Text(f.After ?? 0, f.Unit)} against {Expected(f)}.");
    }

    /// <summary>Points enough for a verdict, and none of them says anything.</summary>
    private static bool Silent(Finding f) => (f.Comparison?.Verdict ?? f.Verdict) == Verdict.NoSignalYet;

    private string TooFew(Finding f) =>
        f.NBefore < FindingMaker.TrialPoints
            ? $"{ClaimWords.Count(f.NBefore, ClaimWords.Slot(f.Per))} before the {Event}, {FindingMaker.TrialPoints} are needed"
            : f.NAfter == 0 && HasAfter(f) ? $"no {ClaimWords.Slot(f.Per)} after the {Event} holds a value"
            : $"{Counted(f)} and no signal";

    /// <summary>The points after, said to be mature where others are not.</summary>
    private string Counted(Finding f) =>
        $"{ClaimWords.Count(f.NAfter, f.Complete || f.NImmature == 0 ? ClaimWords.Slot(f.Per) : $"mature {ClaimWords.Slot(f.Per)}")} after the {Event}";

    private string Event => cycle.Kind == CycleKind.Sdca ? "standard began" : "change";

    /// <summary>Whether a slot counts after the change, even one without a value: it tells that nothing came.</summary>
    private static bool HasAfter(Finding f) => f.Points.Any(p => p.Phase == Phase.After);

    private string Expected(Finding f) =>
        f.Prediction is { } p ? Quantity.Range(p.Between.Low ?? (p.Between.High is null ? p.Expect : null), p.Between.High, f.Unit)
        : cycle.Plan.Target is { } t ? $"the target of {Quantity.Text(t.To, f.Unit)}" : "the prediction";

    private string Predicted(Finding f) =>
        AgainstPrediction.PredictedChange(cycle, f) is { } change ? $" of {Quantity.Change(change, f.Unit)}" : "";

    private string Done() => fidelity switch
    {
        FidelityLevel.AsPlanned => "done as planned",
        FidelityLevel.Partial => "done in part",
        FidelityLevel.NotDone => "it was not done",
        _ => "whether it was done is unknown",
    };

    private Recommendation Say(Recommendation recommendation, string reason)
    {
        because.Insert(0, reason);
        return recommendation;
    }

    private static string Sentence(string text) => text.TrimEnd().EndsWith('.') ? text.TrimEnd() : $"{text.TrimEnd()}.";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Date(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
