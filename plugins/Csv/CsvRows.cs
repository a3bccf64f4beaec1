using System.Collections;
using System.Data.Common;
using System.Globalization;
using System.Text;
using CsvHelper;
using Kaizen.Abstractions;

namespace Kaizen.Plugin.Csv;

/// <summary>The requested columns of a file, row by row. Fields that nobody asked for are never looked at.</summary>
internal sealed class CsvRows(CsvRecords records, CsvCell[] cells, CsvValues values, Refusals refusals) : DbDataReader
{
    private bool closed;
    private long row;
    private bool regular;

    public override int FieldCount => cells.Length;

    public override bool HasRows => true;

    public override bool IsClosed => closed;

    public override int Depth => 0;

    public override int RecordsAffected => -1;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    public override bool Read()
    {
        try
        {
            var more = records.Read();
            row = records.Row;
            regular = records.Count == records.Fields;
            return more;
        }
        catch (CsvFormatException e)
        {
            throw new SourceException($"Line {e.LineNumber} cannot be read as CSV: {e.Message.TrimEnd('.')}.", "look at its quotes and at the delimiter", e);
        }
        catch (IOException e)
        {
            throw new SourceException($"The file cannot be read to its end: {e.Message.TrimEnd('.')}.", "is it open in another program, or on a drive that went away?", e);
        }
    }

    public override bool NextResult() => false;

    public override bool IsDBNull(int ordinal) => Cell(ordinal).Missing;

    public override double GetDouble(int ordinal) => Cell(ordinal).Number;

    public override DateTime GetDateTime(int ordinal) => Cell(ordinal).Time;

    public override bool GetBoolean(int ordinal) => Cell(ordinal).Flag;

    public override string GetString(int ordinal) => Cell(ordinal).Text;

    public override object GetValue(int ordinal) => Cell(ordinal) is { Missing: false } cell
        ? cell.Type switch
        {
            ColumnType.Number => cell.Number,
            ColumnType.Time => cell.Time,
            ColumnType.Flag => cell.Flag,
            _ => cell.Text,
        }
        : DBNull.Value;

    public override int GetValues(object[] values)
    {
        var count = Math.Min(values.Length, cells.Length);
        for (var i = 0; i < count; i++) values[i] = GetValue(i);
        return count;
    }

    public override string GetName(int ordinal) => cells[ordinal].Name;

    public override int GetOrdinal(string name) => Array.FindIndex(cells, c => c.Name == name);

    public override Type GetFieldType(int ordinal) => cells[ordinal].Type switch
    {
        ColumnType.Number => typeof(double),
        ColumnType.Time => typeof(DateTime),
        ColumnType.Flag => typeof(bool),
        _ => typeof(string),
    };

    public override string GetDataTypeName(int ordinal) => GetFieldType(ordinal).Name;

    public override IEnumerator GetEnumerator() => new DbEnumerator(this);

    public override byte GetByte(int ordinal) => (byte)GetDouble(ordinal);

    public override short GetInt16(int ordinal) => (short)GetDouble(ordinal);

    public override int GetInt32(int ordinal) => (int)GetDouble(ordinal);

    public override long GetInt64(int ordinal) => (long)GetDouble(ordinal);

    public override float GetFloat(int ordinal) => (float)GetDouble(ordinal);

    public override decimal GetDecimal(int ordinal) => (decimal)GetDouble(ordinal);

    public override char GetChar(int ordinal) => GetString(ordinal)[0];

    public override Guid GetGuid(int ordinal) => Guid.Parse(GetString(ordinal), CultureInfo.InvariantCulture);

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !closed)
        {
            closed = true;
            records.Dispose();
        }

        base.Dispose(disposing);
    }

    private CsvCell Cell(int ordinal)
    {
        var cell = cells[ordinal];
        if (cell.Row != row) Fill(cell);
        return cell;
    }

    private void Fill(CsvCell cell)
    {
        cell.Row = row;
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
        refusals.Add(new RefusedValue(row, records.Line, cell.Name, text, why));
    }
}
