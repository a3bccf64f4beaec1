using Kaizen.Core.Diagnostics;

namespace Kaizen.Tests.PluginHost;

public class OptionBinderTests
{
    [Fact]
    public void Every_fault_is_reported_at_its_place_before_any_io()
    {
        var log = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        Assert.Equal(
            """
            KZ2201 kaizen.yaml:5:7: Source type 'counting' has no option 'lug'. | did you mean 'log'?
            KZ2203 kaizen.yaml:6:13: Option 'rows' must be a whole number, but this is 'many'.
            KZ2203 kaizen.yaml:7:19: Option 'not_finite' must be true or false, but this is 'yes'.
            KZ2204 kaizen.yaml:8:13: Option 'mood' cannot be 'gald'. | did you mean 'glad'?
            KZ2206 kaizen.yaml:10:7: Option 'tags' is written twice. | keep one of the two
            KZ2202 kaizen.yaml:4:10: Source 'enquiries' needs the option 'log'. | write 'log:' under 'with:'
            """,
            Faults("counting", ("lug", [log]), ("rows", ["many"]), ("not_finite", ["yes"]), ("mood", ["gald"]), ("tags", ["a", "b"]), ("tags", ["c"])));
        Assert.False(File.Exists(log));
    }

    [Fact]
    public void What_only_the_plugin_can_judge_is_reported_beside_the_rest() =>
        Assert.Equal(
            """
            KZ2201 kaizen.yaml:7:7: Source type 'counting' has no option 'colour'. | there are: log, rows, not_finite, mood, tags
            KZ2205 kaizen.yaml:6:13: Option 'rows': There cannot be fewer than no rows. | 0 or more
            """,
            Faults("counting", ("log", ["x"]), ("rows", ["-1"]), ("colour", ["red"])));

    [Fact]
    public void The_plugin_judges_the_rest_where_an_option_is_missing_or_of_the_wrong_type()
    {
        Assert.Equal(
            """
            KZ2202 kaizen.yaml:4:10: Source 'enquiries' needs the option 'path'. | write 'path:' under 'with:'
            KZ2205 kaizen.yaml:5:18: Option 'delimiter': '||' cannot separate fields. | one ASCII mark such as ',' or ';', or 'tab'
            """,
            Faults("csv", ("delimiter", ["||"])));
        Assert.Equal(
            """
            KZ2203 kaizen.yaml:5:21: Option 'wait_seconds' must be a whole number, but this is 'long'.
            KZ2202 kaizen.yaml:4:10: Source 'enquiries' needs the option 'path'. | write 'path:' under 'with:'
            KZ2205 kaizen.yaml:4:10: Option 'table': Nobody says which rows are read. | write 'table:' or 'query:' under 'with:'
            """,
            Faults("sqlite", ("wait_seconds", ["long"])));
    }

    /// <summary>A fault that is one only beside a value which nobody knows yet is none yet, and an option without a value was judged already.</summary>
    [Fact]
    public void What_depends_on_an_option_without_a_value_is_not_judged()
    {
        Assert.Equal("KZ2204 kaizen.yaml:6:16: Option 'decimal' cannot be '|'. | did you mean '.'?", Faults("csv", ("path", ["a.csv"]), ("decimal", ["|"]), ("thousands", ["."])));
        Assert.Equal("KZ2203 kaizen.yaml:6:7: Option 'delimiter' must be a text, but this is a list.", Faults("csv", ("path", ["a.csv"]), ("delimiter", [";", ","])));
        Assert.Equal("KZ2203 kaizen.yaml:6:7: Option 'table' must be a text, but this is a list.", Faults("sqlite", ("path", ["a.db"]), ("table", ["a", "b"])));
    }

    [Fact]
    public void A_plugin_may_stumble_over_an_option_without_a_value() =>
        Assert.Equal("KZ2208 kaizen.yaml:6:7: Option 'token' is a secret and may not stand in the file. | write { secret: NAME } and set NAME in the environment",
            Faults("odd", ("how", ["validate-throws"]), ("token", ["abc"])));

    [Theory]
    [InlineData("rows", "NaN", "KZ2203 kaizen.yaml:5:13: Option 'rows' must be a whole number, but this is 'NaN'.")]
    [InlineData("rows", "", "KZ2203 kaizen.yaml:5:13: Option 'rows' must be a whole number, but this is empty.")]
    [InlineData("log", "", "KZ2203 kaizen.yaml:5:12: Option 'log' must be a path, but this is empty.")]
    public void A_value_of_the_wrong_type_is_a_fault(string option, string value, string expected) =>
        Assert.Contains(expected, Faults("counting", (option, [value]), ("log", ["x"])), StringComparison.Ordinal);

    [Theory]
    [InlineData("delimiter", "||", "KZ2205 kaizen.yaml:6:18: Option 'delimiter': '||' cannot separate fields. | one ASCII mark such as ',' or ';', or 'tab'")]
    [InlineData("encoding", "utf-7", "KZ2205 kaizen.yaml:6:17: Option 'encoding': No encoding is called 'utf-7'. | utf-8, utf-16, windows-1252 or latin1, for example")]
    [InlineData("encoding", "klingon", "KZ2205 kaizen.yaml:6:17: Option 'encoding': No encoding is called 'klingon'. | utf-8, utf-16, windows-1252 or latin1, for example")]
    [InlineData("dates", "dd.MM", "KZ2205 kaizen.yaml:6:14: Option 'dates': 'dd.MM' is not a date format that tells year, month and day. | dd.MM.yyyy or M/d/yyyy HH:mm, for example")]
    [InlineData("decimal", "'", "KZ2204 kaizen.yaml:6:16: Option 'decimal' cannot be '''. | did you mean '.'?")]
    [InlineData("thousands", ".", "KZ2205 kaizen.yaml:6:18: Option 'thousands': '.' cannot separate thousands. | one mark other than the decimal mark, or 'space'")]
    public void The_csv_plugin_judges_its_options(string option, string value, string expected) =>
        Assert.Equal(expected, Faults("csv", ("path", ["a.csv"]), (option, [value])));

    private static string Faults(string use, params (string, string[])[] options)
    {
        var faults = new DiagnosticBag();
        using var catalogue = Plugins.Catalogue();
        Assert.Null(catalogue.Open(Plugins.Source(use, options), "/w", faults));
        return string.Join("\n", faults.All.Select(Plugins.Line));
    }
}
