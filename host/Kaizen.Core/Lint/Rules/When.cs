using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;

namespace Kaizen.Core.Lint.Rules;

/// <summary>When a rule may speak: no rule of a later gate nags a cycle that has not come near it.</summary>
internal static class When
{
    public static bool Always(LintSubject _) => true;

    /// <summary>A known problem is improved; the other kinds have no causes, no target and no answer to judge.</summary>
    public static bool Improving(LintSubject s) => s.Cycle.Kind == CycleKind.Pdca;

    /// <summary>A gap is closed or a gain is held.</summary>
    public static bool ImprovingOrHolding(LintSubject s) => s.Cycle.Kind is CycleKind.Pdca or CycleKind.Sdca;

    /// <summary>The cycle has a metric to judge, which one that triages has not.</summary>
    public static bool Measuring(LintSubject s) => s.Cycle.Kind != CycleKind.Capdo && s.Cycle.Metrics.Count > 0;

    public static bool WithCauses(LintSubject s) => Improving(s) && s.Cycle.Plan.Causes.Count > 0;

    public static bool WithCountermeasures(LintSubject s) => Improving(s) && s.Cycle.Plan.Countermeasures.Count > 0;

    public static bool WithTarget(LintSubject s) => Improving(s) && s.Cycle.Plan.Target is not null;

    /// <summary>The lead metric was measured.</summary>
    public static bool Measured(LintSubject s) => Measuring(s) && s.LeadFinding() is not null;

    /// <summary>Do began and the check date has come, or the team has written what it made of the check.</summary>
    public static bool Checking(LintSubject s) =>
        !string.IsNullOrWhiteSpace(s.Cycle.Check.Reflection) || Decided(s)
        || (s.AsOf is { } day && CycleWindows.StartedBy(s.Cycle, day) is not null && s.Cycle.Check.Date is { } check && check <= day);

    /// <summary>The check has come and the lead metric was measured.</summary>
    public static bool CheckingMeasured(LintSubject s) => Checking(s) && Measured(s);

    public static bool Decided(LintSubject s) => s.Decision() is not null;
}

/// <summary>What rules ask of a subject.</summary>
internal static class Looking
{
    /// <summary>The decision where its date has come, or where no date is looked at.</summary>
    public static string? Decision(this LintSubject s) =>
        s.AsOf is { } day ? StateOf.DecisionAt(s.Cycle, day)?.Decision : s.Cycle.Act?.Decision;

    /// <summary>Whether the change is kept: <c>adopt</c>, or <c>pursue</c> where a cycle explores.</summary>
    public static bool Adopts(this LintSubject s) => s.Decision() is "adopt" or "pursue";

    public static Finding? FindingOf(this LintSubject s, string? metric, string window = "check") =>
        s.Findings?.FirstOrDefault(f => f.Metric == metric && f.Window == window);

    public static Finding? LeadFinding(this LintSubject s) => s.FindingOf(s.Cycle.LeadMetric);

    /// <summary>The metrics on which something rests: the lead metric and those with a prediction or a guardrail.</summary>
    public static IEnumerable<Metric> Counting(this Cycle cycle) =>
        cycle.Metrics.Where(m => m.Name == cycle.LeadMetric || m.Prediction is not null || m.Guardrail is not null);

    /// <summary>The findings of the check on the lead metric and on those that were predicted.</summary>
    public static IEnumerable<(Metric Metric, Finding Finding)> Judged(this LintSubject s)
    {
        foreach (var metric in s.Cycle.Metrics)
            if ((metric.Name == s.Cycle.LeadMetric || metric.Prediction is not null) && s.FindingOf(metric.Name) is { } finding) yield return (metric, finding);
    }

    public static WordLists Words(this LintSubject s) => WordLists.For(s.Settings);

    public static AnswerText Answers(this LintSubject s) => new(WordLists.For(s.Settings));

    /// <summary>The causes with their paths and their depth, the first ones at depth 1.</summary>
    public static IEnumerable<(Cause Cause, string Path, int Depth)> CausePaths(this Plan plan) => Below(plan.Causes, "plan.causes", 1);

    private static IEnumerable<(Cause Cause, string Path, int Depth)> Below(IReadOnlyList<Cause> causes, string parent, int depth)
    {
        foreach (var cause in causes)
        {
            var path = $"{parent}.{cause.Id}";
            yield return (cause, path, depth);
            foreach (var below in Below(cause.Because, $"{path}.because", depth + 1)) yield return below;
        }
    }

    /// <summary>The causes that a countermeasure addresses.</summary>
    public static IEnumerable<(Cause Cause, string Path, int Depth)> Addressed(this Plan plan)
    {
        var ids = plan.Countermeasures.Select(c => c.Addresses).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return plan.CausePaths().Where(c => ids.Contains(c.Cause.Id));
    }

    public static string Day(this DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public static string Plain(this double number) => number.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A text as it is quoted: its first words where it is long.</summary>
    public static string Quote(this string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= 60 ? $"'{line}'" : $"'{line[..57].TrimEnd()}...'";
    }
}
