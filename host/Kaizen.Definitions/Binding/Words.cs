using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;

namespace Kaizen.Definitions.Binding;

/// <summary>The words that keys take, and what they mean. One type of dictionary for all: each further one costs the start of the program some milliseconds.</summary>
internal static class Words
{
    public static readonly Dictionary<string, Enum> Domains = new() { ["sales"] = Domain.Sales, ["change"] = Domain.Change };

    public static readonly Dictionary<string, Enum> Kinds = new()
    {
        ["pdca"] = CycleKind.Pdca,
        ["sdca"] = CycleKind.Sdca,
        ["edca"] = CycleKind.Edca,
        ["capdo"] = CycleKind.Capdo,
    };

    public static readonly Dictionary<string, Enum> Levels = new()
    {
        ["person"] = Level.Person,
        ["team"] = Level.Team,
        ["unit"] = Level.Unit,
        ["organisation"] = Level.Organisation,
    };

    public static readonly string[] ProblemTypes = ["troubleshoot", "gap_from_standard", "target_condition", "open_ended"];

    public static readonly string[] ChainReasons = ["adapted_from", "next_obstacle", "standardise", "drift", "spread", "triage"];

    public static readonly Dictionary<string, Enum> Directions = new() { ["lower"] = Better.Lower, ["higher"] = Better.Higher };

    public static readonly Dictionary<string, Enum> Roles = new()
    {
        ["outcome"] = MetricRole.Outcome,
        ["process"] = MetricRole.Process,
        ["balancing"] = MetricRole.Balancing,
    };

    public static readonly Dictionary<string, Enum> Signals = new() { ["leading"] = Indicator.Leading, ["lagging"] = Indicator.Lagging };

    public static readonly Dictionary<string, Enum> Horizons = new() { ["short"] = Horizon.Short, ["long"] = Horizon.Long };

    public static readonly Dictionary<string, Enum> WorkspacePeriods = new()
    {
        ["day"] = Period.Day,
        ["week"] = Period.Week,
        ["month"] = Period.Month,
    };

    public static readonly Dictionary<string, Enum> Periods = new(WorkspacePeriods) { ["row"] = Period.Row };

    public static readonly Dictionary<string, Enum> Evidence = new()
    {
        ["observed"] = CauseEvidence.Observed,
        ["data"] = CauseEvidence.Data,
        ["experiment"] = CauseEvidence.Experiment,
        ["opinion"] = CauseEvidence.Opinion,
    };

    public static readonly Dictionary<string, Enum> Fidelities = new()
    {
        ["as_planned"] = FidelityLevel.AsPlanned,
        ["partial"] = FidelityLevel.Partial,
        ["not_done"] = FidelityLevel.NotDone,
        ["unknown"] = FidelityLevel.Unknown,
    };

    public static readonly Dictionary<string, Enum> Stances = new()
    {
        ["agree"] = Stance.Agree,
        ["agree with concern"] = Stance.AgreeWithConcern,
        ["object"] = Stance.Object,
    };

    public static readonly string[] Scales = ["one", "team", "several", "all"];

    public static readonly string[] Responses = ["adopts", "adapts", "declines"];

    public static readonly Dictionary<string, Enum> BadRows = new() { ["refuse"] = Binding.BadRows.Refuse, ["leave_out"] = Binding.BadRows.LeaveOut };

    public static string[] Decisions(CycleKind kind) => kind switch
    {
        CycleKind.Sdca => ["hold", "correct", "retire"],
        CycleKind.Edca => ["pursue", "pivot", "drop"],
        CycleKind.Capdo => ["standardise", "improve", "explore", "stop"],
        _ => ["adopt", "adapt", "abandon"],
    };

    /// <summary>The word for a value, as it is written in a file.</summary>
    public static string Of(IReadOnlyDictionary<string, Enum> words, Enum value) => words.First(w => w.Value.Equals(value)).Key;
}

/// <summary>What is done with a row that cannot be read.</summary>
internal enum BadRows
{
    /// <summary>The source is refused.</summary>
    Refuse,

    /// <summary>The row is left out and counted.</summary>
    LeaveOut,
}
