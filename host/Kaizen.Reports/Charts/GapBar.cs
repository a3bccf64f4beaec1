using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Reports.Templating;
using Kaizen.Reports.Text;
using Scriban.Runtime;

namespace Kaizen.Reports.Charts;

/// <summary>The gap on one line: from where, to where, and where it stands.</summary>
internal static class GapBar
{
    public const double Height = 19;
    private const double LineY = 11;
    private const double LabelWidth = 1.55;
    private const double ArrowLength = 2.6;

    public static ScriptObject? Of(Target target, Finding? finding, double width)
    {
        var unit = finding?.Unit ?? "";
        var from = target.From ?? finding?.Before;
        if (from is not { } start) return null;
        double? now = finding?.After;
        // A bar is read by its length: from anywhere but zero it would make a small gap look like a large one.
        var axis = Axis.Over([0, start, target.To, .. now is { } n ? new[] { n } : []], 0, 1, 6, unit == "share");
        double X(double value) => 10 + ((value - axis.Low) / (axis.High - axis.Low) * (width - 20));
        var (a, b) = (X(start), X(target.To));
        var (baseline, aim) = ($"baseline {Show.Value(start, unit)}", $"target {Show.Value(target.To, unit)}");
        var places = Apart((a, baseline), (b, aim), width);
        return Tree.Of(
            ("width", Show.Coordinate(width)), ("height", Show.Coordinate(Height)), ("y", Show.Coordinate(LineY)),
            ("left", "10"), ("right", Show.Coordinate(width - 10)),
            ("from_x", Show.Coordinate(a)), ("to_x", Show.Coordinate(b)),
            ("gap_x", Show.Coordinate(Math.Min(a, b))), ("gap_width", Show.Coordinate(Math.Abs(b - a))),
            ("arrow", Arrow(a, b)),
            ("ticks", Tree.List(axis.Ticks.Select(t => Tree.Of(("x", Show.Coordinate(X(t))), ("label", Show.Bare(t, unit)))))),
            ("from", Label(places.From, baseline, width)), ("to", Label(places.To, aim, width)),
            ("now", now is not { } value ? null : Tree.Of(
                ("x", Show.Coordinate(X(value))), ("marker", Marker(X(value))),
                ("text", $"now {Show.Value(value, unit)}"), ("text_x", Show.Coordinate(Held(X(value), $"now {Show.Value(value, unit)}", width))))),
            ("description", $"From {Show.Value(start, unit)} to {Show.Value(target.To, unit)}{(now is null ? "" : $", now {Show.Value(now, unit)}")}."));
    }

    private static ScriptObject Label(double x, string text, double width) =>
        Tree.Of(("x", Show.Coordinate(Held(x, text, width))), ("text", text));

    /// <summary>Keeps a centred label inside the drawing.</summary>
    private static double Held(double x, string text, double width)
    {
        var half = text.Length * LabelWidth / 2;
        return width <= 2 * half ? width / 2 : Math.Clamp(x, half, width - half);
    }

    /// <summary>Moves two labels that would touch apart, as a pair that stays inside the drawing.</summary>
    private static (double From, double To) Apart((double X, string Text) from, (double X, string Text) to, double width)
    {
        var need = ((from.Text.Length + to.Text.Length) * LabelWidth / 2) + 3;
        var (x1, x2) = (Held(from.X, from.Text, width), Held(to.X, to.Text, width));
        if (Math.Abs(x2 - x1) >= need) return (x1, x2);
        var sign = to.X >= from.X ? 1 : -1;
        var outer = Held(((x1 + x2) / 2) + (sign * need / 2), to.Text, width);
        var inner = Held(outer - (sign * need), from.Text, width);
        return (inner, inner + (sign * need));
    }

    private static string Marker(double x) =>
        $"M{Show.Coordinate(x)} {Show.Coordinate(LineY - 2.2)}l-1.7 -2.9h3.4Z";

    private static string Arrow(double from, double to)
    {
        var length = Math.Min(ArrowLength, Math.Abs(to - from));
        return $"M{Show.Coordinate(to)} {Show.Coordinate(LineY)}l{Show.Coordinate(to >= from ? -length : length)} -1.9v3.8Z";
    }
}
