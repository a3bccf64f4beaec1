namespace Kaizen.Statistics;

/// <summary>Student's t distribution, for whole and broken degrees of freedom from 1 on.</summary>
internal static class StudentT
{
    /// <summary>From here on four terms of the expansion in 1/df leave an error below the last digit.</summary>
    private const double ExpansionFrom = 20_000;

    /// <summary>P(|T| &gt; t) = I_x(df/2, ½) at x = df ÷ (df + t²): NIST DLMF 8.17, Abramowitz and Stegun 26.7.1.</summary>
    public static double TwoSided(double t, double degrees)
    {
        t = Math.Abs(t);
        // Beyond this the square overflows; the tail is below 1e-150, which no page tells from 0.
        if (t > 1e150)
            return 0;
        var square = t * t;
        return Beta.Regularized(degrees / 2, 0.5, degrees / (degrees + square), square / (degrees + square));
    }

    /// <summary>
    /// The t with P(|T| &gt; t) = 1 − <paramref name="confidence"/>. Newton's method on the logarithms of t and of the
    /// tail, where the curve is close to a straight line; for large df the Cornish–Fisher expansion.
    /// </summary>
    /// <param name="confidence">Strictly between 0 and 1, for example 0.95.</param>
    /// <param name="degrees">Degrees of freedom, at least 1; they need not be whole.</param>
    public static double TwoSidedQuantile(double confidence, double degrees)
    {
        if (!(confidence > 0 && confidence < 1))
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "A confidence lies between 0 and 1.");
        if (!(degrees >= 1))
            throw new ArgumentOutOfRangeException(nameof(degrees), degrees, "At least 1 degree of freedom is needed.");

        var tails = 1 - confidence;
        // 1 − 0.95 is not 0.05 in binary; the constant keeps its last digits.
        var z = confidence == 0.95 ? Normal.Quantile975 : Normal.UpperQuantile(tails / 2);
        if (confidence == 0.95)
            tails = 0.05;
        var t = Expansion(z, degrees);
        if (degrees >= ExpansionFrom)
            return t;

        var logDensity = Gamma.LogBeta(degrees / 2, 0.5) + (0.5 * Math.Log(degrees));
        for (var i = 0; i < 100; i++)
        {
            var at = TwoSided(t, degrees);
            var density = 2 * Math.Exp((-(degrees + 1) / 2 * Gamma.LogOnePlus(t * t / degrees)) - logDensity);
            var next = t * Math.Exp(Math.Log(at / tails) * at / (density * t));
            var isSettled = Math.Abs(next - t) <= 4e-16 * t;
            t = next;
            if (isSettled)
                break;
        }

        return t;
    }

    /// <summary>Abramowitz and Stegun 26.7.5.</summary>
    private static double Expansion(double z, double n)
    {
        var s = z * z;
        var g1 = z * (s + 1) / 4;
        var g2 = z * ((((5 * s) + 16) * s) + 3) / 96;
        var g3 = z * ((((((3 * s) + 19) * s) + 17) * s) - 15) / 384;
        var g4 = z * ((((((((79 * s) + 776) * s) + 1482) * s) - 1920) * s) - 945) / 92160;
        return z + ((g1 + ((g2 + ((g3 + (g4 / n)) / n)) / n)) / n);
    }
}
