using System.Buffers;

namespace Kaizen.Statistics;

/// <summary>The rank test of Mann and Whitney 1947. Values equal within 1e-12 relative are tied.</summary>
public static class MannWhitney
{
    private const int ExactBelow = 50;

    /// <summary>Compares two samples by the ranks of their values.</summary>
    /// <returns>The comparison, or null where a sample has no present value.</returns>
    public static MannWhitneyResult? Compare(ReadOnlySpan<double> before, ReadOnlySpan<double> after)
    {
        var (n1, n2) = (Descriptive.Count(before), Descriptive.Count(after));
        if (n1 == 0 || n2 == 0)
            return null;

        var values = new double[n1 + n2];
        var isAfter = new bool[n1 + n2];
        Descriptive.CopyPresent(before, values);
        Descriptive.CopyPresent(after, values.AsSpan(n1));
        isAfter.AsSpan(n1).Fill(true);
        Array.Sort(values, isAfter);

        var (rankSum, ties) = Ranks(values, isAfter);
        var pairs = (double)n1 * n2;
        var u = rankSum - ((double)n2 * (n2 + 1) / 2);
        return new MannWhitneyResult
        {
            UAfter = u,
            UBefore = pairs - u,
            ProbabilityOfSuperiority = u / pairs,
            PAsymptotic = Asymptotic(u, n1, n2, ties),
            PExact = ties == 0 && n1 < ExactBelow && n2 < ExactBelow ? Exact((int)Math.Min(u, pairs - u), n1, n2) : null,
        };
    }

    /// <summary>The sum of the ranks after, tied values sharing theirs, and the sum of t³ − t over groups of t tied values.</summary>
    private static (double RankSum, double Ties) Ranks(double[] values, bool[] isAfter)
    {
        double rankSum = 0, ties = 0;
        for (int start = 0, end; start < values.Length; start = end)
        {
            for (end = start + 1; end < values.Length && Nearly.Equal(values[end], values[start]);)
                end++;
            double size = end - start;
            ties += size * ((size * size) - 1);
            for (var i = start; i < end; i++)
                rankSum += isAfter[i] ? (start + 1 + end) / 2.0 : 0;
        }

        return (rankSum, ties);
    }

    private static double Asymptotic(double u, double n1, double n2, double ties)
    {
        var n = n1 + n2;
        var variance = n1 * n2 / 12 * (n + 1 - (ties / (n * (n - 1))));
        if (!(variance > 0))
            return 1;
        var z = Math.Max(0, Math.Abs(u - (n1 * n2 / 2)) - 0.5) / Math.Sqrt(variance);
        return Math.Min(1, 2 * Normal.UpperTail(z));
    }

    /// <summary>
    /// Twice P(U ≤ u). The arrangements with U = s are the coefficients of the Gaussian binomial, the product of
    /// (1 − q^(n2 + i)) ÷ (1 − q^i) for i from 1 to n1. Below 50 values a sample they fit whole numbers of 128 bits,
    /// so nothing is rounded until the end.
    /// </summary>
    private static double Exact(int u, int n1, int n2)
    {
        var width = u + 1;
        var rented = ArrayPool<Int128>.Shared.Rent(width);
        try
        {
            var ways = rented.AsSpan(0, width);
            ways.Clear();
            ways[0] = 1;
            Int128 all = 1;
            for (var i = 1; i <= n1; i++)
            {
                for (var s = width - 1; s >= n2 + i; s--)
                    ways[s] -= ways[s - n2 - i];
                for (var s = i; s < width; s++)
                    ways[s] += ways[s - i];
                all = all * (n2 + i) / i;
            }

            Int128 sum = 0;
            foreach (var count in ways)
                sum += count;
            return Math.Min(1, 2 * (double)sum / (double)all);
        }
        finally
        {
            ArrayPool<Int128>.Shared.Return(rented);
        }
    }
}
