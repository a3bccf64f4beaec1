using Kaizen.Core.Cycles;

namespace Kaizen.Core.Lint;

/// <summary>A number that decides whether a rule fires.</summary>
/// <param name="Name">Its key under <c>lint.thresholds</c>.</param>
/// <param name="Usual">Its value where a workspace sets none.</param>
/// <param name="Rule">The rule that uses it.</param>
/// <param name="Meaning">What it means, in one line.</param>
public sealed record Threshold(string Name, double Usual, string Rule, string Meaning)
{
    /// <summary>Its value in a workspace.</summary>
    public double In(LintSettings settings) => settings.Thresholds.TryGetValue(Name, out var set) ? set : Usual;
}

/// <summary>Every number that rules use, in one place.</summary>
public static class Thresholds
{
    public static readonly Threshold BaselinePoints = new("baseline_points", 10, "K07", "Fewest points of a baseline.");
    public static readonly Threshold WhyDepth = new("why_depth", 3, "K20", "Causes from the first one down to the root, both counted.");
    public static readonly Threshold Alternatives = new("alternatives", 2, "K25", "Weighed alternatives that stand in for options named at a countermeasure.");
    public static readonly Threshold CertainConfidence = new("certain_confidence", 0.99, "K28", "Confidence from which a prediction claims to be certain.");
    public static readonly Threshold EqualConfidences = new("equal_confidences", 3, "K28", "Predictions from which it is odd that all are equally sure.");
    public static readonly Threshold StartedTogether = new("started_together", 2, "K30", "Countermeasures that start together on one metric.");
    public static readonly Threshold ComparedPoints = new("compared_points", 2, "K39", "Points that one side of a comparison has at least.");
    public static readonly Threshold VolumeShift = new("volume_shift", 0.15, "K44", "Change of the rows a slot, as a share of those before.");
    public static readonly Threshold VolumeSlots = new("volume_slots", 4, "K44", "Slots on each side before volumes are compared.");
    public static readonly Threshold EventDays = new("event_days", 7, "K45", "Days between an event and the annotation that tells of it.");
    public static readonly Threshold EventWeeks = new("event_weeks", 26, "K45", "Weeks before Do that count where the baseline has no first day.");
    public static readonly Threshold ReflectionWords = new("reflection_words", 6, "K46", "Words of a reflection beyond the repeated result.");
    public static readonly Threshold Extensions = new("extensions", 2, "K53", "Extensions of a check from which it looks like waiting.");
    public static readonly Threshold ClosedCycles = new("closed_cycles", 10, "K54", "Decided cycles from which it is odd that all were adopted.");

    /// <summary>All of them, by rule.</summary>
    public static IReadOnlyList<Threshold> All { get; } =
    [
        BaselinePoints, WhyDepth, Alternatives, CertainConfidence, EqualConfidences, StartedTogether, ComparedPoints, VolumeShift, VolumeSlots,
        EventDays, EventWeeks, ReflectionWords, Extensions, ClosedCycles,
    ];

    /// <summary>Their names, as <c>lint.thresholds</c> knows them.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(t => t.Name)];
}
