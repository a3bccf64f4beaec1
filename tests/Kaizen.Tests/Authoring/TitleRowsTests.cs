using System.Text;
using Kaizen.Hosting.Authoring;

namespace Kaizen.Tests.Authoring;

public sealed class TitleRowsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("kaizen").FullName;

    public void Dispose() => Directory.Delete(folder, true);

    [Theory]
    [InlineData(0, "date,value\n2026-01-05,3\n")]
    [InlineData(0, "date\n2026-01-05\n2026-01-06\n")]
    [InlineData(3, "Orders of the north\n2026-06-01\n\ndate,value\n2026-01-05,3\n2026-01-12,4\n")]
    [InlineData(3, "Orders of the north,,\n2026-06-01,,\n,,\ndate,value,text\n2026-01-05,3,a\n2026-01-12,4,\n")]
    [InlineData(1, "Bericht\r\nTag;Wert\r\n05.01.2026;3,5\r\n12.01.2026;4,5\r\n")]
    [InlineData(0, "Tag;Wert\n05.01.2026;3,5\n12.01.2026;4,5\n")]
    [InlineData(0, "A letter\nwith some, words\nand, with, others\n")]
    public void The_header_is_the_first_line_that_the_rows_below_are_like(int above, string text)
    {
        Assert.Equal(above, TitleRows.Above(text.Split('\n')));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("latin1")]
    public void What_is_left_keeps_its_bytes(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var file = Path.Combine(folder, "t.csv");
        const string Rows = "Tag;Größe\r\n05.01.2026;3\r\n12.01.2026;4\r\n";
        File.WriteAllText(file, "Bericht für Köln\r\n\r\n" + Rows, encoding);

        Assert.Equal(2, TitleRows.Above(file));
        string copy;
        using (var trimmed = TitleRows.Trim(file, 2))
        {
            copy = trimmed.File;
            Assert.Equal([.. encoding.GetPreamble(), .. encoding.GetBytes(Rows)], File.ReadAllBytes(copy));
        }

        Assert.False(Directory.Exists(Path.GetDirectoryName(copy)));
    }
}
