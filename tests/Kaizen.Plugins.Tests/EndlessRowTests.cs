using System.IO.Compression;
using System.Text;
using Kaizen.Abstractions;
using Kaizen.Plugin.Csv;
using Kaizen.Plugin.Json;
using Kaizen.Testing;

namespace Kaizen.Plugins.Tests;

/// <summary>A packed file of a few kilobytes may hold a row without end: it is told, and the memory that it takes is that of a row.</summary>
public sealed class EndlessRowTests : IDisposable
{
    /// <summary>What stands for no end: many times what a row may hold.</summary>
    private const int Endless = 400;

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("a,b\n1,", "0", "The row that begins in line 2 is longer than 16 MB.")]
    [InlineData("a,b\n1,\"", "x\n", "The row that begins in line 2 is longer than 16 MB.")]
    [InlineData("a,b\n1,", ",", "The row that begins in line 2 is longer than 16 MB.")]
    [InlineData("a,", "b", "The row that begins in line 1 of 'a.csv.gz' is longer than 16 MB.")]
    [InlineData("", ",", "The row that begins in line 1 of 'a.csv.gz' is longer than 16 MB.")]
    public async Task Of_csv(string start, string repeated, string told)
    {
        var source = new CsvSource(CsvSettings.Of(new CsvOptions { Path = Packed("a.csv.gz", start, repeated) }));
        Assert.Equal($"{told} | close the \" that was opened in it, or look at how its lines end", await Told(source));
    }

    [Theory]
    [InlineData("{\"a\":1}\n{\"a\":\"", "x", 2)]
    [InlineData("{\"a\":1}\n{\"b\":[", "1,", 2)]
    [InlineData("[{\"a\":\"", "x", 1)]
    [InlineData("[\n{\"a\":1}\n,{\"", "b", 3)]
    [InlineData("\n\"", "x", 2)]
    [InlineData("[\n\n1", "0", 3)]
    public async Task Of_json(string start, string repeated, int line)
    {
        var source = new JsonSource(new JsonOptions { Path = Packed("a.json.gz", start, repeated) });
        Assert.Equal($"The row that begins in line {line} of 'a.json.gz' is longer than 16 MB. | is it a document? name the array in it with 'rows', such as rows: data.items", await Told(source));
    }

    [Fact]
    public async Task Of_json_before_its_rows()
    {
        var source = new JsonSource(new JsonOptions { Path = Packed("a.json.gz", "{\"note\":\"", "x"), Rows = "items" });
        Assert.StartsWith("The row that begins in line 1 of 'a.json.gz' is longer than 16 MB.", await Told(source), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_without_end_are_told()
    {
        folder.Write("a.json", "{" + string.Join(',', Enumerable.Range(0, 100_001).Select(i => $"\"c{i}\":0")) + "}");
        const string Told = "The rows of 'a.json' show more than 100,000 columns, or names that are longer than 16 MB together. | are there names that should be values? make rows of them, or name the array in it with 'rows'";
        Assert.Equal(Told, await EndlessRowTests.Told(new JsonSource(new JsonOptions { Path = folder.At("a.json") })));

        // Each of them alone is a short one; together they repeat what they stand in.
        folder.Write("a.json", $"{{\"{new string('x', 1 << 20)}\":{{{string.Join(',', Enumerable.Range(0, 100).Select(i => $"\"c{i}\":0"))}}}}}");
        Assert.Equal(Told, await EndlessRowTests.Told(new JsonSource(new JsonOptions { Path = folder.At("a.json") })));
    }

    private static Task<string> Told(ISource source) => Table.ToldWithin(300, source, "a");

    private FilePath Packed(string name, string start, string repeated)
    {
        var path = folder.At(name);
        using var gzip = new GZipStream(File.Create(path.Full), CompressionLevel.Fastest);
        gzip.Write(Encoding.UTF8.GetBytes(start));
        var block = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(repeated, (1 << 20) / repeated.Length)));
        for (var i = 0; i < Endless; i++) gzip.Write(block);
        return path;
    }
}
