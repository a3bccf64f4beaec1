using Kaizen.Abstractions;
using Kaizen.Plugin.Csv;
using Kaizen.Testing;

namespace Kaizen.Plugins.Tests.Csv;

public sealed class PackedFilesTests : IDisposable
{
    private static readonly string Text = "a,b\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{i},{(i * 7919) % 10_007}\n"));
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(1000)]
    [InlineData(60_000)]
    public async Task A_file_that_was_cut_off_is_told(int lacks)
    {
        var packed = Table.Packed(Text);
        var fault = await Read(packed[..Math.Max(30, packed.Length - lacks)]);
        Assert.Matches("^'a.csv.gz' cannot be unpacked: .*\\. \\| is it gzip, and was it copied to its end\\?$", fault);
    }

    [Fact]
    public async Task Parts_packed_one_by_one_are_one_file()
    {
        Assert.Equal("20001 rows", await Read([.. Table.Packed(Text), .. Table.Packed(""), .. Table.Packed("1,2\n")]));
        Assert.Equal("20000 rows", await Read(Table.Packed(Text)));
    }

    [Theory]
    [InlineData(new byte[] { 1, 2, 3, 4 })]
    [InlineData(new byte[] { 0x1F, 0x8B })]
    public async Task What_is_no_gzip_is_told(byte[] bytes) => Assert.StartsWith("'a.csv.gz' cannot be unpacked: ", await Read(bytes), StringComparison.Ordinal);

    private async Task<string> Read(byte[] packed)
    {
        var source = new CsvSource(CsvSettings.Of(new CsvOptions { Path = folder.Write("a.csv.gz", packed) }));
        try
        {
            return $"{(await Table.Read(source, ("a", ColumnType.Number))).Rows.Count} rows";
        }
        catch (SourceException e)
        {
            return Table.Told(e);
        }
    }
}
