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
        // Near a centre of 0 the values alone do not say what a rounding error is; the width of the chart does.
        _span = Math.Max((upper / 2) - (centre / 2), (centre / 2) - (lower / 2));
        (Centre, Lower, Upper) = (At(centre), At(lower), At(upper));
        (OneUp, OneDown) = (At(Between(centre, upper, 1)), At(Between(centre, lower, 1)));
        (TwoUp, TwoDown) = (At(Between(centre, upper, 2)), At(Between(centre, lower, 2)));
    }

    public ChartLine Centre { get; }

    public ChartLine Lower { get; }

    public ChartLine Upper { get; }

    public ChartLine OneUp { get; }

    public ChartLine OneDown { get; }

    public ChartLine TwoUp { get; }

    public ChartLine TwoDown { get; }

    /// <summary>A line at a value, for example at the point before.</summary>
    public ChartLine At(double value) => new(value, Nearly.Tolerance * Math.Max(Math.Abs(value), _span));

    private static double Between(double centre, double limit, int thirds)
    {
        var distance = limit - centre;
        return double.IsFinite(distance)
            ? centre + (distance / 3 * thirds)
            : (centre / 3 * (3 - thirds)) + (limit / 3 * thirds);
    }
}
