using Kaizen.Core.Checking;
using Kaizen.Core.Metrics;

namespace Kaizen.Core.Coaching;

/// <summary>How far what was seen lies outside what was predicted.</summary>
public static class Surprise
{
    /// <summary>The distance outside the interval, in widths of the interval; 0 inside it, or where nothing can be compared yet.</summary>
    public static double Of(Finding finding)
    {
        if (finding is not { Prediction: { } predicted, After: { } after, VsPrediction: not null }) return 0;
        var (low, high) = (predicted.Between.Low ?? double.NegativeInfinity, predicted.Between.High ?? double.PositiveInfinity);
        var outside = Math.Max(0, Math.Max(low - after, after - high));
        var width = double.IsFinite(high - low) && high > low ? high - low : Math.Max(Math.Abs(predicted.Expect), 1e-9);
        return outside / width;
    }

    /// <summary>What was expected and what was seen, in words: <c>expected 39 to 47 %, saw 37.6 %</c>.</summary>
    public static string Words(Finding finding)
    {
        if (finding.Prediction is not { } predicted) return "nothing was predicted";
        var expected = (predicted.Between.Low, predicted.Between.High) switch
        {
            ({ } low, { } high) => $"{Quantity.Number(low, finding.Unit)} to {Quantity.Text(high, finding.Unit)}",
            ({ } low, null) => $"at least {Quantity.Text(low, finding.Unit)}",
            (null, { } high) => $"at most {Quantity.Text(high, finding.Unit)}",
            _ => Quantity.Text(predicted.Expect, finding.Unit),
        };
        return finding.After is { } after ? $"expected {expected}, saw {Quantity.Text(after, finding.Unit)}{(finding.Complete ? "" : " so far")}" : $"expected {expected}, nothing counts yet";
    }
}
