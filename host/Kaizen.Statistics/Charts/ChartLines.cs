namespace Kaizen.Statistics;

/// <summary>The lines a point is held against: the centre, and a third, two thirds and all of the way to each limit.</summary>
internal readonly struct ChartLines
{
    private readonly double _span;

    public ChartLines(double centre, double lower, double upper)
    {
        if (!double.IsFinite(centre) || !double.IsFinite(lower) || !double.IsFinite(upper))
            throw new ArgumentException("The centre and the limits of a chart are finite numbers.");
        if (!(lower <= centre && centre <= upper))
            throw new ArgumentException("The centre of a chart lies between its limits.");
        (Centre, Lower, Upper) = (centre, lower, upper);
        (OneUp, OneDown) = (Between(centre, upper, 1), Between(centre, lower, 1));
        (TwoUp, TwoDown) = (Between(centre, upper, 2), Between(centre, lower, 2));
        _span = Math.Max((upper / 2) - (centre / 2), (centre / 2) - (lower / 2));
    }

    public double Centre { get; }

    public double Lower { get; }

    public double Upper { get; }

    public double OneUp { get; }

    public double OneDown { get; }

    public double TwoUp { get; }

    public double TwoDown { get; }

    /// <summary>1 where the point is above the line, 0 where it is on or below it.</summary>
    public ulong Over(double point, double line) => Nearly.Above(point, line, _span) ? 1UL : 0;

    /// <summary>1 where the point is below the line, 0 where it is on or above it.</summary>
    public ulong Under(double point, double line) => Nearly.Above(line, point, _span) ? 1UL : 0;

    private static double Between(double centre, double limit, int thirds)
    {
        var distance = limit - centre;
        return double.IsFinite(distance)
            ? centre + (distance / 3 * thirds)
            : (centre / 3 * (3 - thirds)) + (limit / 3 * thirds);
    }
}
