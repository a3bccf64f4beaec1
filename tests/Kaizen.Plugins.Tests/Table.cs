using System.Globalization;
using System.IO.Compression;
using System.Text;
using Kaizen.Abstractions;

namespace Kaizen.Plugins.Tests;

/// <summary>Reads sources into texts.</summary>
internal static class Table
{
    /// <summary>The rows, their values between bars, and what was refused.</summary>
    public static async Task<(List<string> Rows, Refusals Refusals)> Read(ISource source, params (string Name, ColumnType Type)[] columns)
    {
        var request = new ReadRequest([.. columns.Select(c => new ColumnRequest(c.Name, c.Type))], new Refusals());
        var rows = new List<string>();
        await using var reader = await source.OpenAsync(request, CancellationToken.None);
        while (await reader.ReadAsync())
            rows.Add(string.Join('|', Enumerable.Range(0, columns.Length).Select(i => reader.IsDBNull(i) ? "" : Told(reader.GetValue(i)))));
        return (rows, request.Refusals);
    }

    /// <summary>The columns and their types, where they have one.</summary>
    public static async Task<string> Columns(ISource source) =>
        string.Join(", ", (await source.DescribeAsync(CancellationToken.None)).Select(c => c.Type is null ? c.Name : $"{c.Name} {c.Type}"));

    /// <summary>What a refused value says.</summary>
    public static string Told(RefusedValue? r) => r is null ? "" : $"row {r.Row}, line {r.Line}, {r.Column}: '{r.Text}' is {r.Why}";

    public static string Told(Exception? e) => e is SourceException s ? $"{s.Message} | {s.Hint}" : $"{e?.GetType().Name}: {e?.Message}";

    /// <summary>What a source says that cannot be read; it must not take more megabytes for that.</summary>
    public static async Task<string> ToldWithin(int megabytes, ISource source, string column)
    {
        var (before, most) = (GC.GetTotalMemory(true), 0L);
        using var watch = new Timer(_ => most = Math.Max(most, GC.GetTotalMemory(false)), null, 0, 5);
        var told = Told(await Record.ExceptionAsync(async () =>
        {
            await source.DescribeAsync(CancellationToken.None);
            await Read(source, (column, ColumnType.Text));
        }));
        Assert.True(most - before < (long)megabytes << 20, $"It took {(most - before) >> 20} MB.");
        return told;
    }

    public static byte[] Packed(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }

    private static string Told(object value) => value switch
    {
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
