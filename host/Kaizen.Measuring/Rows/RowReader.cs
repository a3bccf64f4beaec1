using System.Data.Common;
using System.Globalization;
using Kaizen.Abstractions;
using Kaizen.Core.Plugins;
using Kaizen.Measuring.Grids;

namespace Kaizen.Measuring.Rows;

/// <summary>Fills a <see cref="Row"/> from a plugin's reader; what is refused is booked.</summary>
internal sealed class RowReader
{
    private readonly DbDataReader reader;
    private readonly IReadOnlyList<ColumnRequest> columns;
    private readonly RefusalBook book;
    private readonly ZoneClock clock;
    private readonly ColumnType[] types;
    private readonly Func<DbDataReader, int, double>?[] numbers;
    private readonly Func<DbDataReader, int, DateTime>?[] times;

    /// <summary>Over a reader that a source opened for the columns of a book.</summary>
    public RowReader(DbDataReader reader, RefusalBook book, ZoneClock clock)
    {
        columns = book.Columns;
        FieldGetter.Check(reader, columns);
        (this.reader, this.book, this.clock) = (reader, book, clock);
        types = [.. columns.Select(c => c.Type)];
        // A reader of ours is asked straight away.
        numbers = [.. columns.Select((c, i) => c.Type == ColumnType.Number && reader is not SourceReader ? FieldGetter.Number(reader, i, c) : null)];
        times = [.. columns.Select((c, i) => c.Type == ColumnType.Time && reader is not SourceReader ? FieldGetter.Time(reader, i, c) : null)];
    }

    /// <summary>Beats with every row.</summary>
    public required Pulse Pulse { get; init; }

    /// <summary>Rows read.</summary>
    public long Count { get; private set; }

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
        book.Number = ++Count;
        Pulse.Beat();
        row.AnyRefused = false;
        row.Number = Count;
        for (var i = 0; i < types.Length; i++)
        {
            book.Asked = i;
            row.Nulls[i] = reader.IsDBNull(i);
            if (!row.Nulls[i]) Take(row, i);
        }

        book.Asked = RefusalBook.Nothing;
        if (book.IsOpen) book.Mark(row);
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
                    book.Refusals.Add(new RefusedValue(Count, 0, columns[i].Name, number.ToString(CultureInfo.InvariantCulture), "not a finite number"));
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
}
