namespace Kaizen.Statistics;

/// <summary>The change of a treated group beyond that of a comparison group.</summary>
public static class DifferenceInDifferences
{
    /// <summary>
    /// (treated after − treated before) − (comparison after − comparison before), from four means in one unit. For an
    /// interval, take the effect of the series treated − comparison: see <see cref="Effects"/>.
    /// </summary>
    /// <returns>The difference; null where a mean is not a finite number or the result exceeds the range of a double.</returns>
    public static double? Of(double treatedBefore, double treatedAfter, double comparisonBefore, double comparisonAfter) =>
        Scaling.Finite((treatedAfter - treatedBefore) - (comparisonAfter - comparisonBefore));
}
