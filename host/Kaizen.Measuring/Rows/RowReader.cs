using System.Data.Common;
using System.Globalization;
using Kaizen.Abstractions;
using Kaizen.Measuring.Grids;

namespace Kaizen.Measuring.Rows;

/// <summary>Fills a <see cref="Row"/> from a plugin's reader and keeps what was refused, by column as read.</summary>
internal sealed class RowReader(DbDataReader reader, IReadOnlyList<ColumnRequest> columns, Refusals refusals, ZoneClock clock)
{
    private readonly ColumnType[] types = [.. columns.Select(c => c.Type)];
    private readonly RefusedColumn?[] refused = new RefusedColumn?[columns.Count];

    /// <summary>Rows read.</summary>
    public long Count { get; private set; }

    /// <summary>What was refused in a column, or null where nothing was.</summary>
    public RefusedColumn? RefusedIn(int ordinal) => refused[ordinal];

    public bool Read(Row row)
    {
        if (!reader.Read()) return false;
        Count++;
        row.AnyRefused = false;
        row.Number = Count;
        for (var i = 0; i < types.Length; i++)
        {
            var before = refusals.Count;
            row.Nulls[i] = reader.IsDBNull(i);
            if (!row.Nulls[i]) Take(row, i);
            if (refusals.Count != before) Refuse(row, i);
        }

        return true;
    }

    private void Take(Row row, int i)
    {
        switch (types[i])
        {
            case ColumnType.Number:
                var number = reader.GetDouble(i);
                if (!double.IsFinite(number))
                {
                    // A database may hold what a text file cannot.
                    refusals.Add(new RefusedValue(Count, 0, columns[i].Name, number.ToString(CultureInfo.InvariantCulture), "not a finite number"));
                }

                row.Numbers[i] = number;
                break;
            case ColumnType.Time:
                var time = reader.GetDateTime(i);
                row.Ticks[i] = time.Kind switch
                {
                    DateTimeKind.Utc => time.Ticks,
                    DateTimeKind.Unspecified => clock.ToInstant(time.Ticks),
                    _ => time.ToUniversalTime().Ticks,
                };
                break;
            case ColumnType.Flag:
                row.Flags[i] = reader.GetBoolean(i);
                break;
            default:
                row.Texts[i] = reader.GetString(i);
                break;
        }
    }

    private void Refuse(Row row, int i)
    {
        if (!row.AnyRefused) Array.Clear(row.Refused);
        row.AnyRefused = row.Refused[i] = true;
        row.Nulls[i] = true;
        (refused[i] ??= new RefusedColumn()).Add(refusals.Last!);
    }
}

/// <summary>The refused values of one column, counted, the first ones kept.</summary>
internal sealed class RefusedColumn
{
    private readonly List<RefusedValue> first = [];

    public long Count { get; private set; }

    public IReadOnlyList<RefusedValue> First => first;

    public void Add(RefusedValue value)
    {
        Count++;
        if (first.Count < Refusals.Kept) first.Add(value);
    }
}
