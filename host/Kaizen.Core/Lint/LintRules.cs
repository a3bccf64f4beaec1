using Kaizen.Core.Lint.Rules;

namespace Kaizen.Core.Lint;

/// <summary>All rules, in the order of their ids.</summary>
public static class LintRules
{
    internal static readonly IReadOnlyList<LintCheck> Checks =
    [
        Framing.K01, Framing.K02, Framing.K03, Framing.K04, Framing.K05,
        Facts.K06, Baselines.K07, Baselines.K08, Baselines.K09, Facts.K10, Facts.K11, Facts.K12, Facts.K13,
        Targets.K14, Targets.K15, Targets.K16, Targets.K17,
        Causes.K18, Causes.K19, Causes.K20, Causes.K21, Causes.K22, Causes.K23, Causes.K24,
        Countermeasures.K25, Predictions.K26, Predictions.K27, Predictions.K28, Predictions.K29, Countermeasures.K30, Countermeasures.K31,
        Plans.K32, Plans.K33, Countermeasures.K34, Plans.K35, Plans.K36, Plans.K37,
        Reading.K38, Reading.K39, Reading.K40, Charts.K41, Charts.K42, Reading.K43, Reading.K44, Charts.K45,
        Reflecting.K46, Decisions.K47, Decisions.K48, Decisions.K49, Decisions.K50, Decisions.K51, Reflecting.K52, Reflecting.K53,
        Whole.K54, Whole.K55, Natures.K56, Natures.K57,
    ];

    /// <summary>The rules in the order of their ids.</summary>
    public static IReadOnlyList<LintRule> All { get; } = [.. Checks.Select(c => c.Rule)];

    /// <summary>Those that can keep a gate before Do shut.</summary>
    internal static readonly IReadOnlyList<LintCheck> BeforeDo = [.. Checks.Where(c => c.Rule is { Severity: Abstractions.Severity.Error, Gate: Gate.G1 or Gate.G2 })];

    /// <summary>The rules by id.</summary>
    public static IReadOnlyDictionary<string, LintRule> ById { get; } = All.ToDictionary(r => r.Id, StringComparer.Ordinal);
}
