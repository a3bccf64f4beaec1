using System.Data.Common;
using System.Globalization;
using Kaizen.Abstractions;
using Kaizen.Core.Plugins;
using Kaizen.Measuring.Grids;

namespace Kaizen.Measuring.Rows;

/// <summary>Fills a <see cref="Row"/> from a plugin's reader and keeps what was refused, by column as read.</summary>
internal sealed class RowReader
{
    private readonly DbDataReader reader;
    private readonly IReadOnlyList<ColumnRequest> columns;
    private readonly Refusals refusals;
    private readonly ZoneClock clock;
    private readonly ColumnType[] types;
    private readonly Func<DbDataReader, int, double>?[] numbers;
    private readonly Func<DbDataReader, int, DateTime>?[] times;
    private readonly RefusedColumn?[] refused;

    /// <summary>Over a reader that a source opened for these columns.</summary>
    public RowReader(DbDataReader reader, IReadOnlyList<ColumnRequest> columns, Refusals refusals, ZoneClock clock)
    {
        FieldGetter.Check(reader, columns);
        (this.reader, this.columns, this.refusals, this.clock) = (reader, columns, refusals, clock);
        types = [.. columns.Select(c => c.Type)];
        // A reader of ours is asked straight away.
        numbers = [.. columns.Select((c, i) => c.Type == ColumnType.Number && reader is not SourceReader ? FieldGetter.Number(reader, i, c) : null)];
        times = [.. columns.Select((c, i) => c.Type == ColumnType.Time && reader is not SourceReader ? FieldGetter.Time(reader, i, c) : null)];
        refused = new RefusedColumn?[columns.Count];
    }

    /// <summary>Beats with every row.</summary>
    public required Pulse Pulse { get; init; }

    /// <summary>Rows read.</summary>
    public long Count { get; private set; }

    /// <summary>What was refused in a column, or null where nothing was.</summary>
    public RefusedColumn? RefusedIn(int ordinal) => refused[ordinal];

    /// <summary>Fills the row with the next one, or says that there is none.</summary>
    public ValueTask<bool> ReadAsync(Row row, CancellationToken cancellation)
    {
        var next = reader.ReadAsync(cancellation);
        return next.IsCompletedSuccessfully ? new(Fill(row, next.Result)) : Later(row, next);
    }

    private async ValueTask<bool> Later(Row row, Task<bool> next) => Fill(row, await next.ConfigureAwait(false));

    private bool Fill(Row row, bool more)
    {
        if (!more) return false;
        Count++;
        Pulse.Beat();
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
                var number = numbers[i] is { } getNumber ? getNumber(reader, i) : reader.GetDouble(i);
                if (!double.IsFinite(number))
                {
                    // A database may hold what a text file cannot.
                    refusals.Add(new RefusedValue(Count, 0, columns[i].Name, number.ToString(CultureInfo.InvariantCulture), "not a finite number"));
                }

                row.Numbers[i] = number;
                break;
            case ColumnType.Time:
                var time = times[i] is { } getTime ? getTime(reader, i) : reader.GetDateTime(i);
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
