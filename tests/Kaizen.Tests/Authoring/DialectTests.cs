using System.Text;
using Kaizen.Hosting.Authoring;

namespace Kaizen.Tests.Authoring;

public sealed class DialectTests
{
    [Theory]
    [InlineData("date,value\n2026-01-05,1.5\n", ',', '.', null)]
    [InlineData("date;value\n2026-01-05;1,5\n", ';', ',', null)]
    [InlineData("date;value\n05.01.2026;1.234,50\n12.01.2026;999,00\n", ';', ',', '.')]
    [InlineData("date;value\n2026-01-05;1.234\n", ';', ',', '.')]
    [InlineData("date,value\n2026-01-05,1.234\n", ',', '.', null)]
    [InlineData("date;value\n2026-01-05;0.125\n", ';', '.', null)]
    [InlineData("date\tvalue\n2026-01-05\t1,5\n", '\t', ',', null)]
    [InlineData("date|value\n2026-01-05|15\n", '|', '.', null)]
    [InlineData("date,value\n2026-01-05,\"1,234.5\"\n2026-01-12,\"12.5\"\n", ',', '.', ',')]
    [InlineData("date,value\n2026-01-05,\"1,5\"\n", ',', ',', null)]
    [InlineData("date;value\n2026-01-05;1 234,5\n", ';', ',', ' ')]
    [InlineData("date;value\n2026-01-05;1.234.567\n", ';', ',', '.')]
    [InlineData("date;text, with comma;value\n2026-01-05;a;1\n2026-01-05;b, c;1\n", ';', '.', null)]
    [InlineData("date;value\n2026-01-05;\"a, b\nc, d\"\n2026-01-06;e\n", ';', '.', null)]
    [InlineData("sep=;\ndate;value;text\n2026-01-05;1,5;a\n", ';', ',', null)]
    [InlineData("", ',', '.', null)]
    public void Marks_are_told_by_values_that_read_in_one_way_only(string text, char delimiter, char point, char? thousands)
    {
        var dialect = Dialect.Of(text, Dialect.Utf8);
        Assert.Equal((delimiter, point, thousands), (dialect.Delimiter, dialect.Marks.Decimal, dialect.Marks.Thousands));
    }

    [Theory]
    [InlineData("utf-8", "utf-8")]
    [InlineData("utf-8 with mark", "utf-8")]
    [InlineData("utf-16", "utf-16")]
    [InlineData("utf-16 without mark", "utf-16")]
    [InlineData("latin1", "windows-1252")]
    public void Encodings_are_told_by_the_whole_file(string written, string told)
    {
        // The only letter that tells stands far behind what a first look sees.
        var text = "date;city\n" + string.Concat(Enumerable.Repeat("2026-01-05;Bonn\n", 40_000)) + "2026-01-06;Köln\n";
        var encoding = written switch { "latin1" => Encoding.Latin1, "utf-16" => Encoding.Unicode, "utf-16 without mark" => new UnicodeEncoding(false, false), "utf-8" => new UTF8Encoding(false), _ => Encoding.UTF8 };
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, [.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);
            var dialect = Dialect.Of(file);
            Assert.Equal((told, ';'), (dialect.Encoding, dialect.Delimiter));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("1.234,5", ',', '.', 1234.5)]
    [InlineData("-12", ',', '.', -12)]
    [InlineData("1,234", '.', ',', 1234)]
    [InlineData("1 234", '.', ' ', 1234)]
    public void Numbers_are_read_with_their_marks(string text, char point, char thousands, double value)
    {
        Assert.True(new NumberMarks(point, thousands).TryRead(text, out var read));
        Assert.Equal(value, read);
    }

    [Theory]
    [InlineData("1,23", '.', ',')]
    [InlineData("1.5", ',', null)]
    [InlineData("12 h", '.', null)]
    [InlineData("", '.', null)]
    public void What_is_no_number_with_these_marks_is_none(string text, char point, char? thousands) => Assert.False(new NumberMarks(point, thousands).TryRead(text, out _));
}
