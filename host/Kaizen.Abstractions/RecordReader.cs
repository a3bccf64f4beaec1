using System.Globalization;

namespace Kaizen.Abstractions;

/// <summary>The reader behind <see cref="Rows"/>. Each column is read as the type that its property has.</summary>
/// <typeparam name="T">The record.</typeparam>
internal sealed class RecordReader<T>(ReadRequest request, IEnumerator<T>? rows, IAsyncEnumerator<T>? later) : SourceReader(request.Columns)
{
    private readonly RecordColumn<T>[] columns = [.. request.Columns.Select(Find)];
    private readonly Cell[] cells = new Cell[request.Columns.Count];
    private T current = default!;
    private long row;

    public override bool Read() => rows is null ? ReadAsync(CancellationToken.None).GetAwaiter().GetResult() : Take(rows.MoveNext(), rows);

    public override async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (later is null) return Read();
        if (!await later.MoveNextAsync().ConfigureAwait(false)) return false;
        (current, row) = (later.Current, row + 1);
        return true;
    }

    public override bool IsDBNull(int ordinal)
    {
        if (current is null) throw new SourceException($"Record {row} of the list is null.", "leave it out of the list");
        ref var cell = ref cells[ordinal];
        var column = columns[ordinal];
        switch (column.Type)
        {
            case ColumnType.Number:
                var number = column.Number(current);
                cell.Number = number.GetValueOrDefault();
                if (double.IsFinite(cell.Number)) return number is null;
                request.Refusals.Add(new RefusedValue(row, 0, column.Name, cell.Number.ToString(CultureInfo.InvariantCulture), "not a finite number"));
                cell.Number = 0;
                return false;
            case ColumnType.Time:
                var time = column.Time(current);
                cell.Time = time.GetValueOrDefault();
                return time is null;
            case ColumnType.Flag:
                var flag = column.Flag(current);
                cell.Flag = flag.GetValueOrDefault();
                return flag is null;
            default:
                cell.Text = column.Text(current);
                return cell.Text is null;
        }
    }

    public override double GetDouble(int ordinal) => cells[ordinal].Number;

    public override DateTime GetDateTime(int ordinal) => cells[ordinal].Time;

    public override bool GetBoolean(int ordinal) => cells[ordinal].Flag;

    public override string GetString(int ordinal) => cells[ordinal].Text ?? "";

    public override async ValueTask DisposeAsync()
    {
        if (later is not null && !IsClosed) await later.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Release() => rows?.Dispose();

    private static RecordColumn<T> Find(ColumnRequest wanted)
    {
        var column = RecordColumns<T>.All.FirstOrDefault(c => c.Name == wanted.Name)
            ?? throw new SourceException($"The rows have no column '{wanted.Name}'.", $"there are: {string.Join(", ", RecordColumns<T>.All.Select(c => c.Name))}");
        return column.Type == wanted.Type ? column : throw new SourceException($"Column '{wanted.Name}' is {column.Type}, not {wanted.Type}.");
    }

    private bool Take(bool more, IEnumerator<T> from)
    {
        if (!more) return false;
        (current, row) = (from.Current, row + 1);
        return true;
    }

    private struct Cell
    {
        public double Number;
        public DateTime Time;
        public bool Flag;
        public string? Text;
    }
}
