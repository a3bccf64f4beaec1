using System.Globalization;
using Kaizen.Abstractions;
using Kaizen.Plugin.Csv;
using Kaizen.Testing;

namespace Kaizen.Plugins.Tests.Csv;

public class CsvConformance : SourceConformance<CsvPlugin, CsvOptions>
{
    protected const string Rows = "at,hours,name,big\n2026-01-05T08:00:00+02:00,1.5,\"Meier, Holt\",yes\n2026-01-06,,\"two\nlines\",no\n2026-01-07 09:30,-3,n/a,true\n";
    private readonly FilePath file;

    public CsvConformance() => file = Folder.Write("data/rows.csv", Rows);

    protected override CsvOptions Options => new() { Path = file };

    protected override IReadOnlyList<ColumnRequest> Columns =>
        [new("at", ColumnType.Time), new("hours", ColumnType.Number), new("name", ColumnType.Text), new("big", ColumnType.Flag)];

    protected override IReadOnlyList<object?[]> Expected =>
    [
        [new DateTime(2026, 1, 5, 6, 0, 0, DateTimeKind.Utc), 1.5, "Meier, Holt", true],
        [new DateTime(2026, 1, 6), null, "two\nlines", false],
        [new DateTime(2026, 1, 7, 9, 30, 0), -3, null, true],
    ];

    protected override Given<IReadOnlyList<FaultyOptions<CsvOptions>>> Faulty => Given.These(
        new FaultyOptions<CsvOptions>(new() { Path = Folder.At("no/such.csv"), Delimiter = "ab", Encoding = "klingon", Dates = ["dd"], Thousands = "." }, "delimiter", "encoding", "dates", "thousands"),
        new FaultyOptions<CsvOptions>(new() { Path = Folder.At("no/such.csv"), Thousands = "x" }, "thousands"));

    protected override Given<CsvOptions> Empty => Given.This(new CsvOptions { Path = Folder.Write("empty.csv", "at,hours,name,big\n") });

    protected override Given<CsvOptions> Unreachable => Given.This(new CsvOptions { Path = Folder.At("no/such.csv") });

    protected override Given<Action> Change => Given.This<Action>(() => Folder.Write("data/rows.csv", Rows.Replace("1.5", "1.6", StringComparison.Ordinal)));

    protected override Given<IReadOnlyList<string>> Files => Given.These(file.Full);

    protected override long ManyRows => Big.Rows;

    protected override Given<CsvOptions> Many(long rows) => Given.This(new CsvOptions { Path = Folder.WriteLines("many.csv", Lines(rows)) });

    protected static IEnumerable<string> Lines(long rows)
    {
        yield return "at,hours,name,big";
        for (var i = 0L; i < rows; i++) yield return string.Create(CultureInfo.InvariantCulture, $"2026-01-05T08:00:00Z,{i},row {i},{(i % 2 == 0 ? "yes" : "no")}");
    }
}
