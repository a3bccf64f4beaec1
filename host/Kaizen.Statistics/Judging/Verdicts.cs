namespace Kaizen.Statistics;

/// <summary>
/// Tells signal from noise after a change. A rule has to fire on the points after it, and the interval of the effect has
/// to exclude no change: rules alone fire by chance the sooner the more points there are, and an interval alone is easily
/// moved by one odd point.
/// </summary>
public static class Verdicts
{
    /// <summary>Present values before the change that a verdict needs.</summary>
    public const int FewestBefore = Xmr.TrialCount;

    /// <summary>Present values after the change that a signal needs.</summary>
    public const int FewestAfter = 4;

    /// <summary>Present values after the change that the absence of a signal needs.</summary>
    public const int FewestAfterWithoutSignal = 8;

    /// <summary>
    /// Judges the points after a change against the limits frozen before it. The rules start fresh on the points after.
    /// </summary>
    /// <param name="before">The slots before the change, in order of time; a slot that is not a finite number is missing.</param>
    /// <param name="after">The slots after it.</param>
    /// <param name="rules">The rule set; the default set where none is given.</param>
    public static VerdictResult Judge(ReadOnlySpan<double> before, ReadOnlySpan<double> after, RuleSet? rules = null)
    {
        var effect = Effects.Between(before, after);
        return Judge(before, after, rules ?? RuleSet.Default, effect, effect);
    }

    /// <summary>
    /// The same where a comparison group is declared: rules and limits stay with the treated series, and the verdict
    /// rests on the effect of the series treated − comparison.
    /// </summary>
    /// <param name="before">The treated slots before the change.</param>
    /// <param name="after">The treated slots after it.</param>
    /// <param name="comparison">
    /// The effect of the series treated − comparison. Null says that it has too little data, and so has the verdict.
    /// </param>
    /// <param name="rules">The rule set; the default set where none is given.</param>
    public static VerdictResult JudgeAgainst(
        ReadOnlySpan<double> before, ReadOnlySpan<double> after, EffectInterval? comparison, RuleSet? rules = null) =>
        Judge(before, after, rules ?? RuleSet.Default, Effects.Between(before, after), comparison);

    private static VerdictResult Judge(
        ReadOnlySpan<double> before, ReadOnlySpan<double> after, RuleSet rules, EffectInterval? plain, EffectInterval? deciding)
    {
        var countBefore = Descriptive.Count(before);
        var hasBaseline = countBefore >= FewestBefore;
        var limits = hasBaseline ? Xmr.Limits(before) : null;
        var result = new VerdictResult
        {
            Verdict = Verdict.NotEnoughData,
            Direction = deciding is { } effect ? Math.Sign(effect.Difference) : 0,
            Rules = rules,
            Limits = limits,
            Hits = limits is { } lines ? Statistics.Rules.Apply(rules, after, lines) : [],
            RunChart = hasBaseline && rules.UsesRunChart && Descriptive.Median(before) is { } median
                ? Statistics.RunChart.Analyse(after, median)
                : null,
            Effect = plain,
            DecidingEffect = deciding,
            CountBefore = countBefore,
            CountAfter = Descriptive.Count(after),
        };
        return result with { Verdict = Word(result) };
    }

    private static Verdict Word(VerdictResult result)
    {
        // Without limits no rule can ever fire, so silence would say nothing; of a comparison both series have to be long enough.
        if (result.DecidingEffect is not { } effect || (result.Limits is null && result.RunChart is null))
            return Verdict.NotEnoughData;
        var before = Math.Min(result.CountBefore, effect.CountBefore);
        var after = Math.Min(result.CountAfter, effect.CountAfter);
        if (before < FewestBefore || after < FewestAfter)
            return Verdict.NotEnoughData;
        if (result.RuleFired && effect.ExcludesZero)
            return Verdict.Signal;
        return after < FewestAfterWithoutSignal ? Verdict.NotEnoughData : Verdict.NoSignalYet;
    }
}
