namespace Kaizen.Core.Lint;

/// <summary>All rules, in the order of their ids.</summary>
public static class LintRules
{
    internal static readonly IReadOnlyList<LintCheck> Checks = [];

    /// <summary>The rules by id.</summary>
    public static IReadOnlyDictionary<string, LintRule> ById { get; } = Checks.ToDictionary(c => c.Rule.Id, c => c.Rule, StringComparer.Ordinal);
}
