using Kaizen.Core.Checking;

namespace Kaizen.Reports.Charts;

/// <summary>Slots side by side, one width each: a point stands in the middle of its slot.</summary>
internal sealed class TimeScale
{
    private readonly IReadOnlyList<FindingPoint> points;
    private readonly double left;
    private readonly double width;

    public TimeScale(IReadOnlyList<FindingPoint> points, double left, double right)
    {
        this.points = points;
        this.left = left;
        Right = right;
        // Few points keep the room of the slots to come, so that a young chart looks young.
        width = (right - left) / Math.Max(points.Count, 16);
    }

    public double Right { get; }

    public double Slot => width;

    /// <summary>The right edge of the last slot.</summary>
    public double End => left + (points.Count * width);

    public double Middle(int index) => left + ((index + 0.5) * width);

    public double LeftOf(int index) => left + (index * width);

    /// <summary>The place of 00:00 of a day, or null where it lies before the first slot.</summary>
    public double? At(DateOnly day)
    {
        if (points.Count == 0 || day < points[0].Date) return null;
        for (var i = points.Count - 1; i >= 0; i--)
        {
            if (points[i].Date > day) continue;
            var next = i + 1 < points.Count ? points[i + 1].Date.DayNumber : points[i].Date.DayNumber + Length();
            var days = Math.Max(1, next - points[i].Date.DayNumber);
            var part = (day.DayNumber - points[i].Date.DayNumber) / (double)days;
            return Math.Min(Right, LeftOf(i) + (part * width));
        }

        return null;
    }

    private int Length() =>
        points.Count < 2 ? 7 : Math.Max(1, points[^1].Date.DayNumber - points[^2].Date.DayNumber);
}
