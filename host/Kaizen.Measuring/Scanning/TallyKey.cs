using Kaizen.Core.Expressions;
using Kaizen.Core.Metrics;
using Kaizen.Measuring.Expressions;

namespace Kaizen.Measuring.Scanning;

/// <summary>What makes two requests ask for the same numbers, so that they share a tally.</summary>
/// <param name="Aggregate">The aggregate.</param>
/// <param name="Value">Text of the row expression and, for a ratio, of its denominator.</param>
/// <param name="Where">Text of the population's condition, or null for all rows.</param>
/// <param name="Types">The types of the columns in these texts, which other expressions of the metric may have shown.</param>
/// <param name="Time">The time column.</param>
/// <param name="Per">The length of a slot.</param>
internal sealed record TallyKey(Aggregate Aggregate, (string? Above, string? Below) Value, string? Where, string Types, string Time, Period Per)
{
    /// <summary>The key of a metric, or of its comparison group where <paramref name="where"/> is that group's condition.</summary>
    public static TallyKey Of(Metric metric, RowExpression? where, Typing types)
    {
        var (value, over) = (metric.Measure.Value, metric.Measure.Over);
        var read = new[] { value, over, where }.OfType<RowExpression>().Select(e => e.Root);
        return new(metric.Measure.Aggregate, (value?.Text, over?.Text), where?.Text, types.KeyOf(read), metric.Time.Text, metric.Per);
    }
}
