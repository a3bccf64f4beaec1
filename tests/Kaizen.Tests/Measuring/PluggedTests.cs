using System.Globalization;
using Kaizen.Abstractions;
using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;
using Kaizen.Core.Plugins;
using Kaizen.Measuring;
using Kaizen.Tests.PluginHost;

namespace Kaizen.Tests.Measuring;

/// <summary>Metrics that plugins compute, and what becomes of plugins that do what they must not.</summary>
public class PluggedTests
{
    /// <summary>Short where a plugin hangs, long where a slow machine must not be taken for one.</summary>
    private static TimeSpan Patience(string how) => how.Contains("hangs", StringComparison.Ordinal) ? TimeSpan.FromMilliseconds(400) : TimeSpan.FromSeconds(60);

    [Fact]
    public async Task The_example_gives_the_percentiles_of_the_engine()
    {
        using var rig = new Rig("at,hours,channel\n" + string.Concat(Enumerable.Range(0, 400).Select(i =>
            string.Create(CultureInfo.InvariantCulture, $"{new DateTime(2026, 1, 5).AddHours(i * 5):yyyy-MM-dd'T'HH:mm},{(i * 37 % 101) + 0.5},{(i % 3 == 0 ? "web" : "phone")}\n"))));
        var plugged = Plugged(rig, "example/percentile-by-segment", [("value", "hours"), ("segment", "channel"), ("min_rows", "1")]);

        var result = await Measure(rig, plugged, rig.Metric(Aggregate.P90, "hours"));

        Assert.Empty(result.Diagnostics.Select(Plugins.Line));
        var (own, engine) = (result.Outcomes[0].Measurement!, result.Outcomes[1].Measurement!);
        Assert.Equal(engine.Own.Points.Select(p => (p.Period, p.Rows, p.Phase)), own.Own.Points.Select(p => (p.Period, p.Rows, p.Phase)));
        Assert.All(own.Own.Points.Zip(engine.Own.Points), p => Assert.Equal(p.Second.Value ?? -1, p.First.Value ?? -1, 1e-9));
        Assert.Equal(engine.Own.Before.Value!.Value, own.Own.Before.Value!.Value, 1e-9);
        Assert.Equal(engine.Own.After.Rows, own.Own.After.Rows);
        Assert.Equal("csv 0.1.0, example 0.1.0", own.Scan.Plugin);
        var table = Assert.IsType<Exhibit.Table>(Assert.Single(own.Exhibits));
        Assert.Equal("90th percentile of hours by channel", table.Title);
        Assert.Equal(["channel", "before", "after"], table.Columns);
        Assert.Equal(["phone", "web"], table.Rows.Select(r => r[0]));
    }

    [Fact]
    public async Task Conditions_and_comparison_groups_are_the_hosts_work()
    {
        using var rig = new Rig("at,n,side\n" + string.Concat(Enumerable.Range(0, 84).Select(i => $"{new DateTime(2026, 1, 5).AddDays(i):yyyy-MM-dd},1,{(i % 2 == 0 ? "a" : "b")}\n")));
        var metric = Plugged(rig, "odd/flow", []);
        metric = metric with
        {
            Measure = metric.Measure with { Where = Rig.Parse("side = 'a'", 5) },
            Compare = new Comparison("b", Rig.Parse("side = 'b'", 6)!),
        };

        var measured = Assert.Single((await Measure(rig, metric)).Outcomes).Measurement!;

        Assert.Equal(42, measured.Own.Points.Sum(p => p.Rows));
        Assert.Equal(42, measured.Comparison!.Points.Sum(p => p.Rows));
        Assert.All(measured.Own.Points.Zip(measured.Comparison.Points), p => Assert.Equal(7, p.First.Rows + p.Second.Rows));
        Assert.Equal("Rows", Assert.Single(measured.Exhibits).Title);
    }

