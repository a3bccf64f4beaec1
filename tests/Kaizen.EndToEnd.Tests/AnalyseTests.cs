using System.Globalization;
using System.Text.Json;

namespace Kaizen.EndToEnd.Tests;

/// <summary><c>kaizen analyse</c>: one series from a spreadsheet, with numbers that are known from elsewhere.</summary>
public sealed class AnalyseTests : IDisposable
{
    private static readonly double[] Before = [50, 53, 48, 51, 54, 47, 52, 49, 50, 55, 46, 51, 53, 49];
    private static readonly double[] After = [54, 53, 55, 52, 54, 53, 56, 52];

    /// <summary>Annual flow of the Nile, 1871 to 1970; it fell after 1898.</summary>
    private static readonly double[] Nile =
    [
        1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140,
        1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969,
        831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040, 759,
        781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890,
        744, 749, 838, 1050, 918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740,
    ];

    private static readonly string[] Properties =
    [
        "metric", "unit", "better", "role", "horizon", "window", "complete", "verdict", "effect", "vsPrediction", "learned", "design", "claim",
        "before", "after", "difference", "interval", "nBefore", "nAfter", "pooled", "pooledDifference", "pooledInterval", "rowsBefore", "rowsAfter",
        "hodgesLehmann", "limits", "signals", "prediction", "guardrail", "comparison", "points",
    ];

