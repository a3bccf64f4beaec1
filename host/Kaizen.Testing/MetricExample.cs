using Kaizen.Abstractions;

namespace Kaizen.Testing;

/// <summary>A row that a metric is shown.</summary>
/// <param name="Input">Index into <see cref="IMetric.Inputs"/>.</param>
/// <param name="Time">When it happened, in UTC.</param>
/// <param name="Values">The values of the input's columns: any number, a <see cref="DateTime"/> in UTC, a <see cref="bool"/>, a <see cref="string"/>, or null where it is missing.</param>
public sealed record MetricExample(int Input, DateTime Time, params IReadOnlyList<object?> Values);

/// <summary>Grids for tests, in UTC.</summary>
public static class TestGrid
{
    /// <summary>Weeks one after another; the change comes between <paramref name="before"/> and <paramref name="after"/>.</summary>
    /// <param name="monday">The first day.</param>
    /// <param name="before">How many count before the change.</param>
    /// <param name="after">How many count after it.</param>
    public static MetricGrid Weeks(DateOnly monday, int before, int after) => new([.. Enumerable.Range(0, before + after).Select(i =>
    {
        var first = monday.AddDays(7 * i);
        var start = first.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        return new MetricPeriod(first, start, start.AddDays(7), i < before ? PeriodSide.Before : PeriodSide.After);
    })]);
}
