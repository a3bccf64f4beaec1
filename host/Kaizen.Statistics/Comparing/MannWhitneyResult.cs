namespace Kaizen.Statistics;

/// <summary>How often a value after lies above a value before.</summary>
public readonly record struct MannWhitneyResult
{
    /// <summary>Pairs with after above before, and half of the tied pairs.</summary>
    public required double UAfter { get; init; }

    /// <summary>Pairs with before above after, and half of the tied pairs.</summary>
    public required double UBefore { get; init; }

    /// <summary>U after over all pairs: the chance that a value after exceeds one before, from 0 to 1.</summary>
    public required double ProbabilityOfSuperiority { get; init; }

    /// <summary>The two-sided p value of the normal approximation, corrected for ties and continuity; 1 where all values are equal.</summary>
    public required double PAsymptotic { get; init; }

    /// <summary>The exact two-sided p value; null where values are tied or a sample has 50 values or more.</summary>
    public required double? PExact { get; init; }

    /// <summary>The exact value where there is one, else the approximation.</summary>
    public double PValue => PExact ?? PAsymptotic;
}
