namespace Kaizen.Reports.Charts;

/// <summary>A chart as places in millimetres; templates only write it down.</summary>
internal sealed record ChartGeometry
{
    public required ChartSpec Spec { get; init; }

    public required Plot Plot { get; init; }

    public IReadOnlyList<Tick> YTicks { get; init; } = [];

    public IReadOnlyList<Tick> XTicks { get; init; } = [];

    /// <summary>The hatched zone of slots too young to count.</summary>
    public IReadOnlyList<Zone> Zones { get; init; } = [];

    /// <summary>Horizontal lines: centre, limit, median, target, expect, guardrail.</summary>
    public IReadOnlyList<Rule> Rules { get; init; } = [];

    public IReadOnlyList<RightLabel> Labels { get; init; } = [];

    /// <summary>Runs of neighbours that both hold a value, as SVG point lists.</summary>
    public IReadOnlyList<Segment> Segments { get; init; } = [];

    public IReadOnlyList<Mark> Marks { get; init; } = [];

    /// <summary>Half the width of a dot, smaller where points are many.</summary>
    public double MarkSize { get; init; } = 0.8;

    public IReadOnlyList<Flag> Flags { get; init; } = [];

    /// <summary>Annotations that are not drawn because they would crowd the chart.</summary>
    public int MoreFlags { get; init; }

    public Start? Start { get; init; }

    public IReadOnlyList<SignalLegend> Signals { get; init; } = [];

    /// <summary>The drawing in words.</summary>
    public string Description { get; init; } = "";
}

/// <summary>The area inside the axes.</summary>
internal readonly record struct Plot(double Left, double Top, double Right, double Bottom);

internal sealed record Tick(double Place, string Label);

/// <summary>A filled area: <c>immature</c>, <c>predicted</c> or <c>limits</c>.</summary>
internal sealed record Zone(string Kind, double X, double Y, double Width, double Height);

internal sealed record Rule(string Kind, double From, double To, double Y, string Label);

internal sealed record RightLabel(string Kind, string Text, double Y, double LineY);

internal sealed record Segment(string Kind, string Points);

/// <summary>A point: its shape says what it is, its title what it holds.</summary>
internal sealed record Mark(string Shape, double X, double Y, string Title);

internal sealed record Flag(int Number, double X, string Date, string Text);

internal sealed record Start(double X, string Label, bool LabelLeft);

/// <summary>A rule that fired, its shape, and where.</summary>
internal sealed record SignalLegend(string Shape, string Rule, int Times, string First);
