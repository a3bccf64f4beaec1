using System.Collections;
using System.Data.Common;
using System.Globalization;

namespace Kaizen.Abstractions;

/// <summary>The rows of a <see cref="DatabaseSource"/>: values of another storage class than the one asked for are refused.</summary>
internal sealed class DatabaseRows(DbConnection connection, DbCommand command, DbDataReader inner, ReadRequest request) : DbDataReader
{
    private long row;

    public override int FieldCount => request.Columns.Count;

    public override bool HasRows => inner.HasRows;

    public override bool IsClosed => inner.IsClosed;

    public override int RecordsAffected => -1;

    public override int Depth => 0;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    public override bool Read()
    {
        row++;
        return inner.Read();
    }

    public override bool NextResult() => false;

    public override bool IsDBNull(int ordinal) => inner.IsDBNull(ordinal);

    public override double GetDouble(int ordinal)
    {
        var type = inner.GetFieldType(ordinal);
        return type == typeof(long) || type == typeof(double) ? inner.GetDouble(ordinal) : Refuse<double>(ordinal, "not a number");
    }

    public override bool GetBoolean(int ordinal) =>
        inner.GetFieldType(ordinal) == typeof(long) && inner.GetInt64(ordinal) is 0 or 1 ? inner.GetInt64(ordinal) == 1 : Refuse<bool>(ordinal, "not 0 or 1");

    public override DateTime GetDateTime(int ordinal) =>
        inner.GetFieldType(ordinal) == typeof(string) && IsoTime.TryParse(inner.GetString(ordinal), out var time) ? time : Refuse<DateTime>(ordinal, "not an ISO 8601 date or time");

    public override string GetString(int ordinal) =>
        inner.GetFieldType(ordinal) == typeof(string) ? inner.GetString(ordinal) : Refuse<string>(ordinal, "not a text") ?? "";

    public override string GetName(int ordinal) => request.Columns[ordinal].Name;

    public override int GetOrdinal(string name)
    {
        for (var i = 0; i < FieldCount; i++)
            if (GetName(i) == name) return i;
        throw new ArgumentOutOfRangeException(nameof(name));
    }

    public override Type GetFieldType(int ordinal) => request.Columns[ordinal].Type switch
    {
        ColumnType.Number => typeof(double),
        ColumnType.Time => typeof(DateTime),
        ColumnType.Flag => typeof(bool),
        _ => typeof(string),
    };

    public override string GetDataTypeName(int ordinal) => GetFieldType(ordinal).Name;

    public override object GetValue(int ordinal) => IsDBNull(ordinal) ? DBNull.Value : request.Columns[ordinal].Type switch
    {
        ColumnType.Number => GetDouble(ordinal),
        ColumnType.Time => GetDateTime(ordinal),
        ColumnType.Flag => GetBoolean(ordinal),
        _ => GetString(ordinal),
    };

    public override int GetValues(object[] values)
    {
        var count = Math.Min(values.Length, FieldCount);
        for (var i = 0; i < count; i++) values[i] = GetValue(i);
        return count;
    }

    public override byte GetByte(int ordinal) => throw new NotSupportedException();

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    public override char GetChar(int ordinal) => throw new NotSupportedException();

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    public override decimal GetDecimal(int ordinal) => throw new NotSupportedException();

    public override float GetFloat(int ordinal) => throw new NotSupportedException();

    public override Guid GetGuid(int ordinal) => throw new NotSupportedException();

    public override short GetInt16(int ordinal) => throw new NotSupportedException();

    public override int GetInt32(int ordinal) => throw new NotSupportedException();

    public override long GetInt64(int ordinal) => throw new NotSupportedException();

    public override IEnumerator GetEnumerator() => new DbEnumerator(this);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            command.Dispose();
            connection.Dispose();
        }

        base.Dispose(disposing);
    }

    private T? Refuse<T>(int ordinal, string why)
    {
        var text = Convert.ToString(inner.GetValue(ordinal), CultureInfo.InvariantCulture) ?? "";
        request.Refusals.Add(new RefusedValue(row, 0, request.Columns[ordinal].Name, text, why));
        return default;
    }
}
