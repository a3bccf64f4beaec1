using Kaizen.Core.Expressions;
using Kaizen.Core.Metrics;

namespace Kaizen.Measuring.Scanning;

/// <summary>What makes two requests ask for the same numbers, so that they share a tally.</summary>
/// <param name="Aggregate">The aggregate.</param>
/// <param name="Value">Text of the row expression and, for a ratio, of its denominator.</param>
/// <param name="Where">Text of the population's condition, or null for all rows.</param>
/// <param name="Time">The time column.</param>
/// <param name="Per">The length of a slot.</param>
internal sealed record TallyKey(Aggregate Aggregate, (string? Above, string? Below) Value, string? Where, string Time, Period Per)
{
    /// <summary>The key of a metric, or of its comparison group where <paramref name="where"/> is that group's condition.</summary>
    public static TallyKey Of(Metric metric, RowExpression? where) => new(
        metric.Measure.Aggregate, (metric.Measure.Value?.Text, metric.Measure.Over?.Text), where?.Text, metric.Time.Text, metric.Per);
}
