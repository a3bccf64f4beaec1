using System.Collections;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Kaizen.Abstractions;

/// <summary>
/// A base for readers that parse their own rows: what is left to write is <see cref="DbDataReader.Read"/>,
/// <see cref="DbDataReader.IsDBNull(int)"/> and the getters of the types that can be asked for. A caller asks
/// <see cref="DbDataReader.IsDBNull(int)"/> first and then the one getter that the column's type names.
/// </summary>
/// <param name="columns">The columns asked for.</param>
[SuppressMessage("Design", "CA1010", Justification = "DbDataReader enumerates its rows without a type of their own.")]
public abstract class SourceReader(IReadOnlyList<ColumnRequest> columns) : DbDataReader
{
    private bool closed;

    /// <summary>The columns asked for.</summary>
    public IReadOnlyList<ColumnRequest> Columns => columns;

    /// <inheritdoc/>
    public override int FieldCount => columns.Count;

    /// <inheritdoc/>
    public override bool HasRows => true;

    /// <inheritdoc/>
    public override bool IsClosed => closed;

    /// <inheritdoc/>
    public override int Depth => 0;

    /// <inheritdoc/>
    public override int RecordsAffected => -1;

    /// <inheritdoc/>
    public override object this[int ordinal] => GetValue(ordinal);

    /// <inheritdoc/>
    public override object this[string name] => GetValue(GetOrdinal(name));

    /// <inheritdoc/>
    public override bool NextResult() => false;

    /// <inheritdoc/>
    public override double GetDouble(int ordinal) => throw Mistyped(ordinal);

    /// <inheritdoc/>
    public override DateTime GetDateTime(int ordinal) => throw Mistyped(ordinal);

    /// <inheritdoc/>
    public override bool GetBoolean(int ordinal) => throw Mistyped(ordinal);

    /// <inheritdoc/>
    public override string GetString(int ordinal) => throw Mistyped(ordinal);

    /// <inheritdoc/>
    public override object GetValue(int ordinal) => IsDBNull(ordinal) ? DBNull.Value : columns[ordinal].Type switch
    {
        ColumnType.Number => GetDouble(ordinal),
        ColumnType.Time => GetDateTime(ordinal),
        ColumnType.Flag => GetBoolean(ordinal),
        _ => GetString(ordinal),
    };

    /// <inheritdoc/>
    public override int GetValues(object[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var count = Math.Min(values.Length, columns.Count);
        for (var i = 0; i < count; i++) values[i] = GetValue(i);
        return count;
    }

    /// <inheritdoc/>
    public override string GetName(int ordinal) => columns[ordinal].Name;

    /// <inheritdoc/>
    public override int GetOrdinal(string name)
    {
        for (var i = 0; i < columns.Count; i++)
            if (columns[i].Name == name) return i;
        throw new ArgumentOutOfRangeException(nameof(name), name, "The reader has no such column.");
    }

    /// <inheritdoc/>
    public override Type GetFieldType(int ordinal) => columns[ordinal].Type switch
    {
        ColumnType.Number => typeof(double),
        ColumnType.Time => typeof(DateTime),
        ColumnType.Flag => typeof(bool),
        _ => typeof(string),
    };

    /// <inheritdoc/>
    public override string GetDataTypeName(int ordinal) => GetFieldType(ordinal).Name;

    /// <inheritdoc/>
    public override IEnumerator GetEnumerator() => new DbEnumerator(this);

    /// <inheritdoc/>
    public override byte GetByte(int ordinal) => (byte)GetDouble(ordinal);

    /// <inheritdoc/>
    public override short GetInt16(int ordinal) => (short)GetDouble(ordinal);

    /// <inheritdoc/>
    public override int GetInt32(int ordinal) => (int)GetDouble(ordinal);

    /// <inheritdoc/>
    public override long GetInt64(int ordinal) => (long)GetDouble(ordinal);

    /// <inheritdoc/>
    public override float GetFloat(int ordinal) => (float)GetDouble(ordinal);

    /// <inheritdoc/>
    public override decimal GetDecimal(int ordinal) => (decimal)GetDouble(ordinal);

    /// <inheritdoc/>
    public override char GetChar(int ordinal) => GetString(ordinal)[0];

    /// <inheritdoc/>
    public override Guid GetGuid(int ordinal) => Guid.Parse(GetString(ordinal), CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    /// <summary>Lets go of what the reader holds open; called once.</summary>
    protected virtual void Release()
    {
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && !closed)
        {
            closed = true;
            Release();
        }

        base.Dispose(disposing);
    }

    private InvalidCastException Mistyped(int ordinal) => new($"Column '{columns[ordinal].Name}' cannot be read as {columns[ordinal].Type}.");
}
