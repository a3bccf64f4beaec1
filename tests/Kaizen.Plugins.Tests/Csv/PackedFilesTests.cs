using System.IO.Compression;
using System.Text;
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
        Assert.Equal("'a.csv.gz' cannot be unpacked: it was cut off before its end. | is it gzip, and was it copied to its end?", fault);
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
    public async Task What_is_no_gzip_is_told(byte[] bytes) => Assert.StartsWith($"'a.csv.gz' cannot be unpacked: {(bytes[0] == 0x1F ? "it was cut off before its end" : "it does not begin as gzip does")}. |", await Read(bytes), StringComparison.Ordinal);

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(10_240)]
    [InlineData(200_000)]
    public async Task Zeros_behind_the_end_are_passed_over(int zeros)
    {
        Assert.Equal("20000 rows", await Read([.. Table.Packed(Text), .. new byte[zeros]]));
        Assert.Equal("1 rows", await Read([.. Table.Packed("a,b\n1,2\n"), .. new byte[zeros]]));
        // A file within which there are as many zeros, packed and not.
        var stored = Stored(Encoding.ASCII.GetBytes("a,b\n1," + new string('\0', zeros) + "\n2,3\n"));
        Assert.Equal("2 rows", await Read(stored));
        Assert.Equal("2 rows", await Read([.. stored, .. new byte[zeros]]));
        Assert.Equal("'a.csv.gz' cannot be unpacked: it was cut off before its end. | is it gzip, and was it copied to its end?", await Read([.. stored[..(stored.Length / 2)]]));
    }

    [Theory]
    [InlineData(8, "it is damaged")]
    [InlineData(4, "it is damaged")]
    [InlineData(1000, "it is damaged")]
    public async Task A_damaged_file_is_told(int fromEnd, string says)
    {
        var packed = Table.Packed(Text);
        packed[^fromEnd] ^= 0x5A;
        Assert.Equal($"'a.csv.gz' cannot be unpacked: {says}. | is it gzip, and was it copied to its end?", await Read(packed));
    }

    [Fact]
    public async Task What_stands_behind_the_end_is_told() => Assert.Equal(
        "'a.csv.gz' cannot be unpacked: something else stands behind its end. | is it gzip, and was it copied to its end?", await Read([.. Table.Packed(Text), 0, 0, 7]));

    private static byte[] Stored(byte[] bytes)
    {
        using var result = new MemoryStream();
        using (var gzip = new GZipStream(result, CompressionLevel.NoCompression)) gzip.Write(bytes);
        return result.ToArray();
    }

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
