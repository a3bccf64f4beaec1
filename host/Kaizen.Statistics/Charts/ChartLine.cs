namespace Kaizen.Statistics;

/// <summary>A value to compare with, and how far another may be off and still count as equal.</summary>
/// <remarks>
/// The same comparison as <see cref="Nearly"/>, with the part of the tolerance that belongs to the line worked out once
/// for all points of a chart.
/// </remarks>
internal readonly struct ChartLine(double value, double room)
{
    /// <summary>1 where the line is under the point, 0 where the point is on or below it.</summary>
    public ulong IsUnder(double point, double pointRoom)
    {
        var distance = point - value;
        return distance > room & distance > pointRoom ? 1UL : 0;
    }

    /// <summary>1 where the line is over the point, 0 where the point is on or above it.</summary>
    public ulong IsOver(double point, double pointRoom)
    {
        var distance = value - point;
        return distance > room & distance > pointRoom ? 1UL : 0;
    }
}
