using static Kaizen.Reports.Text.Show;

namespace Kaizen.Reports.Charts;

/// <summary>Outlines of the marks as SVG paths around a place.</summary>
internal static class Shapes
{
    /// <summary>Shapes of the rules that fired, in the order in which rules appear.</summary>
    public static readonly IReadOnlyList<string> OfRules = ["diamond", "square", "triangle", "cross"];

    public static string Path(string shape, double x, double y, double size)
    {
        var (r, d) = (size, size * 1.4);
        return shape switch
        {
            "diamond" => $"M{C(x)} {C(y - d)}L{C(x + d)} {C(y)}L{C(x)} {C(y + d)}L{C(x - d)} {C(y)}Z",
            "square" => $"M{C(x - r * 1.15)} {C(y - r * 1.15)}h{C(r * 2.3)}v{C(r * 2.3)}h{C(-r * 2.3)}Z",
            "triangle" => $"M{C(x)} {C(y - d)}L{C(x + d)} {C(y + r)}L{C(x - d)} {C(y + r)}Z",
            "cross" => $"M{C(x - d)} {C(y - d)}L{C(x + d)} {C(y + d)}M{C(x - d)} {C(y + d)}L{C(x + d)} {C(y - d)}",
            _ => $"M{C(x - r)} {C(y)}a{C(r)} {C(r)} 0 1 0 {C(2 * r)} 0a{C(r)} {C(r)} 0 1 0 {C(-2 * r)} 0Z",
        };
    }

    private static string C(double place) => Coordinate(place);
}
