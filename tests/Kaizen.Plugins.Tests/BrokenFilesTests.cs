using System.Text;
using Kaizen.Abstractions;
using Kaizen.Plugin.Csv;
using Kaizen.Plugin.Excel;
using Kaizen.Plugin.Json;
using Kaizen.Plugins.Tests.Excel;
using Kaizen.Testing;

namespace Kaizen.Plugins.Tests;

/// <summary>Whatever is broken in a file, its source gives rows or says in words why it cannot: nothing else is thrown, nothing hangs.</summary>
public sealed class BrokenFilesTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("a.json", """{"at":"2026-01-05T08:00:00+02:00","n":1.5e2,"t":"é\u00e9\"","o":{"f":true,"a":[1,{}]}}""" + "\n" + """{"n":null,"o":null}""" + "\n")]
    [InlineData("a.json", """[{"at":"2026-01-05","n":1.5,"t":"x","o":{"f":true}}, {"n":-3, "o":{"a":[[]]}} ]""")]
    [InlineData("a.csv", "at,n,t,o.f\n2026-01-05T08:00:00+02:00,1.5,\"Meier, \"\"Holt\"\"\nof York\",yes\n2026-01-06,,x,no\n")]
    public async Task A_text_file_with_bytes_changed(string name, string text)
    {
        var noise = new Random(7);
        for (var i = 0; i < 1000; i++) await Try(name, Changed(Encoding.UTF8.GetBytes(text), noise));
    }

    [Theory]
    [InlineData("a.json.gz", "{\"n\":1}\n{\"n\":2}\n")]
    [InlineData("a.csv.gz", "n,t\n1,x\n2,y\n")]
    public async Task A_packed_file_with_bytes_changed(string name, string text)
    {
        var noise = new Random(7);
        for (var i = 0; i < 300; i++) await Try(name, Changed(Table.Packed(text), noise));
    }

    [Fact]
    public async Task A_workbook_with_bytes_changed()
    {
        Workbook.Write(folder.At("whole.xlsx").Full, false, ("S", [["at", "n", "t"], [new DateTime(2026, 1, 5), 1.5, "x"], [null, new Error("#N/A"), "y"]]));
        var whole = await File.ReadAllBytesAsync(folder.At("whole.xlsx").Full);
        var old = OldWorkbook.Of([["at", "n", "t"], [null, 1.5, "x"], [null, -2, "y"]]);
        var noise = new Random(7);
        for (var i = 0; i < 400; i++) await Try("a.xlsx", Changed(whole, noise));
        // Fewer: a changed place may make a sheet of 65,536 rows and as many columns, which takes its time.
        for (var i = 0; i < 60; i++) await Try("a.xls", Changed(old, noise));
    }

    private static byte[] Changed(byte[] bytes, Random noise)
    {
        var changed = noise.Next(4) == 0 ? bytes[..noise.Next(bytes.Length)] : (byte[])bytes.Clone();
        for (var i = noise.Next(1, 4); i > 0 && changed.Length > 0; i--) changed[noise.Next(changed.Length)] = noise.Next(2) == 0 ? (byte)noise.Next(256) : (byte)"\"{}[],:\n\\0"[noise.Next(10)];
        return changed;
    }

    private async Task Try(string name, byte[] bytes)
    {
        var path = folder.Write(name, bytes);
        ISource source = name.Contains(".json", StringComparison.Ordinal) ? new JsonSource(new JsonOptions { Path = path })
            : name.Contains(".csv", StringComparison.Ordinal) ? new CsvSource(CsvSettings.Of(new CsvOptions { Path = path }))
            : new ExcelSource(new ExcelOptions { Path = path });
        try
        {
            var columns = await source.DescribeAsync(CancellationToken.None);
            Assert.NotEmpty(columns);
            foreach (var type in Enum.GetValues<ColumnType>()) await Task.Run(() => Table.Read(source, [.. columns.Select(c => (c.Name, type))])).WaitAsync(TimeSpan.FromSeconds(60));
        }
        catch (SourceException e)
        {
            Assert.True(e.Message.EndsWith('.') && e.Hint is { Length: > 0 }, e.Message);
        }
    }
}
