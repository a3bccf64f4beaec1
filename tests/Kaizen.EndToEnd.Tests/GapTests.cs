using System.Globalization;
using System.Text.Json;

namespace Kaizen.EndToEnd.Tests;

/// <summary><c>per: row</c>: a row without a value stays in the series as a gap.</summary>
public sealed class GapTests : IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task No_moving_range_is_joined_across_a_row_without_a_value()
    {
        var finding = await Find("lower", "2025-05-05", 10, 12, null, 20, 11, null, 2, 10, 13, 9, null, 18, 10, 12, 11, 9, 10, 11, 12, null, 10, 9, 12);
        // 14 values before with mean 157 / 14; the 10 ranges between neighbours that both hold a value add up to 40.
        Assert.Equal(14, finding.GetProperty("nBefore").GetInt32());
        Assert.Equal(17, finding.GetProperty("rowsBefore").GetInt32());
        Assert.Equal((5, 6), (finding.GetProperty("nAfter").GetInt32(), finding.GetProperty("rowsAfter").GetInt32()));
        var limits = finding.GetProperty("limits");
        Assert.Equal(157 / 14d, limits.GetProperty("centre").GetDouble(), 1e-12);
        Assert.Equal((157 / 14d) - (2.66 * 4), limits.GetProperty("lower").GetDouble(), 1e-9);
        Assert.Equal((157 / 14d) + (2.66 * 4), limits.GetProperty("upper").GetDouble(), 1e-9);
    }

    [Fact]
    public async Task A_run_and_an_analysis_judge_the_same_rows_alike()
    {
        double?[] values =
        [
            10.1, 7.9, 13.3, 8.2, 10.2, 11.1, 14.0, 14.4, 12.8, 13.0, 12.9, 11.4, 6.0, null, 10.6, null, 13.1, null, 6.6, null, 14.9, null, 9.1, 9.2,
            13.1, 13.4, 12.8, 11.2, 12.5, 11.9, 12.2, 12.0, 13.9,
        ];
        var run = await Find("higher", "2025-06-23", values);
        workspace.With("series.csv", "date,value\n" + Rows(values));
        var analysis = (await workspace.Run("analyse", "series.csv", "--change", "2025-06-23", "--better", "higher", "--json")).Json;
        Assert.Equal(("no signal yet", "no_detectable_change"), (analysis.Text("verdict"), analysis.Text("effect")));
        foreach (var name in (string[])["verdict", "effect", "before", "after", "difference", "nBefore", "nAfter", "hodgesLehmann", "limits", "interval", "signals"])
            Assert.True(JsonElement.DeepEquals(analysis.GetProperty(name), run.GetProperty(name)), name);
    }

    private async Task<JsonElement> Find(string better, string started, params double?[] values)
    {
        workspace.With("kaizen.yaml", """
            workspace: gaps
            as_of: 2025-12-01
            sources:
              events:
                use: csv
                with: { path: data/events.csv }
                time: at
            """)
            .With("data/events.csv", "at,v\n" + Rows(values))
            .With("cycles/gaps.yaml", $$"""
                title: Answers are slow
                metrics:
                  m:
                    mean: v
                    per: row
                    better: {{better}}
                plan:
                  target: { metric: m, to: 5, due: 2025-11-03 }
                do: { started: {{started}} }
                check: { date: 2025-11-03 }
                """);
        var ran = await workspace.Run("run", "--json");
        Assert.True(ran.Code == 0, ran.Error);
        return ran.Json.GetProperty("cycles")[0].GetProperty("findings")[0];
    }

    /// <summary>One row a week from 6 January 2025.</summary>
    private static string Rows(double?[] values) => string.Concat(values.Select((v, i) =>
        string.Create(CultureInfo.InvariantCulture, $"{new DateOnly(2025, 1, 6).AddDays(7 * i):yyyy-MM-dd},{v}\n")));
}
