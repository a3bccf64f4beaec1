using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Core.Lint;
using Kaizen.Core.Metrics;
using Kaizen.Statistics;

namespace Kaizen.Reports.Text;

/// <summary>The words of the domain as pages print them, and as JSON writes them.</summary>
internal static class Words
{
    public static string Of(EffectWord effect, bool complete) => effect switch
    {
        EffectWord.Improved => complete ? "improved" : "improved so far",
        EffectWord.Worsened => complete ? "worsened" : "worsened so far",
        EffectWord.NoDetectableChange => "no detectable change",
        EffectWord.TooEarly => "too early to tell",
        _ => "not judged: no direction",
    };

    /// <summary>A shape for each effect, so that colour is never needed.</summary>
    public static string Glyph(EffectWord effect) => effect switch
    {
        EffectWord.Improved => "▲",
        EffectWord.Worsened => "▼",
        EffectWord.NoDetectableChange => "=",
        EffectWord.TooEarly => "○",
        _ => "–",
    };

    /// <summary>Class of the style sheet: only a detected improvement is drawn as one.</summary>
    public static string Tone(EffectWord effect) => effect switch
    {
        EffectWord.Improved => "good",
        EffectWord.Worsened => "bad",
        _ => "open",
    };

    public static string? Of(PredictionWord? word) => word switch
    {
        PredictionWord.Better => "better than predicted",
        PredictionWord.AsPredicted => "as predicted",
        PredictionWord.Worse => "worse than predicted",
        _ => null,
    };

    public static string Of(FidelityLevel level) => level switch
    {
        FidelityLevel.AsPlanned => "done as planned",
        FidelityLevel.Partial => "done in part",
        FidelityLevel.NotDone => "not done",
        _ => "not known whether it was done",
    };

    /// <summary>What a gate is about.</summary>
    public static string Of(Gate gate) => gate switch { Gate.G1 => "problem accepted", Gate.G2 => "plan agreed", Gate.G3 => "check done", _ => "act" };

    public static string Of(CycleState state) => state switch
    {
        CycleState.PlanAgreed => "plan agreed",
        CycleState.OnHold => "on hold",
        _ => Name(state),
    };

    public static string Of(Stance stance) => stance switch
    {
        Stance.AgreeWithConcern => "agrees, with a concern",
        Stance.Object => "objects",
        _ => "agrees",
    };

    public static string Of(CauseEvidence? evidence) => evidence switch
    {
        CauseEvidence.Observed => "seen",
        CauseEvidence.Data => "data",
        CauseEvidence.Experiment => "test",
        CauseEvidence.Opinion => "opinion",
        _ => "",
    };

    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Signal => "signal",
        Verdict.NoSignalYet => "no signal yet",
        _ => "not enough data",
    };

    public static string Of(Period per) => per switch { Period.Row => "row", _ => Name(per) };

    public static string Reason(string reason) => reason switch
    {
        "adapted_from" => "adapted from",
        "next_obstacle" => "next obstacle after",
        "standardise" => "holds the gain of",
        "drift" => "drift found by",
        "spread" => "spreads",
        "triage" => "sorted out from",
        _ => Show.Words(reason),
    };

    /// <summary>An enumeration's name in snake_case, as JSON and YAML write it.</summary>
    public static string Name(Enum value)
    {
        var name = value.ToString();
        return string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));
    }

    /// <summary>A rule of the control chart in a few words.</summary>
    public static string Rule(string rule) => rule switch
    {
        "beyond_limits" or "we1" or "nelson1" => "beyond a limit",
        "shift8" or "we4" => "8 in a row on one side",
        "shift7" => "7 in a row on one side",
        "nelson2" => "9 in a row on one side",
        "two_of_three" or "we2" or "nelson5" => "2 of 3 near a limit",
        "trend7" => "7 in a row rising or falling",
        "nelson3" => "6 in a row rising or falling",
        _ => Show.Words(rule).Replace('-', ' '),
    };

    /// <summary>The stamp's verb for a decision or a recommendation.</summary>
    public static string Stamp(string decision) => decision.ToUpperInvariant();

    /// <summary>A shape for each decision, all of one weight.</summary>
    public static string StampGlyph(string decision) => decision switch
    {
        "adopt" or "hold" or "pursue" or "standardise" => "●",
        "adapt" or "correct" or "pivot" or "improve" or "explore" => "◆",
        "abandon" or "retire" or "drop" or "stop" => "■",
        _ => "○",
    };
}
