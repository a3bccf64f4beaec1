namespace Kaizen.Statistics;

/// <summary>
/// The natural process limits of an individuals chart, in the unit of the values. They are not clipped to a possible
/// range: a drawing may clip them, rules and assurance may not.
/// </summary>
public readonly record struct XmrLimits
{
    /// <summary>The mean of the present values.</summary>
    public required double Centre { get; init; }

    /// <summary>Centre − 2.66 × mean moving range.</summary>
    public required double Lower { get; init; }

    /// <summary>Centre + 2.66 × mean moving range.</summary>
    public required double Upper { get; init; }

    /// <summary>A third of the distance from the centre to a limit: 2.66 × mean moving range ÷ 3.</summary>
    public required double Sigma { get; init; }

    /// <summary>The mean absolute difference of neighbouring slots that both hold a value.</summary>
    public required double MeanMovingRange { get; init; }

    /// <summary>The upper limit of the moving ranges: 3.267 × mean moving range.</summary>
    public required double UpperMovingRange { get; init; }

    /// <summary>How many values the limits rest on.</summary>
    public required int Count { get; init; }

    /// <summary>How many moving ranges there are; fewer than <see cref="Count"/> − 1 where slots are missing.</summary>
    public required int MovingRanges { get; init; }

    /// <summary>How many moving ranges lie above <see cref="UpperMovingRange"/>.</summary>
    public required int LargeMovingRanges { get; init; }

    /// <summary>Whether the series shows no variation at all, so that the limits coincide with the centre.</summary>
    public bool IsFlat => MeanMovingRange == 0;

    /// <summary>How far the limits may be relied on: trial from 12 values, firm from 20.</summary>
    public BaselineStrength Strength => Count switch
    {
        < Xmr.TrialCount => BaselineStrength.TooShort,
        < Xmr.FirmCount => BaselineStrength.Trial,
        _ => BaselineStrength.Firm,
    };
}
