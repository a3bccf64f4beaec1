using System.Globalization;
using Kaizen.Abstractions;

namespace Kaizen.Plugin.Excel;

/// <summary>The requested columns of a sheet, row by row.</summary>
internal sealed class ExcelRows(ExcelSheet sheet, ExcelCell[] cells, ReadRequest request) : SourceReader(request.Columns)
{
    public override bool Read() => sheet.Read();

    public override bool IsDBNull(int ordinal) => Cell(ordinal).Missing;

    public override double GetDouble(int ordinal) => Cell(ordinal).Number;

    public override DateTime GetDateTime(int ordinal) => Cell(ordinal).Time;

    public override bool GetBoolean(int ordinal) => Cell(ordinal).Flag;

    public override string GetString(int ordinal) => Cell(ordinal).Text;

    protected override void Release() => sheet.Dispose();

    private ExcelCell Cell(int ordinal)
    {
        var cell = cells[ordinal];
        if (cell.Row == sheet.Row) return cell;
        cell.Row = sheet.Row;
        var value = sheet[cell.Column];
        if (cell.Take(value) is { } why) request.Refusals.Add(new RefusedValue(sheet.Row, sheet.SheetRow, cell.Name, Told(value), why));
        return cell;
    }

    private static string Told(object? value) => value is DateTime time
        ? time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
        : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
