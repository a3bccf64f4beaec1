using Kaizen.Plugin.Excel;
using Kaizen.Testing;

namespace Kaizen.Plugins.Tests.Excel;

/// <summary>The rows of <see cref="ExcelConformance"/> in several workbooks, one of them without rows.</summary>
public sealed class ExcelFilesConformance : ExcelConformance
{
    /// <summary>A sheet holds little more than a million rows: ten workbooks hold ten million.</summary>
    private const int Workbooks = 10;

    public ExcelFilesConformance()
    {
        Workbook.Write(Folder.At("more-1.xlsx").Full, false, ("One", [Header, [new DateTime(2026, 1, 5), 1.5, "Meier & Holt", true]]));
        Workbook.Write(Folder.At("more-2.xlsx").Full, false, ("Two", [null, ["name", "big", "at", "hours"]]));
        Write(-3);
        // What a spreadsheet keeps beside a workbook that is open.
        Folder.Write("~$more-2.xlsx", "somebody");
    }

    protected override ExcelOptions Options => new() { Path = Folder.At("*more-?.xlsx") };

    protected override Given<Action> Change => Given.This<Action>(() => Write(-4));

    protected override Given<IReadOnlyList<string>> Files => Given.These(Folder.At("more-1.xlsx").Full, Folder.At("more-2.xlsx").Full, Folder.At("more-3.xlsx").Full);

    protected override long ManyRows => Big.OtherRows;

    protected override Given<ExcelOptions> Many(long rows)
    {
        for (var i = 0; i < Workbooks; i++) Workbook.Write(Folder.At($"many-{i}.xlsx").Full, false, ("One", ManyCells(rows / Workbooks)));
        return Given.This(new ExcelOptions { Path = Folder.At("many-*.xlsx") });
    }

    private void Write(double hours) => Workbook.Write(
        Folder.At("more-3.xlsx").Full, true,
        ("Three", [["hours", "at", "big", "name"], [null, new DateTime(2026, 1, 7, 9, 30, 0), false, null], null, [hours, null, null, "x"]]));
}
