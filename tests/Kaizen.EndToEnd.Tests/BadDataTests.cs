using System.Text;

namespace Kaizen.EndToEnd.Tests;

/// <summary>Faults that show on opening or reading a source: exit code 3, each told with its place.</summary>
public sealed class BadDataTests : IDisposable
{
    private readonly Workspace workspace = Small.OfCalls();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task A_missing_file_is_named()
    {
        File.Delete(workspace.At(Small.Data));
        var fault = (await Run(3)).Diagnostic("KZ3005");
        Assert.Contains("'data/calls.csv' does not exist", fault.Text("message"), StringComparison.Ordinal);
        Assert.Equal("kaizen.yaml:5:3", fault.Place());
        var text = await workspace.Run("run");
        Assert.Contains("5 |   calls:", text.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_column_is_told_where_the_expression_names_it()
    {
        workspace.Edit(Small.Cycle, "mean: minutes", "mean: 60 * minuts");
        var fault = (await Run(3)).Diagnostic("KZ3010");
        Assert.Equal("cycles/wait.yaml:5:16", fault.Place());
        Assert.Equal("did you mean 'minutes'?", fault.Text("hint"));
        var text = await workspace.Run("run");
        Assert.Contains("5 |     mean: 60 * minuts", text.Error, StringComparison.Ordinal);
        Assert.Contains("  |                ^^^^^^ did you mean 'minutes'?", text.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_of_another_type_is_told_by_row_and_line()
    {
        workspace.WithValue(734, 1, "twelve");
        var fault = (await Run(3)).Diagnostic("KZ3006");
        Assert.Equal("Source 'calls': 1 value of column 'minutes' cannot be read.", fault.Text("message"));
        Assert.Equal(["row 734 (line 735): 'twelve' is not a number"], fault.Details());
        Assert.Equal("wait", fault.Text("cycle"));
    }

    [Theory]
    [InlineData("", "KZ3005", "is empty")]
    [InlineData("at,minutes,name\n", "KZ3007", "has no rows")]
    [InlineData("at,minutes,name", "KZ3007", "has no rows")]
    public async Task A_file_without_rows_is_told(string content, string code, string words)
    {
        workspace.With(Small.Data, content);
        Assert.Contains(words, (await Run(3)).Diagnostic(code).Text("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_kept_by_hand_and_has_no_rows_yet_lets_its_cycle_wait()
    {
        workspace.Edit("kaizen.yaml", "    known_until: 2026-06-29", "").With(Small.Data, "at,minutes,name\n");
        for (var run = 0; run < 2; run++)
        {
            var ran = await Run(0);
            Assert.Equal("put rows below the header, or look at the path of the source", ran.Diagnostic("KZ3016").Text("hint"));
            Assert.Equal("wait", ran.Json.GetProperty("cycles")[0].Text("recommendation"));
            Assert.True(File.Exists(workspace.At("out/a3/wait.html")));
        }
    }

    [Fact]
    public async Task Rows_beyond_the_date_until_which_a_source_is_known_are_told_once_and_again_where_nothing_was_read()
    {
        workspace.WithNames().Edit("kaizen.yaml", "known_until: 2026-06-29", "known_until: 2026-06-01");
        for (var run = 0; run < 2; run++)
        {
            var fault = (await Run(0)).Diagnostic("KZ3015");
            Assert.Matches("^[0-9]+ rows of 'calls' on or after known_until 2026-06-01 are not counted\\.$", fault.Text("message"));
            Assert.Equal("kaizen.yaml:5:3", fault.Place());
        }

        workspace.Edit("kaizen.yaml", "as_of: 2026-06-29", "as_of: 2026-05-25");
        Assert.DoesNotContain("KZ3015", (await Run(0)).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("05/03/2026", "is not an ISO 8601 date or time")]
    [InlineData("2026-02-30", "")]
    public async Task A_date_in_a_second_format_is_refused_not_guessed(string date, string words)
    {
        workspace.WithValue(99, 0, date);
        var fault = (await Run(3)).Diagnostic("KZ3006");
        Assert.Contains("column 'at'", fault.Text("message"), StringComparison.Ordinal);
        Assert.Contains($"row 99 (line 100): '{date}'", fault.Details()[0], StringComparison.Ordinal);
        Assert.Contains(words, fault.Details()[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("-inf")]
    [InlineData("1e999")]
    public async Task What_is_not_finite_is_refused(string value)
    {
        workspace.WithValue(10, 1, value);
        Assert.Contains($"'{value}'", (await Run(3)).Diagnostic("KZ3006").Details()[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expression_that_leaves_the_range_is_told_by_row_at_its_place_and_can_be_left_out()
    {
        workspace.Edit(Small.Cycle, "mean: minutes", "mean: minutes * minutes").WithNames();
        static int Rows(Ran ran) => ran.Json.GetProperty("cycles").EnumerateArray().Where(c => c.Text("id") == "wait").Select(c => c.GetProperty("findings")[0])
            .Sum(f => f.GetProperty("rowsBefore").GetInt32() + f.GetProperty("rowsAfter").GetInt32());
        var all = Rows(await Run(0));
        workspace.WithValue(10, 1, "1e200").WithValue(600, 1, "1e200");
        var ran = await Run(3);
        Assert.Equal(["names"], ran.Cycles());
        var fault = ran.Diagnostic("KZ3013");
        Assert.Equal("Source 'calls': metric 'wait' gives no finite number in 2 rows.", fault.Text("message"));
        Assert.Equal("cycles/wait.yaml:5:11", fault.Place());
        Assert.Equal(["row 10: '1E+200 * 1E+200' is not a finite number", "row 600: '1E+200 * 1E+200' is not a finite number"], fault.Details());
        Assert.Equal("wait", fault.Text("cycle"));

        workspace.Edit("kaizen.yaml", "    time: at", "    time: at\n    bad_rows: leave_out");
        Assert.Equal(all - 2, Rows(await Run(0)));
        Assert.Contains("1,000 rows read, 2 left out", workspace.Read("out/a3/wait.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sum_that_leaves_the_range_is_told_with_its_week()
    {
        workspace.Edit(Small.Cycle, "mean: minutes", "sum: minutes");
        workspace.WithValue(1, 1, "1e308").WithValue(2, 1, "1e308");
        var fault = (await Run(3)).Diagnostic("KZ3014");
        Assert.Equal("Source 'calls': the sum of metric 'wait' is no finite number.", fault.Text("message"));
        Assert.Equal("2026-W02", fault.Details()[0]);
        Assert.Equal("cycles/wait.yaml:5:10", fault.Place());
    }

    [Fact]
    public async Task A_mean_of_large_values_has_its_pooled_value()
    {
        for (var row = 1; row <= Small.Rows; row++) workspace.WithValue(row, 1, row % 2 == 0 ? "1e307" : "1.2e307");
        var finding = (await Run(0)).Json.GetProperty("cycles")[0].GetProperty("findings")[0];
        foreach (var side in (int[])[0, 1]) Assert.InRange(finding.GetProperty("pooled")[side].GetDouble(), 1.09e307, 1.11e307);
    }

    [Theory]
    [InlineData("mark")]
    [InlineData("crlf")]
    [InlineData("quoted")]
    public async Task Files_as_other_programs_write_them_simply_work(string kind)
    {
        var plain = await Run(0);
        var text = workspace.Read(Small.Data);
        switch (kind)
        {
            case "mark": await File.WriteAllTextAsync(workspace.At(Small.Data), text, new UTF8Encoding(true)); break;
            case "crlf": workspace.With(Small.Data, text.Replace("\n", "\r\n", StringComparison.Ordinal)); break;
            default: workspace.WithValue(5, 2, "\"the \"\"first\"\",\nof many\""); break;
        }

        var other = await Run(0);
        Assert.Equal(
            plain.Json.GetProperty("cycles")[0].GetProperty("findings")[0].GetProperty("claim").GetString(),
            other.Json.GetProperty("cycles")[0].GetProperty("findings")[0].GetProperty("claim").GetString());
    }

    [Fact]
    public async Task A_refused_value_stops_the_cycles_that_read_its_column_only_and_keeps_their_sheet()
    {
        workspace.WithNames();
        await workspace.Run("run");
        var sheet = workspace.Files("out/a3")["out/a3/wait.html"];
        for (var row = 100; row < 130; row++) workspace.WithValue(row, 1, "?");

        var ran = await Run(3);

        Assert.Equal(["names"], ran.Cycles());
        var fault = ran.Diagnostic("KZ3006");
        Assert.Contains("30 values of column 'minutes'", fault.Text("message"), StringComparison.Ordinal);
        Assert.Equal(20, fault.Details().Count);
        Assert.Equal("row 119 (line 120): '?' is not a number", fault.Details()[19]);
        Assert.Equal(sheet, workspace.Files("out/a3")["out/a3/wait.html"]);
        Assert.Contains("wait   -         not concluded, see the diagnostics", (await workspace.Run("run")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_rows_may_be_left_out_and_the_sheet_says_so()
    {
        workspace.Edit("kaizen.yaml", "    time: at", "    time: at\n    bad_rows: leave_out");
        for (var row = 100; row < 130; row++) workspace.WithValue(row, 1, "?");
        var ran = await Run(0);
        Assert.Equal(["wait"], ran.Cycles());
        Assert.Contains("1,000 rows read, 30 left out", workspace.Read("out/a3/wait.html"), StringComparison.Ordinal);
    }

    private async Task<Ran> Run(int code)
    {
        var ran = await workspace.Run("run", "--json");
        Assert.True(ran.Code == code, $"exit code {ran.Code}, not {code}:\n{ran.Error}");
        ran.IsClean();
        return ran;
    }
}