    [Theory]
    [InlineData("add-throws", "KZ3004", "failed on metric 'm': InvalidOperationException: row 20 is too much")]
    [InlineData("add-hangs", "KZ3025", "gave no answer on metric 'm' for 0.4 s")]
    [InlineData("complete-throws", "KZ3004", "InvalidOperationException: no sum")]
    [InlineData("complete-hangs", "KZ3025", "gave no answer on metric 'm'")]
    [InlineData("impossible", "KZ3028", "Metric 'm' cannot be computed. There are too few people.")]
    [InlineData("null-result", "KZ3026", "does not keep the contract on metric 'm': it gave no result")]
    [InlineData("infinite", "KZ3026", "its value in 2026-01-05 is Infinity, which is no finite number")]
    [InlineData("negative-rows", "KZ3026", "its value in 2026-01-05 rests on -1 rows")]
    [InlineData("endless-rows", "KZ3026", "its value in 2026-01-05 rests on 9223372036854775807 rows")]
    [InlineData("no-period", "KZ3026", "it gave a value for 2026-01-06, which is the first day of no period")]
    [InlineData("lying-ratio", "KZ3026", "its value in 2026-01-05 is 0.5, which is not 90 / 100")]
    [InlineData("asks-text", "KZ3004", "Column 0 holds a Number and was asked for as a Text")]
    [InlineData("half-a-ratio", "KZ3026", "has only one of numerator and denominator")]
    [InlineData("wide-table", "KZ3026", "the table 'wide' has no columns, or more than 6")]
    public async Task A_metric_that_fails_loses_its_own_series_only(string how, string code, string says)
    {
        using var rig = new Rig("at,n\n" + string.Concat(Enumerable.Range(0, 5000).Select(i => $"{new DateTime(2026, 1, 5).AddMinutes(i * 24):yyyy-MM-dd'T'HH:mm},1\n")));
        rig.Definition = rig.Definition with { Timeout = Patience(how) };

        var result = await Measure(rig, Plugged(rig, "odd/flow", [("how", how)]), rig.Metric(Aggregate.Count, null));

        var fault = Assert.Single(result.Diagnostics);
        Assert.Equal((code, "c0"), (fault.Code, fault.Cycle));
        Assert.Contains(says, fault.Message, StringComparison.Ordinal);
        Assert.Equal(5000, result.Outcomes[1].Measurement!.Scan.RowsRead);
        Assert.Equal(5000, result.Outcomes[1].Measurement!.Own.Points.Sum(p => p.Rows));
    }

