using Kaizen.Abstractions;
using Kaizen.Plugin.Excel;
using Kaizen.Testing;

namespace Kaizen.Plugins.Tests.Excel;

public class ExcelConformance : SourceConformance<ExcelPlugin, ExcelOptions>
{
    protected static readonly object?[] Header = ["at", "hours", "name", "big"];

    public ExcelConformance() => Write("rows.xlsx", new Formula("1+1", 1.5));

    protected override ExcelOptions Options => new() { Path = Folder.At("rows.xlsx") };

    protected override IReadOnlyList<ColumnRequest> Columns =>
        [new("at", ColumnType.Time), new("hours", ColumnType.Number), new("name", ColumnType.Text), new("big", ColumnType.Flag)];

    protected override IReadOnlyList<object?[]> Expected =>
    [
        [new DateTime(2026, 1, 5), 1.5, "Meier & Holt", true],
        [new DateTime(2026, 1, 7, 9, 30, 0), null, null, false],
        [null, -3, "x", null],
    ];

    protected override Given<IReadOnlyList<FaultyOptions<ExcelOptions>>> Faulty => Given.These(
        new FaultyOptions<ExcelOptions>(new() { Path = Folder.At("no/such.xlsx"), Sheet = " ", Range = "F3:B9" }, "sheet", "range"),
        new FaultyOptions<ExcelOptions>(new() { Path = Folder.At("no/such.xlsx"), Range = "0" }, "range"));

    protected override Given<ExcelOptions> Empty
    {
        get
        {
            Workbook.Write(Folder.At("empty.xlsx").Full, false, ("One", [Header]));
            return Given.This(new ExcelOptions { Path = Folder.At("empty.xlsx") });
        }
    }

    protected override Given<ExcelOptions> Unreachable => Given.This(new ExcelOptions { Path = Folder.At("no/such.xlsx") });

    protected override Given<Action> Change => Given.This<Action>(() => Write("rows.xlsx", 1.6));

    protected override Given<IReadOnlyList<string>> Files => Given.These(Folder.At("rows.xlsx").Full);

    /// <summary>A sheet has 1,048,576 rows at most.</summary>
    protected override long ManyRows => Math.Min(Big.OtherRows, 1_000_000);

    protected override Given<ExcelOptions> Many(long rows)
    {
        Workbook.Write(Folder.At("many.xlsx").Full, false, ("One", ManyCells(rows)));
        return Given.This(new ExcelOptions { Path = Folder.At("many.xlsx") });
    }

    /// <summary>A header and rows, made while they are written.</summary>
    protected static IEnumerable<object?[]> ManyCells(long rows)
    {
        yield return Header;
        for (var i = 0L; i < rows; i++) yield return [new DateTime(2026, 1, 5), i, "row", true];
    }

    private void Write(string name, object hours) => Workbook.Write(
        Folder.At(name).Full, false,
        ("One", [null, Header, [new DateTime(2026, 1, 5), hours, "Meier & Holt", true], null, [new DateTime(2026, 1, 7, 9, 30, 0), null, null, false], [null, -3, "x"]]));
}
