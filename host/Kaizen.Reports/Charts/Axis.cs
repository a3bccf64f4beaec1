namespace Kaizen.Reports.Charts;

/// <summary>A linear value axis with round ticks.</summary>
internal sealed class Axis
{
    /// <summary>Beyond this a step more would be infinite; such values are drawn at the edge.</summary>
    private const double Largest = 1e300;
    private readonly double top;
    private readonly double bottom;

    private Axis(double low, double high, double step, double top, double bottom)
    {
        (Low, High, Step, First) = (low, high, step, low);
        (this.top, this.bottom) = (top, bottom);
    }

    public double Low { get; }

    public double High { get; }

    public double Step { get; }

    /// <summary>The lowest tick.</summary>
    private double First { get; init; }

    /// <summary>Ticks from low to high.</summary>
    public IEnumerable<double> Ticks
    {
        get
        {
            var count = (int)Math.Clamp(Math.Floor(((High - First) / Step) + 1e-6), 1, 50);
            for (var i = 0; i <= count; i++)
            {
                // Ten digits hide the binary dust of 0.1 + 0.2.
                yield return Math.Round(First + (i * Step), 10);
            }
        }
    }

    /// <summary>The place of a value; what lies outside is held at the edge.</summary>
    public double Y(double value) => bottom - ((Math.Clamp(value, Low, High) - Low) / (High - Low) * (bottom - top));

    /// <summary>An axis that holds all values, from 0 where that costs little.</summary>
    public static Axis Over(IEnumerable<double> values, double top, double bottom, int wanted, bool share)
    {
        var all = values.Where(double.IsFinite).Select(v => Math.Clamp(v, -Largest, Largest)).ToList();
        var (low, high) = all.Count == 0 ? (0, 1) : (all.Min(), all.Max());
        var reach = high;
        if (low >= 0 && low <= high * 0.5) low = 0;
        if (high - low <= Math.Abs(high) * 1e-9)
        {
            var room = Math.Abs(high) > 0 ? Math.Abs(high) * 0.1 : 1;
            (low, high) = (low >= 0 ? Math.Max(0, low - room) : low - room, high + room);
        }

        var step = Nice((high - low) / wanted);
        low = Math.Floor((low / step) + 1e-9) * step;
        high = Math.Ceiling((high / step) - 1e-9) * step;
        // The highest point keeps clear of the flags and labels along the top.
        if (high - reach < step * 0.25 && reach > 0) high += step;
        if (share && high > 1 && all.All(v => v <= 1)) high = Math.Ceiling(1 / step - 1e-9) * step;
        return new Axis(low, high, step, top, bottom);
    }

    /// <summary>An axis between ends that a person chose; what lies beyond them is held at the edge.</summary>
    public static Axis Given(Core.Metrics.ValueAxis ends, double top, double bottom, int wanted)
    {
        var step = Nice((ends.High - ends.Low) / wanted);
        return new Axis(ends.Low, ends.High, step, top, bottom) { First = Math.Ceiling((ends.Low / step) - 1e-9) * step };
    }

    /// <summary>An axis without ticks that values fill from edge to edge.</summary>
    public static Axis Tight(IEnumerable<double> values, double top, double bottom)
    {
        var all = values.Where(double.IsFinite).Select(v => Math.Clamp(v, -Largest, Largest)).ToList();
        var (low, high) = all.Count == 0 ? (0, 1) : (all.Min(), all.Max());
        return high - low > Math.Abs(high) * 1e-9 ? new Axis(low, high, high - low, top, bottom) : Over([low], top, bottom, 4, share: false);
    }

    private static double Nice(double rough)
    {
        if (rough is <= 0 or double.NaN || double.IsInfinity(rough)) return 1;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var lead = rough / power;
        return (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 2.5 ? 2.5 : lead <= 5 ? 5 : 10) * power;
    }
}
