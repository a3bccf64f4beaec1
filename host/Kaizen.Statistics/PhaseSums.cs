namespace Kaizen.Statistics;

/// <summary>What the comparisons need to know of one phase of a series, in scaled units.</summary>
internal readonly record struct PhaseSums
{
    public required int Count { get; init; }

    public required double Mean { get; init; }

    /// <summary>Sum of the squared deviations from the phase's own mean.</summary>
    public required double Squares { get; init; }

    /// <summary>Sum of the products of deviations of neighbouring slots that both hold a value.</summary>
    public required double LagProducts { get; init; }

    public double Variance => Squares / (Count - 1);

    public static PhaseSums Of(ReadOnlySpan<double> values, double scale)
    {
        var mean = Descriptive.ScaledMean(values, scale, out var count);
        double squares = 0, products = 0, deviations = 0;
        var previous = double.NaN;
        foreach (var raw in values)
        {
            if (!double.IsFinite(raw))
            {
                previous = double.NaN;
                continue;
            }

            var deviation = (raw * scale) - mean;
            squares += deviation * deviation;
            deviations += deviation;
            if (!double.IsNaN(previous))
                products += previous * deviation;
            previous = deviation;
        }

        // The mean is rounded; what its rounding added to the squares is taken out again.
        if (count > 0)
            squares = Math.Max(0, squares - (deviations * deviations / count));
        return new PhaseSums { Count = count, Mean = mean, Squares = squares, LagProducts = products };
    }
}
