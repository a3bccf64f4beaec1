using System.Globalization;
using Kaizen.Abstractions;

namespace Kaizen.Plugin.Excel;

/// <summary>The requested columns, row by row.</summary>
internal sealed class ExcelRows(ExcelFiles files, ExcelCell[] cells, ReadRequest request) : SourceReader(request.Columns)
{
    public override bool Read() => files.Read();

    public override bool IsDBNull(int ordinal) => Cell(ordinal).Missing;

    public override double GetDouble(int ordinal) => Cell(ordinal).Number;

    public override DateTime GetDateTime(int ordinal) => Cell(ordinal).Time;

    public override bool GetBoolean(int ordinal) => Cell(ordinal).Flag;

    public override string GetString(int ordinal) => Cell(ordinal).Text;

    protected override void Release() => files.Dispose();

    private ExcelCell Cell(int ordinal)
    {
        var cell = cells[ordinal];
        if (cell.Row == files.Row) return cell;
        cell.Row = files.Row;
        var value = files.Current[cell.Column];
        if (cell.Take(value) is { } why) request.Refusals.Add(new RefusedValue(files.Row, files.Current.SheetRow, cell.Name, Told(value), why + files.InFile));
        return cell;
    }

    private static string Told(object? value) => value is DateTime time
        ? time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
        : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
