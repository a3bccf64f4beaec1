using Kaizen.Core.Expressions;
using Kaizen.Core.Metrics;

namespace Kaizen.Measuring.Scanning;

/// <summary>What makes two requests ask for the same numbers, so that they share a tally.</summary>
internal sealed record TallyKey(Aggregate Aggregate, string? Value, string? Over, string? Where, string Time, Period Per)
{
    /// <summary>The key of a metric, or of its comparison group where <paramref name="where"/> is that group's condition.</summary>
    public static TallyKey Of(Metric metric, RowExpression? where) => new(
        metric.Measure.Aggregate, metric.Measure.Value?.Text, metric.Measure.Over?.Text, where?.Text, metric.Time.Text, metric.Per);
}
