namespace Kaizen.Statistics;

/// <summary>The binomial distribution with probability ½.</summary>
internal static class FairCoin
{
    /// <summary>
    /// The smallest k with P(X ≤ k) ≥ <paramref name="level"/>, for a level below ½. The weights are taken relative to
    /// the largest one, so any number of trials is in range.
    /// </summary>
    public static int Quantile(int trials, double level)
    {
        // In an even number of trials the middle outcome belongs to both halves.
        var middle = trials / 2;
        var isEven = trials % 2 == 0;
        var half = 0.0;
        var weight = 1.0;
        for (var k = middle; k >= 0 && weight > 1e-25; k--)
        {
            half += isEven && k == middle ? weight / 2 : weight;
            weight *= (double)k / (trials - k + 1);
        }

        var total = 2 * half;
        var cumulative = isEven ? 0.5 + (0.5 / total) : 0.5;
        weight = 1;
        for (var k = middle; ; k--)
        {
            cumulative -= weight / total;
            if (k == 0 || cumulative < level)
                return k;
            weight *= (double)k / (trials - k + 1);
        }
    }
}
