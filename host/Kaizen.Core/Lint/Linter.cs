using Kaizen.Core.Cycles;

namespace Kaizen.Core.Lint;

/// <summary>Looks at a cycle with every rule that can be asked with what is known.</summary>
public static class Linter
{
    /// <summary>What fires, by rule and then by place; what the team accepts carries its waiver. A rule that is off is silent.</summary>
    public static IReadOnlyList<LintHit> Look(LintSubject subject) =>
        [.. LintRules.Checks.Where(c => !subject.Settings.Off.ContainsKey(c.Rule.Id)).SelectMany(c => c.Find(subject).Select(f => Hit(c.Rule, f, subject.Cycle)))];

    private static LintHit Hit(LintRule rule, Found found, Cycle cycle)
    {
        var severity = found.Severity ?? rule.Severity;
        return new LintHit(rule.Id, severity, severity == Abstractions.Severity.Error ? rule.Gate : null, found.Message, found.Path)
        {
            Waived = cycle.Waivers.FirstOrDefault(w => w.Rule == rule.Id && (w.At is null || w.At == found.Path)),
        };
    }
}

/// <summary>What a check found.</summary>
/// <param name="Path">The key that a person will change.</param>
/// <param name="Message">What is wrong there.</param>
internal sealed record Found(string Path, string Message)
{
    /// <summary>How much it matters here, where that is not what the rule says.</summary>
    public Abstractions.Severity? Severity { get; init; }
}

/// <summary>A rule with the function that looks for it.</summary>
internal sealed record LintCheck(LintRule Rule, Func<LintSubject, IEnumerable<Found>> Find);
