namespace Kaizen.Statistics;

/// <summary>The regularised incomplete beta function I_x(a, b): NIST DLMF 8.17.</summary>
internal static class Beta
{
    private const int MostSteps = 100_000;
    private const double Smallest = 1e-300;

    /// <summary>I_x(a, b), with <paramref name="y"/> = 1 − x given apart so that no digit of a small one is lost.</summary>
    public static double Regularized(double a, double b, double x, double y)
    {
        if (x <= 0)
            return 0;
        if (y <= 0)
            return 1;
        var logX = x < 0.5 ? Math.Log(x) : Gamma.LogOnePlus(-y);
        var logY = y < 0.5 ? Math.Log(y) : Gamma.LogOnePlus(-x);
        var front = Math.Exp((a * logX) + (b * logY) - Gamma.LogBeta(a, b));
        return x <= (a + 1) / (a + b + 2)
            ? Math.Min(1, front * Fraction(a, b, x) / a)
            : Math.Max(0, 1 - (front * Fraction(b, a, y) / b));
    }

    /// <summary>The continued fraction DLMF 8.17.22, from the front by the modified method of Lentz.</summary>
    private static double Fraction(double a, double b, double x)
    {
        var c = 1.0;
        var d = 1 / NotZero(1 - ((a + b) * x / (a + 1)));
        var value = d;
        for (var m = 1; m <= MostSteps; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / NotZero(1 + (even * d));
            c = NotZero(1 + (even / c));
            value *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / NotZero(1 + (odd * d));
            c = NotZero(1 + (odd / c));
            value *= d * c;
            if (Math.Abs((d * c) - 1) < 1e-16)
                break;
        }

        return value;
    }

    private static double NotZero(double value) => Math.Abs(value) < Smallest ? Smallest : value;
}
