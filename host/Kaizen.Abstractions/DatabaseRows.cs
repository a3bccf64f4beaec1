using System.Data.Common;
using System.Globalization;

namespace Kaizen.Abstractions;

/// <summary>The rows of a <see cref="DatabaseSource"/>: values of another storage class than the one asked for are refused, but for integers as texts.</summary>
internal sealed class DatabaseRows(DbConnection connection, DbCommand command, DbDataReader inner, ReadRequest request) : SourceReader(request.Columns)
{
    private long row;

    /// <summary>Interrupts the statement once nobody waits for it any more.</summary>
    public required CancellationTokenRegistration Stop { get; init; }

    /// <summary>Which columns are declared as integers.</summary>
    public required bool[] Whole { get; init; }

    public override bool Read()
    {
        row++;
        try
        {
            return inner.Read();
        }
        catch (DbException e) when (!Stop.Token.IsCancellationRequested)
        {
            throw DatabaseSource.Unreadable(e);
        }
    }

    public override async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        row++;
        try
        {
            return await inner.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (DbException e) when (!Stop.Token.IsCancellationRequested)
        {
            throw DatabaseSource.Unreadable(e);
        }
    }

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
        inner.GetFieldType(ordinal) == typeof(string) ? inner.GetString(ordinal)
        : Whole[ordinal] && inner.GetFieldType(ordinal) == typeof(long) ? inner.GetInt64(ordinal).ToString(CultureInfo.InvariantCulture)
        : Refuse<string>(ordinal, "not a text") ?? "";

    protected override void Release()
    {
        Stop.Dispose();
        inner.Dispose();
        command.Dispose();
        connection.Dispose();
    }

    private T? Refuse<T>(int ordinal, string why)
    {
        var text = Convert.ToString(inner.GetValue(ordinal), CultureInfo.InvariantCulture) ?? "";
        request.Refusals.Add(new RefusedValue(row, 0, Columns[ordinal].Name, text, why));
        return default;
    }
}
