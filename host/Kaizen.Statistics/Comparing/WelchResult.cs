namespace Kaizen.Statistics;

/// <summary>The plain comparison of two means by Welch, which takes the values as independent.</summary>
public readonly record struct WelchResult
{
    /// <summary>Mean after − mean before, in the unit of the values.</summary>
    public required double Difference { get; init; }

    /// <summary>The lower end of the 95 % interval.</summary>
    public required double Lower { get; init; }

    /// <summary>The upper end of the 95 % interval.</summary>
    public required double Upper { get; init; }

    /// <summary>The standard error of the difference.</summary>
    public required double StandardError { get; init; }

    /// <summary>Welch–Satterthwaite; null where both samples are flat, as are the two below.</summary>
    public required double? DegreesOfFreedom { get; init; }

    /// <summary>Difference ÷ standard error.</summary>
    public required double? Statistic { get; init; }

    /// <summary>The two-sided p value.</summary>
    public required double? PValue { get; init; }
}
