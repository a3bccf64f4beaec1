using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;

namespace Kaizen.Reports.Charts;

/// <summary>What to draw of one finding, and how large in millimetres.</summary>
/// <param name="Id">Prefix of the ids in the drawing.</param>
/// <param name="Finding">The evidence.</param>
/// <param name="Width">Millimetres.</param>
/// <param name="Height">Millimetres.</param>
internal sealed record ChartSpec(string Id, Finding Finding, double Width, double Height)
{
    public string Name { get; init; } = Text.Show.Words(Finding.Metric);

    public ChartScope Scope { get; init; } = ChartScope.All;

    public double? Target { get; init; }

    /// <summary>The ends of the value axis, or null where the values tell them.</summary>
    public Core.Metrics.ValueAxis? Axis { get; init; }

    public DateOnly? TargetDue { get; init; }

    /// <summary>What the team marked.</summary>
    public IReadOnlyList<Annotation> Annotations { get; init; } = [];

    /// <summary>What everybody knew of; on a day that the team marked, its own words say more.</summary>
    public IReadOnlyList<Annotation> Events { get; init; } = [];

    /// <summary>Words at the intervention mark.</summary>
    public string StartLabel { get; init; } = "started";

    /// <summary>A small drawing without words.</summary>
    public bool Small { get; init; }

    /// <summary>Of a small drawing only the centre, the change and the points, so that they can use its whole height.</summary>
    public bool Bare { get; init; }
}

/// <summary>Which slots a chart shows; the value axis of the first two is that of all slots, so that they can be compared.</summary>
internal enum ChartScope
{
    All,

    /// <summary>The slots before the change.</summary>
    Baseline,

    /// <summary>The last slots before the change and all that follow.</summary>
    Control,
}
