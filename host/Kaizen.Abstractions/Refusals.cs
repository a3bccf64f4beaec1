namespace Kaizen.Abstractions;

/// <summary>A value that could not be read as the type that was asked for.</summary>
/// <param name="Row">
/// Number of the row among those that the reader gives, from 1, a header not counted. It says which row is meant where the value is refused
/// before its row is given.
/// </param>
/// <param name="Line">Line in the file, from 1, or 0 where the source has no lines.</param>
/// <param name="Column">Name of the column, as it was asked for.</param>
/// <param name="Text">The value as it stands in the source, shortened to 60 characters.</param>
/// <param name="Why">What was expected, such as "not a number".</param>
public sealed record RefusedValue(long Row, long Line, string Column, string Text, string Why);

/// <summary>
/// Collects refused values: all are counted, the first of each column are kept to be shown. A value may be refused when it is asked for, which
/// costs nothing where nobody asks, or before: while its row is read, or while the source is opened. Either way its row is given all
/// the same, with null or the type's default in its place, and what is measured on the column stops or leaves the row out. Refused once its
/// row has passed, a value is taken for one of the row that comes next.
/// </summary>
public sealed class Refusals
{
    /// <summary>How many refused values are kept for each column.</summary>
    public const int Kept = 20;

    private readonly Dictionary<string, (long Count, List<RefusedValue> First)> columns = [];

    /// <summary>How many values were refused so far, in all columns.</summary>
    public long Count { get; private set; }

    /// <summary>The names of the columns in which a value was refused.</summary>
    public IReadOnlyCollection<string> Columns => columns.Keys;

    /// <summary>The value refused last, or null while none was.</summary>
    public RefusedValue? Last { get; private set; }

    /// <summary>Hears of each value as it is refused.</summary>
    internal Action<RefusedValue>? Added { get; init; }

    /// <summary>Reports a value. The text is shortened to 60 characters.</summary>
    public void Add(RefusedValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Count++;
        if (value.Text.Length > 60) value = value with { Text = string.Concat(value.Text.AsSpan(0, 57), "...") };
        Last = value;
        var (count, first) = columns.GetValueOrDefault(value.Column, (0, []));
        if (first.Count < Kept) first.Add(value);
        columns[value.Column] = (count + 1, first);
        Added?.Invoke(value);
    }

    /// <summary>How many values of a column were refused.</summary>
    public long CountOf(string column) => columns.TryGetValue(column, out var c) ? c.Count : 0;

    /// <summary>The first refused values of a column, at most <see cref="Kept"/>.</summary>
    public IReadOnlyList<RefusedValue> FirstOf(string column) => columns.TryGetValue(column, out var c) ? c.First : [];
}
