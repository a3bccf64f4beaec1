namespace Kaizen.Measuring.Tallies;

/// <summary>Exact quantiles without sorting everything. The values are reordered.</summary>
internal static class Selection
{
    /// <summary>The middle value, or the mean of the two middle ones.</summary>
    public static double Median(Span<double> values)
    {
        var k = (values.Length - 1) / 2;
        var low = Smallest(values, k);
        return values.Length % 2 == 1 ? low : Middle(low, Lowest(values[(k + 1)..]));
    }

    /// <summary>The 90th percentile by linear interpolation (type 7); its place is reckoned in whole tenths.</summary>
    public static double P90(Span<double> values)
    {
        var k = (int)((values.Length - 1) * 9L / 10);
        var low = Smallest(values, k);
        return (values.Length - 1) % 10 == 0 ? low : P90(values.Length, low, Lowest(values[(k + 1)..]));
    }

    /// <summary>The 90th percentile of so many values from the two that it lies between.</summary>
    public static double P90(long count, double low, double high)
    {
        var tenths = (count - 1) * 9;
        if (tenths % 10 == 0) return low;
        var share = tenths % 10 / 10.0;
        var step = high - low;
        return double.IsFinite(step) ? low + (share * step) : (low * (1 - share)) + (high * share);
    }

    /// <summary>The mean of two values; huge ones do not overflow.</summary>
    public static double Middle(double a, double b)
    {
        var sum = a + b;
        return double.IsFinite(sum) ? sum / 2 : (a / 2) + (b / 2);
    }

    private static double Lowest(ReadOnlySpan<double> values)
    {
        var lowest = values[0];
        foreach (var v in values)
            if (v < lowest) lowest = v;
        return lowest;
    }

    /// <summary>The k-th smallest, from 0; afterwards nothing left of it is larger and nothing right of it smaller.</summary>
    private static double Smallest(Span<double> values, int k)
    {
        int low = 0, high = values.Length - 1;
        var patience = 2 * (32 - int.LeadingZeroCount(values.Length));
        while (high - low > 16)
        {
            if (patience-- == 0) break;
            var pivot = MedianOfThree(values[low], values[low + ((high - low) / 2)], values[high]);
            int i = low - 1, j = high + 1;
            while (true)
            {
                while (values[++i] < pivot) { }
                while (values[--j] > pivot) { }
                if (i >= j) break;
                (values[i], values[j]) = (values[j], values[i]);
            }

            if (k <= j) high = j;
            else low = j + 1;
        }

        values[low..(high + 1)].Sort();
        return values[k];
    }

    private static double MedianOfThree(double a, double b, double c) =>
        a < b ? (b < c ? b : Math.Max(a, c)) : (a < c ? a : Math.Max(b, c));
}
