using System.Data.Common;
using System.Globalization;
using Kaizen.Abstractions;

namespace Kaizen.Testing;

/// <summary>Reads a source as the host does.</summary>
internal static class Reading
{
    public static async Task<List<object?[]>> AllAsync(ISource source, ReadRequest request, CancellationToken cancellation = default)
    {
        var rows = new List<object?[]>();
        var reader = await source.OpenAsync(request, cancellation).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            var before = request.Refusals.Count;
            while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
            {
                NotLate(request.Refusals, before, rows.Count + 1);
                rows.Add(Row(reader, request.Columns));
                before = request.Refusals.Count;
            }

            NotLate(request.Refusals, before, rows.Count + 1);
        }

        return rows;
    }

    /// <summary>What is refused while no value is asked for belongs to a row that is still to come.</summary>
    private static void NotLate(Refusals refusals, long before, int next) =>
        Require.True(refusals.Count == before || refusals.Last!.Row >= next,
            $"A value is refused after its row was given: {refusals.Last}; it must be refused before, as of row {next}, or when it is asked for.");

    /// <summary>The values of the current row: of each column whether it is there first, then its one getter.</summary>
    public static object?[] Row(DbDataReader reader, IReadOnlyList<ColumnRequest> columns)
    {
        var row = new object?[columns.Count];
        for (var i = 0; i < row.Length; i++)
            if (!reader.IsDBNull(i)) row[i] = Value(reader, i, columns[i].Type);
        return row;
    }

    /// <summary>Whether a field can be read as the type that was asked for.</summary>
    public static bool Fits(Type field, ColumnType type) => type switch
    {
        ColumnType.Text => field == typeof(string),
        ColumnType.Flag => field == typeof(bool),
        ColumnType.Time => field == typeof(DateTime) || field == typeof(DateTimeOffset) || field == typeof(DateOnly),
        _ => Type.GetTypeCode(field) is >= TypeCode.SByte and <= TypeCode.Decimal,
    };

    public static string Told(IEnumerable<object?> row) => string.Join(" | ", row.Select(v => v switch
    {
        null => "nothing",
        DateTime time => string.Create(CultureInfo.InvariantCulture, $"{time:O}"),
        _ => Convert.ToString(v, CultureInfo.InvariantCulture),
    }));

    private static object Value(DbDataReader reader, int ordinal, ColumnType type) => type switch
    {
        ColumnType.Text => reader.GetString(ordinal),
        ColumnType.Flag => reader.GetBoolean(ordinal),
        ColumnType.Number => reader.GetFieldType(ordinal) == typeof(double) ? reader.GetDouble(ordinal) : Convert.ToDouble(reader.GetValue(ordinal), CultureInfo.InvariantCulture),
        _ when reader.GetFieldType(ordinal) == typeof(DateTimeOffset) => reader.GetFieldValue<DateTimeOffset>(ordinal).UtcDateTime,
        _ when reader.GetFieldType(ordinal) == typeof(DateOnly) => reader.GetFieldValue<DateOnly>(ordinal).ToDateTime(TimeOnly.MinValue),
        _ => reader.GetDateTime(ordinal),
    };
}