    private readonly Workspace folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_change_is_judged_with_known_numbers()
    {
        var json = await Analyse(Weekly([.. Before, .. After]), "--change", "2026-04-13", "--better", "lower");
        Assert.Equal(Properties, json.EnumerateObject().Select(p => p.Name));
        Assert.Equal("signal", json.Text("verdict"));
        Assert.Equal("worsened", json.Text("effect"));
        Assert.Equal(14, json.GetProperty("nBefore").GetInt32());
        Assert.Equal(8, json.GetProperty("nAfter").GetInt32());
        Assert.Equal(3.0535714285714306, json.GetProperty("difference").GetDouble(), 1e-9);
        Assert.Equal(1.2467288601797002, json.GetProperty("interval")[0].GetDouble(), 1e-9);
        Assert.Equal(4.860413996963161, json.GetProperty("interval")[1].GetDouble(), 1e-9);
        Assert.Equal(["shift8"], json.GetProperty("signals").EnumerateArray().Select(s => s.Text("rule")));
        Assert.Equal(22, json.GetProperty("points").GetArrayLength());
        Assert.Equal(["period", "value", "numerator", "denominator", "phase"], json.GetProperty("points")[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal(14, json.GetProperty("points").EnumerateArray().Count(p => p.Text("phase") == "before"));
    }

    [Fact]
    public async Task Limits_of_the_Nile_are_those_of_its_first_28_years()
    {
        var json = await Analyse(Yearly(Nile), "--change", "1899-01-01");
        var limits = json.GetProperty("limits");
        const double meanRange = 141.1851851851852;
        Assert.Equal(1097.75, limits.GetProperty("centre").GetDouble(), 1e-9);
        Assert.Equal(722.1974074074074, limits.GetProperty("lower").GetDouble(), 0.001 * meanRange);
        Assert.Equal(1473.3025925925926, limits.GetProperty("upper").GetDouble(), 0.001 * meanRange);
        Assert.Equal([1902, 1905, 1907, 1913, 1915, 1925, 1940, 1941, 1968, 1969], Years(json, "beyond_limits"));
    }

    [Theory]
    [InlineData("default", "beyond_limits", "shift8", "two_of_three")]
    [InlineData("nhs", "beyond_limits", "shift7", "two_of_three")]
    [InlineData("western-electric", "we1", "we2", "we3", "we4")]
    [InlineData("nelson", "nelson1", "nelson2", "nelson5", "nelson6")]
    [InlineData("anhoej")]
    public async Task Each_rule_set_reports_its_own_rules(string set, params string[] expected)
    {
        var json = await Analyse(Yearly(Nile), "--change", "1899-01-01", "--rules", set);
        var rules = json.GetProperty("signals").EnumerateArray().Select(s => s.Text("rule")).Distinct().Order(StringComparer.Ordinal).ToList();
        if (expected.Length > 0) Assert.Equal(expected, rules);
        else Assert.All(rules, r => Assert.StartsWith("anhoej", r, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_change_nothing_is_before_or_after()
    {
        var json = await Analyse(Weekly([.. Before, .. After]));
        foreach (var name in (string[])["before", "after", "difference", "interval", "pooled", "pooledDifference", "pooledInterval", "hodgesLehmann"])
            Assert.Equal(JsonValueKind.Null, json.GetProperty(name).ValueKind);
        Assert.Equal("unjudged", json.Text("effect"));
        Assert.Equal(22, json.GetProperty("points").GetArrayLength());
        Assert.All(json.GetProperty("points").EnumerateArray(), p => Assert.Equal(JsonValueKind.Null, p.GetProperty("phase").ValueKind));
    }

    [Theory]
    [InlineData("Nile", "default", "signal: the points do more than vary around one level")]
    [InlineData("Nile", "anhoej", "signal: the points do more than vary around one level")]
    [InlineData("calm", "default", "no signal: the points vary around one level")]
    [InlineData("calm", "anhoej", "no signal: the points vary around one level")]
    [InlineData("short", "default", "not enough data to tell a signal from noise")]
    [InlineData("short", "anhoej", "not enough data to tell a signal from noise")]
    public async Task Without_a_change_the_chart_speaks_and_there_is_no_verdict(string series, string rules, string words)
    {
        var text = series switch { "Nile" => Yearly(Nile), "calm" => Weekly(Before), _ => Weekly(Before[..11]) };
        var json = await Analyse(text, "--rules", rules);
        Assert.Equal("not enough data", json.Text("verdict"));
        var ran = await folder.Run("analyse", "figures.csv", "--rules", rules);
        Assert.Contains(words, ran.Output, StringComparison.Ordinal);
        Assert.Contains("none without a change", ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-05-31", 0, "week", null)] // A Sunday.
    [InlineData("2026-05-30", 0, "week", "2026-W22")]
    [InlineData("2026-05-29", 2, "week", null)] // A Friday, where nobody works at weekends.
    [InlineData("2026-05-28", 2, "week", "2026-W22")]
    [InlineData("2026-05-31", 0, "month", null)]
    [InlineData("2026-05-29", 0, "month", "2026-05")]
    public async Task A_last_period_that_is_not_over_counts_and_is_warned_of(string last, int weekend, string per, string? unfinished)
    {
        var (first, end) = (new DateOnly(2026, 1, 7), DateOnly.Parse(last, CultureInfo.InvariantCulture));
        var days = Enumerable.Range(0, end.DayNumber - first.DayNumber + 1).Select(first.AddDays)
            .Where(d => weekend == 0 || d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
        var ran = await Run("date,value\n" + string.Concat(days.Select(d => $"{d:yyyy-MM-dd},7\n")), "--per", per);
        Assert.Equal(0, ran.Code);
        var points = ran.Json.GetProperty("points").EnumerateArray().Select(p => p.Text("period")).ToList();
        Assert.Equal(per == "week" ? "2026-W02" : "2026-01", points[0]); // Begun on a Wednesday: it counts.
        if (unfinished is null)
        {
            Assert.False(ran.Json.TryGetProperty("diagnostics", out _));
            return;
        }

        Assert.Equal(unfinished, points[^1]);
        var warning = ran.Diagnostic("KZ3504");
        Assert.Equal("warning", warning.Text("severity"));
        Assert.Equal($"The last period, {unfinished}, may not be over: the rows end on {last}, before it does.", warning.Text("message"));
    }

    [Theory]
    [InlineData("date,numerator,denominator\n2026-01-05,0,0\n2026-01-12,0,0\n", "every denominator is 0 or missing")]
    [InlineData("date,value\n2026-01-05,\n2026-01-12,\n", "the column 'value' is empty")]
    public async Task A_series_without_a_value_is_told(string text, string why)
    {
        var ran = await Run(text);
        Assert.Equal(0, ran.Code);
        var warning = ran.Diagnostic("KZ3505");
        Assert.Equal(("warning", $"None of the 2 points has a value: {why}."), (warning.Text("severity"), warning.Text("message")));
        Assert.Equal("not enough data", ran.Json.Text("verdict"));
    }

    [Fact]
    public async Task Shares_are_pooled_over_their_denominators()
    {
        var rows = Enumerable.Range(0, 22).Select(i => $"{Week(i)},{(i < 14 ? 10 + (i % 4) : 16 + (i % 3))},{40 + (i % 5)}");
        var json = await Analyse("date,numerator,denominator\n" + string.Join('\n', rows) + "\n", "--change", "2026-04-13", "--better", "higher");
        var points = json.GetProperty("points").EnumerateArray().ToList();
        Assert.Equal(10.0 / 40, points[0].GetProperty("value").GetDouble(), 1e-12);
        Assert.Equal(10, points[0].GetProperty("numerator").GetDouble());
        Assert.Equal(40, points[0].GetProperty("denominator").GetDouble());
        double Pooled(string phase) => points.Where(p => p.Text("phase") == phase).Sum(p => p.GetProperty("numerator").GetDouble())
            / points.Where(p => p.Text("phase") == phase).Sum(p => p.GetProperty("denominator").GetDouble());
        Assert.Equal(Pooled("before"), json.GetProperty("pooled")[0].GetDouble(), 1e-12);
        Assert.Equal(Pooled("after"), json.GetProperty("pooled")[1].GetDouble(), 1e-12);
        Assert.Equal(Pooled("after") - Pooled("before"), json.GetProperty("pooledDifference").GetDouble(), 1e-12);
        Assert.True(json.GetProperty("pooledInterval")[0].GetDouble() > 0);
    }

    [Theory]
    [InlineData("reversed")]
    [InlineData("semicolons")]
    [InlineData("decimal commas")]
    [InlineData("tabs")]
    [InlineData("capitals")]
    [InlineData("crlf and mark")]
    public async Task Spreadsheets_differ_and_mean_the_same(string kind)
    {
        var text = Weekly([.. Before, .. After]);
        var other = kind switch
        {
            "reversed" => "date,value\n" + string.Join('\n', text.TrimEnd().Split('\n').Skip(1).Reverse()) + "\n",
            "semicolons" => text.Replace(',', ';'),
            "decimal commas" => string.Join('\n', text.TrimEnd().Split('\n').Select((l, i) => i == 0 ? "date;value" : l.Replace(',', ';') + ",0")) + "\n",
            "tabs" => text.Replace(',', '\t'),
            "capitals" => text.Replace("date,value", "Date,Value", StringComparison.Ordinal),
            _ => "\uFEFF" + text.Replace("\n", "\r\n", StringComparison.Ordinal),
        };
        var expected = await Analyse(text, "--change", "2026-04-13", "--better", "higher");
        Assert.Equal(expected.GetRawText(), (await Analyse(other, "--change", "2026-04-13", "--better", "higher")).GetRawText());
    }

    [Fact]
    public async Task Exact_repeats_are_dropped_with_a_warning()
    {
        var text = Weekly(Before);
        var ran = await Run(text + "2026-01-26,51\n");
        Assert.Equal(0, ran.Code);
        var warning = ran.Diagnostic("KZ3501");
        Assert.Equal("warning", warning.Text("severity"));
        Assert.Equal(["2026-01-26: row 15"], warning.Details());
        Assert.Equal(14, ran.Json.GetProperty("points").GetArrayLength());
    }

    [Fact]
    public async Task Rows_that_contradict_each_other_are_told_with_their_date()
    {
        var ran = await Run(Weekly(Before) + "2026-01-26,99\n");
        Assert.Equal(3, ran.Code);
        var fault = ran.Diagnostic("KZ3502");
        Assert.Equal(["2026-01-26: rows 4 and 15 differ"], fault.Details());
        Assert.Contains("--per week", fault.Text("hint"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_may_be_put_into_weeks_first()
    {
        var days = Enumerable.Range(0, 140).Select(i => $"{new DateOnly(2026, 1, 5).AddDays(i):yyyy-MM-dd},{40 + (i % 7)}");
        var json = await Analyse("date,value\n" + string.Join('\n', days) + "\n", "--per", "week");
        var points = json.GetProperty("points").EnumerateArray().ToList();
        Assert.Equal(20, points.Count);
        Assert.Equal("2026-W02", points[0].Text("period"));
        Assert.All(points, p => Assert.Equal(43, p.GetProperty("value").GetDouble(), 1e-12));
    }

    [Fact]
    public async Task Pooled_is_the_mean_of_the_rows_not_of_the_weeks()
    {
        const string Days = "date,value\n2025-03-03,10\n2025-03-04,10\n2025-03-05,10\n2025-03-10,20\n2025-03-17,30\n2025-03-24,5\n2025-03-25,5\n2025-04-01,9\n";
        var json = await Analyse(Days, "--change", "2025-03-24", "--per", "week");
        // Weeks of 10, 20, 30 and of 5, 9; rows 80 / 5 and 19 / 3.
        Assert.Equal((20d, 7d), (json.GetProperty("before").GetDouble(), json.GetProperty("after").GetDouble()));
        Assert.Equal(16, json.GetProperty("pooled")[0].GetDouble(), 1e-12);
        Assert.Equal(19 / 3d, json.GetProperty("pooled")[1].GetDouble(), 1e-12);
        Assert.Equal((19 / 3d) - 16, json.GetProperty("pooledDifference").GetDouble(), 1e-12);
        Assert.Equal((5, 3), Rows(json));
    }

    [Theory]
    [InlineData("2025-03-17")]
    [InlineData("2025-03-17", "--per", "week")]
    public async Task Only_rows_with_a_value_are_counted_with_and_without_periods(string change, params string[] per)
    {
        var json = await Analyse("date,value\n2025-03-03,10\n2025-03-04,\n2025-03-10,12\n2025-03-17,\n2025-03-18,9\n", ["--change", change, .. per]);
        Assert.Equal((2, 1), Rows(json));
        Assert.Equal((11d, 9d), (json.GetProperty("pooled")[0].GetDouble(), json.GetProperty("pooled")[1].GetDouble()));
    }

    [Theory]
    [InlineData("date,value\n2026-01-05,abc\n", "KZ3006", "row 1 (line 2): 'abc' is not a number")]
    [InlineData("date,value\n05.01.2026,7\n", "KZ3006", "row 1 (line 2): '05.01.2026' is not an ISO 8601 date or time")]
    [InlineData("date,value\n2026-01-05,NaN\n", "KZ3006", "row 1 (line 2): 'NaN' is not a number")]
    [InlineData("date,value\n", "KZ3007", null)]
    [InlineData("date,numerator,denominator\n2026-01-05,1e308,1e-308\n", "KZ3014", "2026-01-05")]
    [InlineData("date,numerator,denominator\n2026-01-05,1e308,1e308\n2026-01-12,1e308,1e308\n", "KZ3014", "all rows before together")]
    [InlineData("", "KZ3005", null)]
    [InlineData("day,amount\n2026-01-05,1\n", "KZ3503", null)]
    public async Task Bad_figures_are_told(string text, string code, string? detail)
    {
        var ran = await Run(text);
        Assert.Equal(3, ran.Code);
        var fault = ran.Diagnostic(code);
        if (detail is not null) Assert.Equal([detail], fault.Details());
        Assert.NotEqual("", fault.Text("hint"));
        Assert.Equal("", (await folder.Run("analyse", "figures.csv")).Output);
    }

    [Fact]
    public async Task A_missing_file_is_told()
    {
        var ran = await folder.Run("analyse", "nosuch.csv", "--json");
        Assert.Equal(3, ran.Code);
        Assert.Contains("'nosuch.csv' does not exist", ran.Diagnostic("KZ3005").Text("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_outside_of_the_rows_is_said()
    {
        folder.With("figures.csv", Weekly(Before));
        var ran = await folder.Run("analyse", "figures.csv", "--change", "2030-01-01");
        Assert.Equal(0, ran.Code);
        Assert.Contains("no point with a value lies on or after 2030-01-01", ran.Output, StringComparison.Ordinal);
        Assert.Contains("not enough data", ran.Output, StringComparison.Ordinal);
    }

    private static (int Before, int After) Rows(JsonElement json) => (json.GetProperty("rowsBefore").GetInt32(), json.GetProperty("rowsAfter").GetInt32());

    private async Task<JsonElement> Analyse(string text, params string[] options)
    {
        var ran = await Run(text, options);
        Assert.True(ran.Code == 0, ran.Error);
        return ran.Json;
    }

    private Task<Ran> Run(string text, params string[] options) => folder.With("figures.csv", text).Run(["analyse", "figures.csv", .. options, "--json"]);

    private static string Week(int number) => new DateOnly(2026, 1, 5).AddDays(7 * number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Weekly(double[] values) => "date,value\n" + string.Concat(values.Select((v, i) => $"{Week(i)},{v}\n"));

    private static string Yearly(double[] values) => "date,value\n" + string.Concat(values.Select((v, i) => $"{1871 + i}-01-01,{v}\n"));

    private static IEnumerable<int> Years(JsonElement json, string rule) => json.GetProperty("signals").EnumerateArray()
        .Where(s => s.Text("rule") == rule).Select(s => int.Parse(s.Text("period")[..4], CultureInfo.InvariantCulture));
}
