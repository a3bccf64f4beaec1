using Kaizen.Abstractions;
using Xunit;

namespace Kaizen.Testing;

public abstract partial class MetricConformance<TPlugin, TOptions>
{
    /// <summary>Inputs have names, each its own, and columns; they follow from the options alone.</summary>
    [Fact]
    public void Inputs_are_named_and_stay_the_same()
    {
        var metric = Make();
        var before = Inputs(metric);
        Require.True(metric.Inputs.Count > 0 && metric.Inputs.All(i => i.Columns.Count > 0), "The metric has no input, or one without columns.");
        Require.True(metric.Inputs.All(i => i.Name.Length > 0 && i.Name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_')), "The name of an input has something other than lower-case letters, digits, hyphens and underscores.");
        Require.True(metric.Inputs.Select(i => i.Name).Distinct().Count() == metric.Inputs.Count, "Two inputs have one name.");
        Require.True(metric.Inputs.SelectMany(i => i.Columns).All(c => c.Value.Text.Length > 0), "A column has no expression.");
        Require.True(before == Inputs(Make()), "The inputs of a second metric with the same options are others.");
        MetricShow.Rows(metric, Grid, Examples);
        Require.True(before == Inputs(metric), "The inputs change while rows are shown.");
    }

    /// <summary>The examples give the values expected.</summary>
    [Fact]
    public void The_values_are_those_expected()
    {
        var values = Shown().Values;
        Require.True(Expected.Values.Any(v => v is not null), "No value is expected of the examples.");
        foreach (var period in Expected.Keys.Union(values.Keys).Order())
        {
            var (wanted, got) = (Expected.GetValueOrDefault(period), values.GetValueOrDefault(period)?.Value);
            var same = wanted is { } w && got is { } g ? Math.Abs(w - g) <= Tolerance * Math.Max(1, Math.Abs(w)) : wanted is null && got is null;
            Require.True(same, $"The value of {period:yyyy-MM-dd} should be {wanted?.ToString("R") ?? "nothing"} and is {got?.ToString("R") ?? "nothing"}.");
        }
    }

    /// <summary>What is returned can be drawn: periods of the grid, finite numbers, exhibits of the size of a sheet.</summary>
    [Fact]
    public void The_result_can_be_drawn()
    {
        var result = Shown();
        Inside(result, Grid);
        foreach (var value in result.Values.Values.Append(result.Before).Append(result.After).OfType<MetricValue>())
        {
            Require.True(Finite(value.Value) && Finite(value.Numerator) && Finite(value.Denominator), $"A value is not finite: {value}.");
            Require.True(value.Rows >= 0, $"A value rests on {value.Rows} rows.");
            Require.True(value.Numerator is null == value.Denominator is null, $"A value has one of numerator and denominator: {value}.");
        }

        foreach (var exhibit in result.Exhibits) Check(exhibit);
    }

    /// <summary>No rows give no values, and no exception; nor does a grid without periods.</summary>
    [Fact]
    public void No_rows_give_no_values()
    {
        foreach (var grid in new[] { Grid, new MetricGrid([]) })
        {
            var values = MetricShow.Of(Make(), grid, []).Values;
            Require.True(values.Values.All(v => v.Value is null or 0 && v.Rows == 0), "Without rows there are values.");
        }
    }

    /// <summary>Rows whose values are all missing do no harm.</summary>
    [Fact]
    public void Missing_values_do_no_harm() =>
        Inside(MetricShow.Of(Make(), Grid, Examples.Select(e => e with { Values = [.. e.Values.Select(_ => (object?)null)] })), Grid);

    /// <summary>Rows outside the grid, such as those of the week that is not over, give no period of their own.</summary>
    [Fact]
    public void Rows_outside_the_grid_give_no_period()
    {
        if (Grid.Periods.Count < 2) return;
        var shorter = new MetricGrid([.. Grid.Periods.SkipLast(1)]);
        var metric = Make();
        // The rows are placed by the whole grid and asked for by the shorter one.
        MetricShow.Rows(metric, Grid, Examples);
        Inside(metric.Complete(shorter), shorter);
    }

    /// <summary>Another instance gives the same: nothing depends on the clock, the machine or what was measured before.</summary>
    [Fact]
    public void The_same_rows_give_the_same_result()
    {
        var (first, second) = (MetricShow.Told(Shown()), MetricShow.Told(Shown()));
        Require.True(first == second, $"A second instance gives another result.\nfirst:\n{first}\nsecond:\n{second}");
    }

    /// <summary>The rows of a period may come in any order.</summary>
    [Fact]
    public void The_order_within_a_period_does_not_matter()
    {
        if (OrderMatters) return;
        var backwards = Examples.GroupBy(e => MetricShow.PeriodOf(Grid, e.Time)).SelectMany(g => g.Reverse());
        var (first, second) = (Shown().Values, MetricShow.Of(Make(), Grid, backwards).Values);
        Require.True(first.Keys.Order().SequenceEqual(second.Keys.Order()), "In another order the rows give values for other periods.");
        foreach (var (period, value) in first)
        {
            var other = second[period].Value;
            Require.True(
                value.Value is null == other is null && Math.Abs((value.Value ?? 0) - (other ?? 0)) <= Tolerance * Math.Max(1, Math.Abs(value.Value ?? 0)),
                $"In another order the rows of {period:yyyy-MM-dd} give {other} and not {value.Value}.");
        }
    }

    private static void Inside(MetricResult result, MetricGrid grid)
    {
        var outside = result.Values.Keys.Except(grid.Periods.Select(p => p.First)).Select(d => (DateOnly?)d).FirstOrDefault();
        Require.True(outside is null, $"There is a value for {outside:yyyy-MM-dd}, which is no period of the grid.");
    }

    private static void Check(Exhibit exhibit)
    {
        Require.True(exhibit.Title.Length > 0, "An exhibit has no title.");
        switch (exhibit)
        {
            case Exhibit.Table table:
                Require.True(table.Columns.Count is >= 1 and <= 6 && table.Rows.Count <= 12, $"The table '{table.Title}' has {table.Columns.Count} columns and {table.Rows.Count} rows; 6 and 12 have room.");
                Require.True(table.Rows.All(r => r.Count == table.Columns.Count), $"A row of the table '{table.Title}' has more or fewer cells than the table has columns.");
                break;
            case Exhibit.BarGraph graph:
                Require.True(graph.Bars.Count <= 12 && graph.Bars.All(b => double.IsFinite(b.Value)), $"The graph '{graph.Title}' has more than 12 bars, or one that is not finite.");
                break;
        }
    }

    private static bool Finite(double? value) => value is null || double.IsFinite(value.Value);

    private static string Inputs(IMetric metric) =>
        string.Join("; ", metric.Inputs.Select(i => $"{i.Name}: {string.Join(", ", i.Columns.Select(c => $"{c.Value.Text} {c.Type}"))}"));
}
