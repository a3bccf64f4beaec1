namespace Kaizen.Statistics;

/// <summary>
/// The last 64 present points as bits, the newest in bit 0. Every rule looks back at most 15 points, so a rule is a
/// few masks, a chart is read once, and nothing is allocated for a point.
/// </summary>
internal struct ChartHistory
{
    public const int Length = 64;

    private double _previous = double.NaN;

    public ChartHistory()
    {
    }

    public ulong Above { get; private set; }

    public ulong Below { get; private set; }

    public ulong Rises { get; private set; }

    public ulong Falls { get; private set; }

    /// <summary>Strictly within a third of the way to both limits.</summary>
    public ulong Inside { get; private set; }

    public ulong OneUp { get; private set; }

    public ulong OneDown { get; private set; }

    public ulong TwoUp { get; private set; }

    public ulong TwoDown { get; private set; }

    public ulong LimitUp { get; private set; }

    public ulong LimitDown { get; private set; }

    public void Push(double point, in ChartLines lines)
    {
        Above = (Above << 1) | lines.Over(point, lines.Centre);
        Below = (Below << 1) | lines.Under(point, lines.Centre);
        OneUp = (OneUp << 1) | lines.Over(point, lines.OneUp);
        OneDown = (OneDown << 1) | lines.Under(point, lines.OneDown);
        TwoUp = (TwoUp << 1) | lines.Over(point, lines.TwoUp);
        TwoDown = (TwoDown << 1) | lines.Under(point, lines.TwoDown);
        LimitUp = (LimitUp << 1) | lines.Over(point, lines.Upper);
        LimitDown = (LimitDown << 1) | lines.Under(point, lines.Lower);
        Inside = (Inside << 1) | (lines.Under(point, lines.OneUp) & lines.Over(point, lines.OneDown));
        // The first point compares with NaN: it neither rises nor falls.
        Rises = (Rises << 1) | lines.Over(point, _previous);
        Falls = (Falls << 1) | lines.Under(point, _previous);
        _previous = point;
    }
}
