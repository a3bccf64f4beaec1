using System.Text;
using Kaizen.Abstractions;
using Kaizen.Tests.PluginHost;

namespace Kaizen.Tests.Measuring;

public class CsvValuesTests
{
    [Theory]
    [InlineData("12", "12")]
    [InlineData("-0.5", "-0.5")]
    [InlineData("+3", "3")]
    [InlineData(".25", "0.25")]
    [InlineData("-0", "0")]
    [InlineData("0.1", "0.1")]
    [InlineData("1234567890.123456789", "1234567890.1234567")]
    [InlineData("123456789012345678901234567890", "1.2345678901234568E+29")]
    [InlineData("1e3", "1000")]
    [InlineData(" 7 ", "7")]
    [InlineData("", "~")]
    [InlineData("-", "~")]
    [InlineData("n/a", "~")]
    [InlineData("N/A", "~")]
    public async Task Numbers_are_finite_decimals_or_missing(string written, string read) => Assert.Equal([read], await One(ColumnType.Number, written));

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("-Infinity")]
    [InlineData("1e999")]
    [InlineData("1,234.5")]
    [InlineData("12%")]
    [InlineData("12 h")]
    [InlineData("0x10")]
    [InlineData("1.2.3")]
    [InlineData(".")]
    public async Task What_is_no_finite_number_is_refused(string written) => Assert.Equal($"row 1 line 2 v '{written}' not a number", await Refused(ColumnType.Number, written));

    [Theory]
    [InlineData("1.234,5", "1234.5")]
    [InlineData("-1.234.567,25", "-1234567.25")]
    [InlineData("999", "999")]
    [InlineData("1234567,5", "1234567.5")]
    [InlineData("+12.000", "12000")]
    [InlineData("1.234e2", "123400")]
    [InlineData("0,125", "0.125")]
    [InlineData("012", "12")]
    public async Task Stated_marks_are_read(string written, string read) =>
        Assert.Equal([read], await One(ColumnType.Number, written, ("decimal", [","]), ("thousands", ["."])));

    [Theory]
    [InlineData("1.23,5")]
    [InlineData("1.5")]
    [InlineData(".123")]
    [InlineData("1,234.567")]
    [InlineData("1234.567")]
    [InlineData("0.125")]
    [InlineData("01.250")]
    [InlineData("-.125")]
    [InlineData("-0.125,5")]
    [InlineData("1.234.56")]
    [InlineData("1e-0.005")]
    public async Task Stated_marks_are_read_strictly(string written) =>
        Assert.Contains("not a number", await Refused(ColumnType.Number, written, ("decimal", [","]), ("thousands", ["."])), StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-03-02", "2026-03-02 00:00:00.")]
    [InlineData("2026-03-02T09:30", "2026-03-02 09:30:00.")]
    [InlineData("2026-03-02 09:30:15", "2026-03-02 09:30:15.")]
    [InlineData("2026-03-02T09:30:15.25", "2026-03-02 09:30:15.25")]
    [InlineData("2026-03-02T09:30:15.123456789", "2026-03-02 09:30:15.1234567")]
    [InlineData("2026-03-02T09:30:15Z", "2026-03-02 09:30:15.Z")]
    [InlineData("2026-03-02T00:30:00+01:00", "2026-03-01 23:30:00.Z")]
    [InlineData("2026-03-02T00:30-0530", "2026-03-02 06:00:00.Z")]
    [InlineData("2026-03-02T00:30:00+02", "2026-03-01 22:30:00.Z")]
    [InlineData("2024-02-29", "2024-02-29 00:00:00.")]
    [InlineData("-", "~")]
    public async Task Times_are_iso_8601(string written, string read) =>
        Assert.Equal([read.Replace(".Z", "Z", StringComparison.Ordinal).TrimEnd('.')], await One(ColumnType.Time, written));

    [Theory]
    [InlineData("02.03.2026")]
    [InlineData("2026-02-30")]
    [InlineData("2026-13-01")]
    [InlineData("2026-3-2")]
    [InlineData("2026-03-02T24:00")]
    [InlineData("2026-03-02T09:30:60")]
    [InlineData("2026-03-02T09:30:15.")]
    [InlineData("2026-03-02T09:30+25:00")]
    [InlineData("2026-03-02T9")]
    [InlineData("2026-03-02x")]
    [InlineData("soon")]
    public async Task Another_form_of_time_is_refused(string written) =>
        Assert.Equal($"row 1 line 2 v '{written}' not an ISO 8601 date or time", await Refused(ColumnType.Time, written));

    [Theory]
    [InlineData("02.03.2026", "2026-03-02 00:00:00")]
    [InlineData("02.03.2026 14:05", "2026-03-02 14:05:00")]
    [InlineData("2026-03-02", "2026-03-02 00:00:00")]
    public async Task Several_stated_formats_are_tried_in_order(string written, string read) =>
        Assert.Equal([read], await One(ColumnType.Time, written, ("dates", ["dd.MM.yyyy", "dd.MM.yyyy HH:mm", "iso"])));

    [Fact]
    public async Task A_stated_format_is_the_only_one() => Assert.Equal(
        "row 1 line 2 v '2026-03-02' not a date in the format dd.MM.yyyy", await Refused(ColumnType.Time, "2026-03-02", ("dates", ["dd.MM.yyyy"])));

    [Fact]
    public async Task A_stated_format_with_an_offset_gives_an_instant() => Assert.Equal(
        ["2026-03-01 23:30:00Z"], await One(ColumnType.Time, "02/03/2026 00:30 +01:00", ("dates", ["dd/MM/yyyy HH:mm zzz"])));

    [Theory]
    [InlineData("TRUE", "yes")]
    [InlineData("1", "yes")]
    [InlineData("Yes", "yes")]
    [InlineData("false", "no")]
    [InlineData("0", "no")]
    [InlineData("no", "no")]
    [InlineData("", "~")]
    public async Task Conditions_have_six_words(string written, string read) => Assert.Equal([read], await One(ColumnType.Flag, written));

    [Fact]
    public async Task Another_word_is_no_condition() => Assert.Equal("row 1 line 2 v 'maybe' not true or false", await Refused(ColumnType.Flag, "maybe"));

    [Theory]
    [InlineData(" Müller ", " Müller ")]
    [InlineData("n", "n")]
    [InlineData("n/a.", "n/a.")]
    [InlineData("-1", "-1")]
    [InlineData("--", "--")]
    [InlineData("", "~")]
    [InlineData(" ", "~")]
    [InlineData("-", "~")]
    [InlineData(" - ", "~")]
    [InlineData("n/a", "~")]
    [InlineData("N/A", "~")]
    [InlineData("n/A ", "~")]
    public async Task A_text_stands_as_it_is_or_is_missing(string written, string read) => Assert.Equal([read], await One(ColumnType.Text, written));

    [Fact]
    public async Task Bytes_of_another_encoding_are_refused_unless_it_is_stated()
    {
        byte[] latin = [.. Encoding.Latin1.GetBytes("v,w\nMüller,1\n")];
        using var rig = new Rig(latin);
        var (_, refusals) = await rig.Read(("v", ColumnType.Text));
        Assert.Contains("not valid UTF-8", Assert.Single(refusals.FirstOf("v")).Why, StringComparison.Ordinal);
        rig.Definition = Plugins.Source("csv", ("path", ["data.csv"]), ("encoding", ["windows-1252"]));
        Assert.Equal(["Müller"], (await rig.Read(("v", ColumnType.Text))).Rows);
    }

    private static async Task<List<string>> One(ColumnType type, string value, params (string, string[])[] options)
    {
        using var rig = new Rig($"v,w\n\"{value}\",x\n") { Definition = Plugins.Source("csv", [("path", ["data.csv"]), .. options]) };
        var (rows, refusals) = await rig.Read(("v", type));
        Assert.Equal(0, refusals.Count);
        return rows;
    }

    private static async Task<string> Refused(ColumnType type, string value, params (string, string[])[] options)
    {
        using var rig = new Rig($"v,w\n\"{value}\",x\n") { Definition = Plugins.Source("csv", [("path", ["data.csv"]), .. options]) };
        var (rows, refusals) = await rig.Read(("v", type));
        Assert.Single(rows);
        Assert.Equal(1, refusals.CountOf("v"));
        var r = Assert.Single(refusals.FirstOf("v"));
        return $"row {r.Row} line {r.Line} {r.Column} '{r.Text}' {r.Why}";
    }
}
