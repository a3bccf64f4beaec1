namespace Kaizen.Abstractions;

/// <summary>What a metric found.</summary>
/// <param name="Values">By <see cref="MetricPeriod.First"/>; a period that is not there has no rows and no value.</param>
public sealed record MetricResult(IReadOnlyDictionary<DateOnly, MetricValue> Values)
{
    /// <summary>
    /// The same number over all rows of the periods before taken together, or null: the host then divides the sums of numerators and
    /// denominators where the values have them, and shows none where they have not.
    /// </summary>
    public MetricValue? Before { get; init; }

    /// <summary>The same over all rows of the periods after.</summary>
    public MetricValue? After { get; init; }

    /// <summary>Small tables and graphs for the A3, the most telling first.</summary>
    public IReadOnlyList<Exhibit> Exhibits { get; init; } = [];
}

/// <summary>A number with what it rests on.</summary>
/// <param name="Value">Finite, or null where there is none. A rate is a fraction.</param>
/// <param name="Rows">How many rows, people or events it rests on.</param>
public sealed record MetricValue(double? Value, long Rows)
{
    /// <summary>Of a rate or ratio, else null: <see cref="Value"/> is this by <see cref="Denominator"/>.</summary>
    public double? Numerator { get; init; }

    /// <summary>Of a rate or ratio, else null.</summary>
    public double? Denominator { get; init; }
}
