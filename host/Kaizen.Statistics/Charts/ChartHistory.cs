namespace Kaizen.Statistics;

/// <summary>
/// The last 64 present points as bits, the newest in bit 0. Every rule looks back at most 15 points, so a rule is a
/// few masks, a chart is read once, and nothing is allocated for a point.
/// </summary>
internal struct ChartHistory
{
    public const int Length = 64;

    private ChartLine _previous = new(double.NaN, 0);

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
        var room = Nearly.Tolerance * Math.Abs(point);
        Above = (Above << 1) | lines.Centre.IsUnder(point, room);
        Below = (Below << 1) | lines.Centre.IsOver(point, room);
        OneUp = (OneUp << 1) | lines.OneUp.IsUnder(point, room);
        OneDown = (OneDown << 1) | lines.OneDown.IsOver(point, room);
        TwoUp = (TwoUp << 1) | lines.TwoUp.IsUnder(point, room);
        TwoDown = (TwoDown << 1) | lines.TwoDown.IsOver(point, room);
        LimitUp = (LimitUp << 1) | lines.Upper.IsUnder(point, room);
        LimitDown = (LimitDown << 1) | lines.Lower.IsOver(point, room);
        Inside = (Inside << 1) | (lines.OneUp.IsOver(point, room) & lines.OneDown.IsUnder(point, room));
        // The first point compares with NaN: it neither rises nor falls.
        Rises = (Rises << 1) | _previous.IsUnder(point, room);
        Falls = (Falls << 1) | _previous.IsOver(point, room);
        _previous = lines.At(point);
    }
}
