using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;

namespace Kaizen.Definitions.Binding;

/// <summary>The words that keys take, and what they mean.</summary>
internal static class Words
{
    public static readonly Dictionary<string, Domain> Domains = new() { ["sales"] = Domain.Sales, ["change"] = Domain.Change };

    public static readonly Dictionary<string, CycleKind> Kinds = new() { ["pdca"] = CycleKind.Pdca, ["sdca"] = CycleKind.Sdca };

    /// <summary>Kinds that the method knows and this version does not.</summary>
    public static readonly string[] LaterKinds = ["edca", "capdo"];

    public static readonly Dictionary<string, Level> Levels = new()
    {
        ["person"] = Level.Person,
        ["team"] = Level.Team,
        ["unit"] = Level.Unit,
        ["organisation"] = Level.Organisation,
    };

    public static readonly string[] ProblemTypes = ["troubleshoot", "gap_from_standard", "target_condition", "open_ended"];

    public static readonly string[] ChainReasons = ["adapted_from", "next_obstacle", "standardise", "drift", "spread", "triage"];

    public static readonly Dictionary<string, Better> Directions = new() { ["lower"] = Better.Lower, ["higher"] = Better.Higher };

    public static readonly Dictionary<string, MetricRole> Roles = new()
    {
        ["outcome"] = MetricRole.Outcome,
        ["process"] = MetricRole.Process,
        ["balancing"] = MetricRole.Balancing,
    };

    public static readonly Dictionary<string, Indicator> Signals = new() { ["leading"] = Indicator.Leading, ["lagging"] = Indicator.Lagging };

    public static readonly Dictionary<string, Horizon> Horizons = new() { ["short"] = Horizon.Short, ["long"] = Horizon.Long };

    public static readonly Dictionary<string, Period> WorkspacePeriods = new()
    {
        ["day"] = Period.Day,
        ["week"] = Period.Week,
        ["month"] = Period.Month,
    };

    public static readonly Dictionary<string, Period> Periods = new(WorkspacePeriods) { ["row"] = Period.Row };

    public static readonly Dictionary<string, CauseEvidence> Evidence = new()
    {
        ["observed"] = CauseEvidence.Observed,
        ["data"] = CauseEvidence.Data,
        ["experiment"] = CauseEvidence.Experiment,
        ["opinion"] = CauseEvidence.Opinion,
    };

    public static readonly Dictionary<string, FidelityLevel> Fidelities = new()
    {
        ["as_planned"] = FidelityLevel.AsPlanned,
        ["partial"] = FidelityLevel.Partial,
        ["not_done"] = FidelityLevel.NotDone,
        ["unknown"] = FidelityLevel.Unknown,
    };

    public static readonly Dictionary<string, Stance> Stances = new()
    {
        ["agree"] = Stance.Agree,
        ["agree with concern"] = Stance.AgreeWithConcern,
        ["object"] = Stance.Object,
    };

    public static readonly string[] Scales = ["one", "team", "several", "all"];

    public static readonly string[] Responses = ["adopts", "adapts", "declines"];

    public static readonly Dictionary<string, bool> BadRows = new() { ["refuse"] = false, ["leave_out"] = true };

    public static string[] Decisions(CycleKind kind) => kind == CycleKind.Sdca ? ["hold", "correct", "retire"] : ["adopt", "adapt", "abandon"];

    /// <summary>The word for a value, as it is written in a file.</summary>
    public static string Of<T>(IReadOnlyDictionary<string, T> words, T value) where T : struct =>
        words.First(w => EqualityComparer<T>.Default.Equals(w.Value, value)).Key;
}
