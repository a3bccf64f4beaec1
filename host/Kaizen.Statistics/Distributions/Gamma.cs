namespace Kaizen.Statistics;

/// <summary>Logarithms of the gamma and beta functions for positive arguments, to about 1e-15 relative.</summary>
internal static class Gamma
{
    /// <summary>From here on Stirling's series is exact to the last digit.</summary>
    private const double StirlingFrom = 12;

    private static readonly double HalfLogTwoPi = 0.5 * Math.Log(2 * Math.PI);

    /// <summary>ln Γ(x): Stirling's series, reached by Γ(x) = Γ(x + 1) ÷ x (NIST DLMF 5.11.1 and 5.5.1).</summary>
    public static double Log(double x)
    {
        if (x == Math.Truncate(x) && x <= 20)
            return Math.Log(Factorial((int)x - 1));
        var product = 1.0;
        for (; x < StirlingFrom; x++)
            product *= x;
        return ((x - 0.5) * Math.Log(x)) - x + HalfLogTwoPi + StirlingRest(x) - Math.Log(product);
    }

    /// <summary>
    /// ln B(a, b). For large arguments the big parts of the three gamma functions are cancelled by hand, because their
    /// difference would keep few digits.
    /// </summary>
    public static double LogBeta(double a, double b)
    {
        var (small, large) = a < b ? (a, b) : (b, a);
        if (large < StirlingFrom)
            return Log(small) + Log(large) - Log(small + large);
        var sum = small + large;
        var rest = StirlingRest(large) - StirlingRest(sum);
        if (small < StirlingFrom)
            return Log(small) + rest + small - (small * Math.Log(sum)) + ((large - 0.5) * LogOnePlus(-small / sum));
        return rest + StirlingRest(small) + HalfLogTwoPi - (0.5 * Math.Log(large))
            + ((small - 0.5) * Math.Log(small / sum)) + (large * LogOnePlus(-small / sum));
    }

    /// <summary>ln(1 + x) without losing the digits of a small x (Kahan).</summary>
    public static double LogOnePlus(double x)
    {
        var sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * x / (sum - 1);
    }

    /// <summary>What Stirling's formula lacks: the sum of B(2k) ÷ (2k (2k − 1) x^(2k − 1)).</summary>
    private static double StirlingRest(double x)
    {
        var s = 1 / (x * x);
        return ((((((((-3617.0 / 122400 * s) + (1.0 / 156)) * s - (691.0 / 360360)) * s + (1.0 / 1188)) * s
            - (1.0 / 1680)) * s + (1.0 / 1260)) * s - (1.0 / 360)) * s + (1.0 / 12)) / x;
    }

    private static double Factorial(int n)
    {
        var product = 1.0;
        for (var i = 2; i <= n; i++)
            product *= i;
        return product;
    }
}
