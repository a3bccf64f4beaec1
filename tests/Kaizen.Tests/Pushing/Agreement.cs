using System.Globalization;
using Kaizen.Core.Metrics;
using Kaizen.Measuring;
using Kaizen.Tests.PluginHost;

namespace Kaizen.Tests.Pushing;

/// <summary>Whether two ways of measuring give the same: sums, means and ratios within 1e-12, everything else to the last bit.</summary>
internal static class Agreement
{
    public static void Holds(MeasureResult expected, MeasureResult actual)
    {
        Assert.Equal(expected.Diagnostics.Select(Told), actual.Diagnostics.Select(Told));
        foreach (var (e, a) in expected.Outcomes.Zip(actual.Outcomes))
        {
            Assert.Equal(e.Measurement is null, a.Measurement is null);
            if (e.Measurement is null || a.Measurement is null) continue;
            Assert.Equal(e.Measurement.Scan, a.Measurement.Scan);
            Holds(e.Request.Metric, e.Measurement.Own, a.Measurement.Own);
            Assert.Equal(e.Measurement.Comparison is null, a.Measurement.Comparison is null);
            if (e.Measurement.Comparison is { } comparison) Holds(e.Request.Metric, comparison, a.Measurement.Comparison!);
        }
    }

    /// <summary>The same of one series.</summary>
    public static void Holds(Metric metric, Series expected, Series actual)
    {
        var aggregate = metric.Measure.Aggregate;
        Assert.Equal(expected.Points.Select(p => (p.Period, p.Start, p.Finish, p.Rows, p.Phase)), actual.Points.Select(p => (p.Period, p.Start, p.Finish, p.Rows, p.Phase)));
        foreach (var (e, a) in expected.Points.Zip(actual.Points))
            Holds(aggregate, e.Period, [e.Value, e.Numerator, e.Denominator], [a.Value, a.Numerator, a.Denominator]);
        foreach (var (name, e, a) in new[] { ("before", expected.Before, actual.Before), ("after", expected.After, actual.After) })
            Holds(aggregate, name, [e.Value, e.Rows, e.Numerator, e.Denominator], [a.Value, a.Rows, a.Numerator, a.Denominator]);
    }

    private static void Holds(Aggregate aggregate, string place, double?[] expected, double?[] actual)
    {
        foreach (var (e, a) in expected.Zip(actual))
            Assert.True(IsSame(aggregate, e, a), string.Create(CultureInfo.InvariantCulture, $"{aggregate} {place}: {e:R} scanned, {a:R} pushed down"));
    }

    private static bool IsSame(Aggregate aggregate, double? expected, double? actual) =>
        expected == actual || (aggregate is Aggregate.Sum or Aggregate.Mean or Aggregate.Ratio && expected is { } e && actual is { } a && Math.Abs(e - a) <= 1e-12 * Math.Abs(e));

    private static string Told(Kaizen.Abstractions.Diagnostic diagnostic) => $"{Plugins.Line(diagnostic)} {string.Join(" / ", diagnostic.Details)}";
}
