using Kaizen.Abstractions;

namespace Kaizen.Measuring.Rows;

/// <summary>
/// Books what a source refuses by the column as read and the row that it concerns, whenever the source says so: when a value is asked for,
/// while a row is read, or while the source is opened.
/// </summary>
internal sealed class RefusalBook
{
    /// <summary>No value is asked for at the moment.</summary>
    public const int Nothing = -1;

    private readonly RefusedColumn?[] refused;
    private readonly List<int> here = [];
    private readonly Dictionary<long, List<int>> ahead = [];

    /// <summary>For the columns that are asked for.</summary>
    public RefusalBook(IReadOnlyList<ColumnRequest> columns)
    {
        Columns = columns;
        refused = new RefusedColumn?[columns.Count];
        Refusals = new Refusals { Added = Add };
    }

    /// <summary>The columns that are asked for.</summary>
    public IReadOnlyList<ColumnRequest> Columns { get; }

    /// <summary>What the source is handed.</summary>
    public Refusals Refusals { get; }

    /// <summary>Number of the row that is read, from 1; 0 before the first.</summary>
    public long Number { get; set; }

    /// <summary>The rows that are still to come and hold something refused.</summary>
    public IReadOnlyList<long> Ahead => [.. ahead.Keys];

    /// <summary>Ordinal of the value that is asked for, or <see cref="Nothing"/>.</summary>
    public int Asked { get; set; } = Nothing;

    /// <summary>Whether something was refused that no row was marked with yet.</summary>
    public bool IsOpen => here.Count > 0 || ahead.Count > 0;

    /// <summary>What was refused in a column, or null where nothing was.</summary>
    public RefusedColumn? In(int ordinal) => refused[ordinal];

    /// <summary>Marks the row that is read with what was refused in it.</summary>
    public void Mark(Row row)
    {
        if (ahead.Remove(Number, out var before)) here.AddRange(before);
        if (here.Count == 0) return;
        Array.Clear(row.Refused);
        row.AnyRefused = true;
        foreach (var i in here) row.Refused[i] = row.Nulls[i] = true;
        here.Clear();
    }

    private void Add(RefusedValue value)
    {
        if (Asked != Nothing && (value.Column == Columns[Asked].Name || Columns.All(c => c.Name != value.Column)))
        {
            Add(Asked, value);
            return;
        }

        // A column that nobody asked for harms nobody; one that is read as two types is refused as both.
        for (var i = 0; i < Columns.Count; i++)
            if (Columns[i].Name == value.Column) Add(i, value);
    }

    private void Add(int ordinal, RefusedValue value)
    {
        (refused[ordinal] ??= new RefusedColumn()).Add(value);
        if (Asked != Nothing)
        {
            here.Add(ordinal);
            return;
        }

        var row = Math.Max(value.Row, Number + 1);
        if (!ahead.TryGetValue(row, out var ordinals)) ahead[row] = ordinals = [];
        ordinals.Add(ordinal);
    }
}
