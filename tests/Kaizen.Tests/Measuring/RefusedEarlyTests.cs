using System.Data.Common;
using System.Globalization;
using Kaizen.Abstractions;
using Kaizen.Core.Metrics;
using Kaizen.Core.Plugins;
using Kaizen.Measuring;
using Kaizen.Tests.PluginHost;

namespace Kaizen.Tests.Measuring;

/// <summary>A source may refuse a value at any time before its row has passed: it always means the same.</summary>
public class RefusedEarlyTests
{
    private static readonly string[] Values = ["1", "x", "4", "y", "16"];

    public enum When
    {
        Opening,
        Reading,
        ByPage,
        WithTheFirstColumn,
        Asked,
    }

    [Theory]
    [InlineData(When.Opening)]
    [InlineData(When.Reading)]
    [InlineData(When.ByPage)]
    [InlineData(When.WithTheFirstColumn)]
    [InlineData(When.Asked)]
    public async Task The_cycles_that_read_the_column_stop(When when)
    {
        using var rig = new Rig("unused\n");
        var result = await Measure(rig, when, false);
        var fault = Assert.Single(result.Diagnostics);
        Assert.Equal(["row 2: 'x' is not a number", "row 4: 'y' is not a number"], fault.Details);
        Assert.Equal("values", fault.Cycle);
        Assert.Equal(5, result.Outcomes[1].Measurement!.Own.Points[0].Value);
    }

    [Theory]
    [InlineData(When.Opening)]
    [InlineData(When.Reading)]
    [InlineData(When.ByPage)]
    [InlineData(When.WithTheFirstColumn)]
    [InlineData(When.Asked)]
    public async Task Its_row_is_left_out_where_the_source_says_so(When when)
    {
        using var rig = new Rig("unused\n");
        var result = await Measure(rig, when, true);
        Assert.Empty(result.Diagnostics.Select(Plugins.Line));
        Assert.Equal([(21d, 2L), (5d, 0L)], result.Outcomes.Select(o => (o.Measurement!.Own.Points[0].Value!.Value, o.Measurement.Scan.RowsLeftOut)));
        // Each value is one that counts, so that a row left out in the place of another would show.
        Assert.Equal(3, (await Measure(rig, when, true, Aggregate.Count, "v is null or v > 0")).Outcomes[0].Measurement!.Own.Points[0].Value);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_refused_value_whose_row_never_comes_is_not_lost(bool leaveOut)
    {
        using var rig = new Rig("unused\n");
        var result = await Measure(rig, new Early(When.Opening) { Given = 3 }, leaveOut);
        if (leaveOut) Assert.Equal((5d, 2L), (result.Outcomes[0].Measurement!.Own.Points[0].Value!.Value, result.Outcomes[0].Measurement!.Scan.RowsLeftOut));
        else Assert.Equal(["row 2: 'x' is not a number", "row 4: 'y' is not a number"], Assert.Single(result.Diagnostics).Details);
    }

    [Fact]
    public async Task Many_are_counted_and_the_first_are_listed()
    {
        using var rig = new Rig("unused\n");
        var fault = Assert.Single((await Measure(rig, new Early(When.Reading) { Times = 30 }, false)).Diagnostics);
        Assert.Contains("60 values", fault.Message, StringComparison.Ordinal);
        Assert.Equal(20, fault.Details.Count);
        Assert.StartsWith("mend the 20 rows listed and 40 more", fault.Hint, StringComparison.Ordinal);
    }

    private static Task<MeasureResult> Measure(Rig rig, When when, bool leaveOut, Aggregate aggregate = Aggregate.Sum, string value = "v") =>
        Measure(rig, new Early(when), leaveOut, aggregate, value);

    private static Task<MeasureResult> Measure(Rig rig, Early source, bool leaveOut, Aggregate aggregate = Aggregate.Sum, string value = "v")
    {
        var definition = rig.Definition = rig.Definition with { LeaveOutBadRows = leaveOut };
        return new Measurer(rig.Calendar).MeasureAsync(
            [rig.Request(rig.Metric(aggregate, value), "values"), rig.Request(rig.Metric(Aggregate.Count, null), "rows")],
            new Opened(new Dictionary<string, OpenedSource> { [definition.Name] = new(definition, source, "early") }), null, CancellationToken.None);
    }

    public sealed record Item(DateTime At, double? V);

    private sealed class Early(When when) : ISource
    {
        /// <summary>How often the values come.</summary>
        public int Times { get; init; } = 1;

        /// <summary>How many of the rows are given.</summary>
        public int Given { get; init; } = int.MaxValue;

        public ValueTask<IReadOnlyList<SourceColumn>> DescribeAsync(CancellationToken cancellation) => new(Rows.ColumnsOf<Item>());

        public ValueTask<DbDataReader> OpenAsync(ReadRequest request, CancellationToken cancellation)
        {
            var texts = Enumerable.Repeat(Values, Times).SelectMany(v => v).ToArray();
            if (when >= When.WithTheFirstColumn) return new(new Asking(request, texts, when == When.Asked));
            var items = Items(texts, request.Refusals).Take(Given);
            return new(Rows.From(when switch { When.Opening => Items(texts, request.Refusals).ToList().Take(Given), When.ByPage => items.Chunk(3).SelectMany(p => p), _ => items }, request));
        }

        private static IEnumerable<Item> Items(string[] texts, Refusals refusals)
        {
            for (var i = 0; i < texts.Length; i++)
            {
                double? number = double.TryParse(texts[i], CultureInfo.InvariantCulture, out var v) ? v : null;
                if (number is null) Refuse(refusals, i + 1, texts[i]);
                yield return new Item(new DateTime(2026, 3, 3), number);
            }
        }

        private static void Refuse(Refusals refusals, int row, string text)
        {
            // One of a column that nobody asked for means nothing.
            refusals.Add(new RefusedValue(row, 0, "w", text, "not a number"));
            refusals.Add(new RefusedValue(row, 0, "v", text, "not a number"));
        }

        /// <summary>Parses a row when it is asked for: all of it with its first column, or each value by itself.</summary>
        private sealed class Asking(ReadRequest request, string[] texts, bool byItself) : SourceReader(request.Columns)
        {
            private int row;

            public override bool Read() => row++ < texts.Length;

            public override bool IsDBNull(int ordinal)
            {
                if (byItself ? Columns[ordinal].Name == "v" : ordinal == 0) Parse();
                return false;
            }

            public override double GetDouble(int ordinal) => double.TryParse(texts[row - 1], CultureInfo.InvariantCulture, out var v) ? v : 0;

            public override DateTime GetDateTime(int ordinal) => new(2026, 3, 3);

            private void Parse()
            {
                if (double.TryParse(texts[row - 1], CultureInfo.InvariantCulture, out _)) return;
                request.Refusals.Add(new RefusedValue(row, 0, "v", texts[row - 1], "not a number"));
            }
        }
    }
}
