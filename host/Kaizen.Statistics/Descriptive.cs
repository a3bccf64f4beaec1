using System.Buffers;

namespace Kaizen.Statistics;

/// <summary>
/// Mean, median, quantile and variance of the present values of a series, in the unit of the values.
/// A slot that is not a finite number is missing and is left out; it is never read as zero.
/// </summary>
public static class Descriptive
{
    /// <summary>Series up to this length are sorted on the stack.</summary>
    private const int StackLimit = 256;

    /// <summary>How many slots hold a value.</summary>
    public static int Count(ReadOnlySpan<double> values)
    {
        var count = 0;
        foreach (var value in values)
            if (double.IsFinite(value))
                count++;
        return count;
    }

    /// <summary>
    /// The arithmetic mean, by compensated summation (Neumaier 1974). It lies between the smallest and the largest
    /// value, so the mean of equal values is exactly that value. Sums beyond the range of a double do no harm.
    /// </summary>
    /// <returns>The mean, or null where no slot holds a value.</returns>
    public static double? Mean(ReadOnlySpan<double> values)
    {
        var scale = Scaling.For(values);
        var mean = ScaledMean(values, scale, out var count);
        return count == 0 ? null : mean / scale;
    }

    /// <summary>The median: the middle value, or the mean of the two middle values of an even number.</summary>
    /// <returns>The median, or null where no slot holds a value.</returns>
    public static double? Median(ReadOnlySpan<double> values) => Quantile(values, 0.5);

    /// <summary>
    /// The quantile by linear interpolation between order statistics at position (n − 1)·p (Hyndman and Fan 1996, type 7).
    /// </summary>
    /// <param name="values">The series; missing slots are left out.</param>
    /// <param name="probability">From 0 (smallest value) to 1 (largest value).</param>
    /// <returns>The quantile, or null where no slot holds a value.</returns>
    public static double? Quantile(ReadOnlySpan<double> values, double probability)
    {
        if (!(probability >= 0 && probability <= 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A quantile's probability lies between 0 and 1.");

        var rented = values.Length > StackLimit ? ArrayPool<double>.Shared.Rent(values.Length) : null;
        try
        {
            var buffer = rented is null ? stackalloc double[StackLimit] : rented;
            var sorted = buffer[..CopyPresent(values, buffer)];
            sorted.Sort();
            return sorted.IsEmpty ? null : OfSorted(sorted, probability);
        }
        finally
        {
            if (rented is not null)
                ArrayPool<double>.Shared.Return(rented);
        }
    }

    /// <summary>
    /// The sample variance: squared deviations from the mean over n − 1, in the squared unit of the values. Computed on
    /// values brought near 1 by a power of two, so neither 1e300 nor 1e-300 is lost in the squares.
    /// </summary>
    /// <returns>The variance; null below two present values, or where it exceeds the range of a double.</returns>
    public static double? Variance(ReadOnlySpan<double> values)
    {
        var scale = Scaling.For(values);
        var phase = PhaseSums.Of(values, scale);
        return phase.Count < 2 ? null : Scaling.Finite(phase.Variance / scale / scale);
    }

    /// <summary>
    /// The sample standard deviation, the root of the sample variance. It is finite for values whose variance is not.
    /// </summary>
    /// <returns>The deviation; null below two present values, or where it exceeds the range of a double.</returns>
    public static double? StandardDeviation(ReadOnlySpan<double> values)
    {
        var scale = Scaling.For(values);
        var phase = PhaseSums.Of(values, scale);
        return phase.Count < 2 ? null : Scaling.Finite(Math.Sqrt(phase.Variance) / scale);
    }

    /// <summary>The mean of the values times <paramref name="scale"/>; 0 with a count of 0 where none is present.</summary>
    internal static double ScaledMean(ReadOnlySpan<double> values, double scale, out int count)
    {
        count = 0;
        var sum = 0.0;
        var lost = 0.0;
        var smallest = double.PositiveInfinity;
        var largest = double.NegativeInfinity;
        foreach (var raw in values)
        {
            if (!double.IsFinite(raw))
                continue;
            var value = raw * scale;
            count++;
            smallest = Math.Min(smallest, value);
            largest = Math.Max(largest, value);
            var next = sum + value;
            lost += Math.Abs(sum) >= Math.Abs(value) ? sum - next + value : value - next + sum;
            sum = next;
        }

        if (count == 0)
            return 0;

        // The quotient is corrected by its own remainder; otherwise n equal values need not give back the value.
        var mean = sum / count;
        mean += (Math.FusedMultiplyAdd(-mean, count, sum) + lost) / count;
        return Math.Clamp(mean, smallest, largest);
    }

    /// <summary>Copies the present values to the front of <paramref name="destination"/> and says how many there are.</summary>
    internal static int CopyPresent(ReadOnlySpan<double> values, Span<double> destination)
    {
        var count = 0;
        foreach (var value in values)
            if (double.IsFinite(value))
                destination[count++] = value;
        return count;
    }

    /// <summary>The middle of two finite values, without overflow.</summary>
    internal static double Middle(double a, double b)
    {
        var sum = a + b;
        return double.IsFinite(sum) ? sum / 2 : (a / 2) + (b / 2);
    }

    private static double OfSorted(ReadOnlySpan<double> sorted, double probability)
    {
        var position = (sorted.Length - 1) * probability;
        var below = (int)position;
        var share = position - below;
        if (share == 0 || below + 1 >= sorted.Length)
            return sorted[below];
        var (low, high) = (sorted[below], sorted[below + 1]);
        return share == 0.5
            ? Middle(low, high)
            : Math.Clamp((low * (1 - share)) + (high * share), low, high);
    }
}
