namespace Kaizen.Core.Lint;

/// <summary>All rules, in the order of their ids.</summary>
public static class LintRules
{
    internal static readonly IReadOnlyList<LintCheck> Checks = [];

    /// <summary>Those that can keep a gate before Do shut.</summary>
    internal static readonly IReadOnlyList<LintCheck> BeforeDo = [.. Checks.Where(c => c.Rule is { Severity: Abstractions.Severity.Error, Gate: Gate.G1 or Gate.G2 })];

    /// <summary>The rules by id.</summary>
    public static IReadOnlyDictionary<string, LintRule> ById { get; } = Checks.ToDictionary(c => c.Rule.Id, c => c.Rule, StringComparer.Ordinal);
}
