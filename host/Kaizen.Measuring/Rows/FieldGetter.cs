using System.Data.Common;
using System.Globalization;
using Kaizen.Abstractions;
using Kaizen.Core.Plugins;

namespace Kaizen.Measuring.Rows;

/// <summary>How the numbers and times of one field are taken from a reader of any data library, chosen once by the field's type.</summary>
internal static class FieldGetter
{
    /// <summary>The getter of a number.</summary>
    public static Func<DbDataReader, int, double> Number(DbDataReader reader, int field, ColumnRequest column) =>
        Type.GetTypeCode(reader.GetFieldType(field)) switch
        {
            TypeCode.Double => static (r, i) => r.GetDouble(i),
            TypeCode.Single => static (r, i) => r.GetFloat(i),
            TypeCode.Decimal => static (r, i) => (double)r.GetDecimal(i),
            TypeCode.Int64 => static (r, i) => r.GetInt64(i),
            TypeCode.Int32 => static (r, i) => r.GetInt32(i),
            TypeCode.Int16 => static (r, i) => r.GetInt16(i),
            TypeCode.Byte => static (r, i) => r.GetByte(i),
            TypeCode.SByte or TypeCode.UInt16 or TypeCode.UInt32 or TypeCode.UInt64 => static (r, i) => Convert.ToDouble(r.GetValue(i), CultureInfo.InvariantCulture),
            _ => throw Mistyped(reader, field, column),
        };

    /// <summary>The getter of a time: in UTC, or of unspecified kind where it is local to the workspace's zone.</summary>
    public static Func<DbDataReader, int, DateTime> Time(DbDataReader reader, int field, ColumnRequest column)
    {
        var type = reader.GetFieldType(field);
        return type == typeof(DateTime) ? static (r, i) => r.GetDateTime(i)
            : type == typeof(DateTimeOffset) ? static (r, i) => r.GetFieldValue<DateTimeOffset>(i).UtcDateTime
            : type == typeof(DateOnly) ? static (r, i) => r.GetFieldValue<DateOnly>(i).ToDateTime(TimeOnly.MinValue)
            : throw Mistyped(reader, field, column);
    }

    /// <summary>Checks that a reader has the columns that were asked for.</summary>
    public static void Check(DbDataReader reader, IReadOnlyList<ColumnRequest> columns)
    {
        if (reader.FieldCount != columns.Count)
            throw new ContractException(string.Create(CultureInfo.InvariantCulture, $"its reader has {reader.FieldCount} columns where {columns.Count} were asked for"));
        for (var i = 0; i < columns.Count; i++)
            if (columns[i].Type is ColumnType.Text or ColumnType.Flag && reader.GetFieldType(i) != (columns[i].Type == ColumnType.Text ? typeof(string) : typeof(bool)))
                throw Mistyped(reader, i, columns[i]);
    }

    private static ContractException Mistyped(DbDataReader reader, int field, ColumnRequest column) =>
        new($"column '{column.Name}' comes as {reader.GetFieldType(field)?.Name ?? "nothing"} where {column.Type switch { ColumnType.Number => "a number", ColumnType.Time => "a time", ColumnType.Flag => "true or false", _ => "a text" }} was asked for");
}