    [Theory]
    [InlineData("odd/flow", "how", "create-throws", "KZ3004 cycles/c.yaml:3:3: Plugin 'odd 1.0.0' failed on metric 'm': InvalidOperationException: not today. | tell the plugin's author; cycles that do not use it are not affected")]
    [InlineData("throws/number", "where", "inputs", "KZ3004 cycles/c.yaml:3:3: Plugin 'throws 1.0.0' failed on metric 'm': InvalidOperationException: no inputs.")]
    [InlineData("throws/number", "where", "option", "KZ3004 cycles/c.yaml:3:3: Plugin 'throws 1.0.0' failed on metric 'm': InvalidOperationException: not this value.")]
    [InlineData("throws/number", "where", "validate", "KZ3004 cycles/c.yaml:3:3: Plugin 'throws 1.0.0' failed on metric 'm': InvalidOperationException: no judgement.")]
    [InlineData("odd/flow", "how", "no-inputs", "KZ3026 cycles/c.yaml:3:3: Plugin 'odd 1.0.0' does not keep the contract on metric 'm': it reads nothing. | tell the plugin's author; cycles that do not use it are not affected")]
    [InlineData("odd/flow", "how", "null-inputs", "KZ3026 cycles/c.yaml:3:3: Plugin 'odd 1.0.0' does not keep the contract on metric 'm': it names an input without a name")]
    [InlineData("odd/flow", "how", "nameless-input", "KZ3026 cycles/c.yaml:3:3: Plugin 'odd 1.0.0' does not keep the contract on metric 'm': it names an input without a name")]
    [InlineData("odd/flow", "how", "two-inputs", "KZ2211 kaizen.yaml:4:10: Metric 'm' needs the inputs 'contacts', 'people'. | write 'inputs: { contacts: SOURCE, people: SOURCE }'")]
    [InlineData("odd/flow", "how", "made-up", "KZ2101 cycles/c.yaml:3:3: This row expression cannot")]
    [InlineData("odd/flow", "value", "n +", "KZ2101 kaizen.yaml:5:17: This row expression cannot")]
    [InlineData("odd/flaw", "how", "x", "KZ3001 kaizen.yaml:4:10: No plugin offers a metric called 'odd/flaw'. | did you mean 'odd/flow'?")]
    [InlineData("odd", "how", "x", "KZ3001 kaizen.yaml:4:10: No plugin offers a metric called 'odd'. | there are: odd/flow")]
    [InlineData("example/percentile-by-segment", "percentile", "100", "KZ2202 kaizen.yaml:4:10: Metric 'm' needs the option 'value'. | write 'value:' under 'with:'")]
    public async Task What_is_wrong_with_a_metric_is_told_at_its_place_before_any_row_is_read(string use, string option, string value, string expected)
    {
        using var rig = new Rig("at,n\n");

        var (opened, faults) = await Plugins.OpenAsync(Plugged(rig, use, [(option, value)]));

        Assert.Null(opened);
        Assert.StartsWith(expected, faults[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("contacts", "KZ2211 kaizen.yaml:4:10: Metric 'm' needs the inputs 'people'. | write 'inputs: { contacts: enquiries, people: SOURCE }'")]
    [InlineData("contacts,peolpe", "KZ2210 kaizen.yaml:9:3: Metric type 'flow' has no input 'peolpe'; it reads 'contacts', 'people'. | did you mean 'people'?")]
    [InlineData("contacts,people,persons", "KZ2210 kaizen.yaml:9:3: Metric type 'flow' has no input 'persons'; it reads 'contacts', 'people'. | write 'inputs: { contacts: enquiries, people: enquiries }'")]
    [InlineData("kontacts", "KZ2210 kaizen.yaml:9:3: Metric type 'flow' has no input 'kontacts'; it reads 'contacts', 'people'. | did you mean 'contacts'?", "KZ2211 kaizen.yaml:4:10: Metric 'm' needs the inputs 'people'. | write 'inputs: { contacts: SOURCE, people: SOURCE }'")]
    public async Task Inputs_that_are_missing_or_misspelled_are_told_with_those_that_there_are(string inputs, params string[] expected)
    {
        using var rig = new Rig("at,n\n");
        var metric = Plugged(rig, "odd/flow", [("how", "two-inputs")]);
        var written = inputs.Split(',').Select(i => new PluginInput(new Written(i, new SourceSpan("kaizen.yaml", 9, 3, i.Length)), rig.Definition, new Written("at", Plugins.UseAt)));
        metric = metric with { Measure = metric.Measure with { Plugin = metric.Measure.Plugin! with { Inputs = [.. written] } } };

        Assert.Equal(expected, (await Plugins.OpenAsync(metric)).Faults);
    }

    [Theory]
    [InlineData("describe-hangs", "KZ3025", "gave no answer on source 'enquiries' for 0.4 s")]
    [InlineData("open-hangs", "KZ3025", "gave no answer")]
    [InlineData("row-hangs", "KZ3025", "gave no answer")]
    [InlineData("row-throws", "KZ3004", "InvalidOperationException: row 51 is gone")]
    [InlineData("stack", "KZ3004", "InsufficientExecutionStackException: too deep")]
    [InlineData("two-alike", "KZ3026", "does not keep the contract on source 'enquiries': it names the column 'at' twice")]
    [InlineData("null-column", "KZ3026", "it names a column without a name")]
    [InlineData("nameless-column", "KZ3026", "it names a column without a name")]
    [InlineData("no-such-type", "KZ3026", "its column 'n' has a type that there is not")]
    [InlineData("null-columns", "KZ3026", "it names no columns")]
    [InlineData("null-reader", "KZ3026", "it opened no reader")]
    [InlineData("fewer-columns", "KZ3026", "its reader has 1 columns where 2 were asked for")]
    [InlineData("mistyped", "KZ3026", "column 'n' comes as String where a number was asked for")]
    public async Task A_source_that_fails_ends_the_cycles_that_read_it_only(string how, string code, string says)
    {
        using var bad = new Rig("unused\n") { Definition = Plugins.Source("odd", ("how", [how])) with { Timeout = Patience(how) } };
        using var good = new Rig("at\n2026-03-02\n");
        good.Definition = good.Definition with { Name = "fine" };

        var result = await new Measurer(good.Calendar).MeasureAsync(
            [bad.Request(bad.Metric(Aggregate.Sum, "n"), "one"), good.Request(good.Metric(Aggregate.Count, null), "two")],
            new Opened(new Dictionary<string, OpenedSource> { ["enquiries"] = Plugins.Open(bad.Definition, bad.Folder), ["fine"] = Plugins.Open(good.Definition, good.Folder) }),
            null, CancellationToken.None);

        var fault = Assert.Single(result.Diagnostics);
        Assert.Equal((code, "one"), (fault.Code, fault.Cycle));
        Assert.Contains(says, fault.Message, StringComparison.Ordinal);
        Assert.NotNull(result.Outcomes[1].Measurement);
    }

    private static Metric Plugged(Rig rig, string use, (string Name, string Value)[] options)
    {
        var written = Plugins.Source(use, [.. options.Select(o => (o.Name, new[] { o.Value }))]);
        return rig.Metric(Aggregate.Plugin, null) with
        {
            Measure = new Core.Metrics.Measure(Aggregate.Plugin, null, null, null) { Plugin = new PluginMeasure(written.Use, written.Options) },
        };
    }

    private static async Task<MeasureResult> Measure(Rig rig, params Metric[] metrics)
    {
        var opened = new Dictionary<Metric, OpenedMetric>(ReferenceEqualityComparer.Instance);
        foreach (var metric in metrics.Where(m => m.Measure.Plugin is not null))
        {
            var (one, faults) = await Plugins.OpenAsync(metric);
            Assert.Empty(faults);
            opened[metric] = one!;
        }

        return await new Measurer(rig.Calendar).MeasureAsync(
            [.. metrics.Select((m, i) => rig.Request(m, $"c{i}"))],
            new Opened(new Dictionary<string, OpenedSource> { [rig.Definition.Name] = Plugins.Open(rig.Definition, rig.Folder) }, opened), null, CancellationToken.None);
    }
}
