namespace Kaizen.Statistics;

/// <summary>
/// How far a series moved from one phase to the next: the mean after minus the mean before, with a 95 % interval that
/// is widened for lag-1 autocorrelation. All but counts, ratios and degrees of freedom in the unit of the values.
/// </summary>
public readonly record struct EffectInterval
{
    /// <summary>Mean after − mean before.</summary>
    public required double Difference { get; init; }

    /// <summary>The lower end of the 95 % interval.</summary>
    public required double Lower { get; init; }

    /// <summary>The upper end of the 95 % interval.</summary>
    public required double Upper { get; init; }

    /// <summary>The standard error, widened.</summary>
    public required double StandardError { get; init; }

    /// <summary>The degrees of freedom used, at least 2; null where both phases are flat and the interval is a point.</summary>
    public required double? DegreesOfFreedom { get; init; }

    /// <summary>The pooled lag-1 autocorrelation within the phases; null where both phases are flat.</summary>
    public required double? AutocorrelationRaw { get; init; }

    /// <summary>The autocorrelation after correction for short phases, held to [0, 0.9].</summary>
    public required double AutocorrelationUsed { get; init; }

    /// <summary>(1 + r) ÷ (1 − r): by how much the autocorrelation inflates the variance of a mean.</summary>
    public required double Inflation { get; init; }

    /// <summary>The standard error of Welch, as if the values were independent.</summary>
    public required double WelchStandardError { get; init; }

    /// <summary>The degrees of freedom of Welch; null where both phases are flat.</summary>
    public required double? WelchDegreesOfFreedom { get; init; }

    /// <summary>The mean before.</summary>
    public required double MeanBefore { get; init; }

    /// <summary>The mean after.</summary>
    public required double MeanAfter { get; init; }

    /// <summary>Present values before.</summary>
    public required int CountBefore { get; init; }

    /// <summary>Present values after.</summary>
    public required int CountAfter { get; init; }

    /// <summary>Whether the interval lies wholly on one side of no change.</summary>
    public bool ExcludesZero => Lower > 0 || Upper < 0;
}
