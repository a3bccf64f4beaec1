namespace Kaizen.Abstractions;

/// <summary>The periods of a series, in order of time, without gaps.</summary>
/// <param name="Periods">From the one of the first row, or of the source's <c>known_from</c>, to the last that is over.</param>
public sealed record MetricGrid(IReadOnlyList<MetricPeriod> Periods);

/// <summary>A day, a week from Monday or a month, in the workspace's zone.</summary>
/// <param name="First">Its first day, by which rows name it.</param>
/// <param name="Start">First instant, in UTC.</param>
/// <param name="Finish">First instant after it, in UTC.</param>
/// <param name="Side">On which side of the change it counts.</param>
public sealed record MetricPeriod(DateOnly First, DateTime Start, DateTime Finish, PeriodSide Side);

/// <summary>On which side of a change a period counts.</summary>
public enum PeriodSide
{
    /// <summary>On neither: it is drawn only.</summary>
    Neither,

    /// <summary>Before the change.</summary>
    Before,

    /// <summary>After the change.</summary>
    After,

    /// <summary>After the change, but too young to count.</summary>
    Immature,
}
