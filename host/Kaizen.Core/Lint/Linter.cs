using Kaizen.Abstractions;
using Kaizen.Core.Cycles;

namespace Kaizen.Core.Lint;

/// <summary>Looks at a cycle with every rule that can be asked with what is known.</summary>
public static class Linter
{
    /// <summary>
    /// What fires, by rule and then by place; what the team accepts carries its waiver. A rule that is off is silent, and so is
    /// every rule in a cycle that was cancelled.
    /// </summary>
    public static IReadOnlyList<LintHit> Look(LintSubject subject) =>
        subject.Cycle.Cancelled is not null
            ? []
            : [.. LintRules.Checks.Where(c => Asks(c, subject)).SelectMany(c => c.Find(subject).Select(f => Hit(c.Rule, f, subject.Cycle)))];

    /// <summary>The gates before Do that stay shut by what is written, whatever the day and the data.</summary>
    public static IReadOnlyList<Gate> ShutBefore(LintSubject subject) =>
        subject.Cycle.Cancelled is not null
            ? []
            : ShutBy(LintRules.BeforeDo.Where(c => Asks(c, subject)).SelectMany(c => c.Find(subject).Select(f => Hit(c.Rule, f, subject.Cycle))));

    /// <summary>The gates before Do that these hits keep shut.</summary>
    public static IReadOnlyList<Gate> ShutBy(IEnumerable<LintHit> hits) =>
        [.. hits.Where(h => h is { Waived: null, Gate: Gate.G1 or Gate.G2 }).Select(h => h.Gate!.Value).Distinct().Order()];

    /// <summary>Whether a rule is in use here and could speak at the point that the cycle has reached.</summary>
    internal static bool Asks(LintCheck check, LintSubject subject) => !subject.Settings.Off.ContainsKey(check.Rule.Id) && check.Applies(subject);

    private static LintHit Hit(LintRule rule, Found found, Cycle cycle)
    {
        var severity = found.Severity ?? rule.Severity;
        return new LintHit(rule.Id, severity, severity == Severity.Error ? found.Gate ?? rule.Gate : null, found.Message, found.Path)
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
    public Severity? Severity { get; init; }

    /// <summary>The gate that it keeps shut here, where that is not the rule's.</summary>
    public Gate? Gate { get; init; }
}

/// <summary>A rule with the function that looks for it.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Applies">Whether it could speak here: the kind of cycle, the point it has reached, what is known.</param>
/// <param name="Find">What it finds; asked only where it applies.</param>
internal sealed record LintCheck(LintRule Rule, Func<LintSubject, bool> Applies, Func<LintSubject, IEnumerable<Found>> Find);
