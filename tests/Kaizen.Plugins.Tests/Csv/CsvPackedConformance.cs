using System.IO.Compression;
using Kaizen.Plugin.Csv;
using Kaizen.Testing;

namespace Kaizen.Plugins.Tests.Csv;

/// <summary>The rows of <see cref="CsvConformance"/> in one packed file.</summary>
public sealed class CsvPackedConformance : CsvConformance
{
    public CsvPackedConformance() => Folder.Write("rows.csv.gz", Table.Packed(Rows));

    protected override CsvOptions Options => new() { Path = Folder.At("rows.csv.gz") };

    protected override Given<Action> Change => Given.This<Action>(() => Folder.Write("rows.csv.gz", Table.Packed(Rows.Replace("1.5", "1.6", StringComparison.Ordinal))));

    protected override Given<IReadOnlyList<string>> Files => Given.These(Folder.At("rows.csv.gz").Full);

    protected override long ManyRows => Big.OtherRows;

    protected override Given<CsvOptions> Many(long rows)
    {
        using var writer = new StreamWriter(new GZipStream(File.Create(Folder.At("many.csv.gz").Full), CompressionLevel.Fastest));
        foreach (var line in Lines(rows)) writer.WriteLine(line);
        return Given.This(new CsvOptions { Path = Folder.At("many.csv.gz") });
    }
}
