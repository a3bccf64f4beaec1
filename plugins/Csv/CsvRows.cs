using System.Text;
using Kaizen.Abstractions;

namespace Kaizen.Plugin.Csv;

/// <summary>The requested columns, row by row. Fields that nobody asked for are never looked at.</summary>
internal sealed class CsvRows(CsvFiles files, CsvCell[] cells, CsvValues values, ReadRequest request) : SourceReader(request.Columns)
{
    private CsvRecords records = files.Current;
    private long row;
    private bool regular;

    public override bool Read()
    {
        var more = files.Read();
        (row, records) = (files.Row, files.Current);
        regular = records.Count == records.Fields && !records.Broken;
        return more;
    }

    public override bool IsDBNull(int ordinal) => Cell(ordinal).Missing;

    public override double GetDouble(int ordinal) => Cell(ordinal).Number;

    public override DateTime GetDateTime(int ordinal) => Cell(ordinal).Time;

    public override bool GetBoolean(int ordinal) => Cell(ordinal).Flag;

    public override string GetString(int ordinal) => Cell(ordinal).Text;

    protected override void Release() => files.Dispose();

    private CsvCell Cell(int ordinal)
    {
        var cell = cells[ordinal];
        if (cell.Row != row) Fill(cell);
        return cell;
    }

    private void Fill(CsvCell cell)
    {
        cell.Row = row;
        if (records.Broken)
        {
            Refuse(cell, "", "the row has text after a closing quote; double a \" that belongs to the text");
            return;
        }

        if (!regular && (cell.Field >= records.Count || records.Shifted))
        {
            Refuse(cell, "", records.Count < records.Fields
                ? $"the row has {records.Count} of {records.Fields} fields"
                : $"the row has {records.Count} fields and the header {records.Fields}; a text that holds the delimiter needs quotes");
            return;
        }

        var field = records[cell.Field];
        var why = values.Fill(cell, field);
        if (why is not null) Refuse(cell, Encoding.UTF8.GetString(field[..Math.Min(field.Length, 240)]), why);
    }

    private void Refuse(CsvCell cell, string text, string why)
    {
        cell.Missing = false;
        (cell.Number, cell.Time, cell.Flag, cell.Text) = (0, default, false, "");
        request.Refusals.Add(new RefusedValue(row, records.Line, cell.Name, text, why + files.InFile().Replace(" of ", ", in ", StringComparison.Ordinal)));
    }
}
