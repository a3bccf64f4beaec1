using Kaizen.Plugin.Csv;
using Kaizen.Testing;

namespace Kaizen.Plugins.Tests.Csv;

/// <summary>The rows of <see cref="CsvConformance"/> in several files, one of them packed and one without rows.</summary>
public sealed class CsvFilesConformance : CsvConformance
{
    private const int ManyFiles = 100;

    public CsvFilesConformance()
    {
        Folder.Write("more/1.csv", "at,hours,name,big\n2026-01-05T08:00:00+02:00,1.5,\"Meier, Holt\",yes\n");
        Folder.Write("more/2.csv", "name,big,at,hours\n");
        Folder.Write("more/3.csv.gz", Table.Packed("hours,name,at,big\n,\"two\nlines\",2026-01-06,no\n-3,n/a,2026-01-07 09:30,true\n"));
    }

    protected override CsvOptions Options => new() { Path = Folder.At("more/*.csv*") };

    protected override Given<Action> Change => Given.This<Action>(() => Folder.Write("more/2.csv", "name,big,at,hours\nx,no,,\n"));

    protected override Given<IReadOnlyList<string>> Files => Given.These(Folder.At("more/1.csv").Full, Folder.At("more/2.csv").Full, Folder.At("more/3.csv.gz").Full);

    protected override long ManyRows => Big.OtherRows;

    protected override Given<CsvOptions> Many(long rows)
    {
        for (var i = 0; i < ManyFiles; i++) Folder.WriteLines($"many-{i:00}.csv", Lines(rows / ManyFiles));
        return Given.This(new CsvOptions { Path = Folder.At("many-*.csv") });
    }
}
