namespace Kaizen.Abstractions;

/// <summary>What a metric sees of a row: when it happened, and the values of the metric's columns.</summary>
/// <param name="columns">How many columns the input has.</param>
public sealed class MetricRow(int columns)
{
    private readonly double[] numbers = new double[columns];
    private readonly DateTime[] times = new DateTime[columns];
    private readonly bool[] flags = new bool[columns];
    private readonly string[] texts = new string[columns];
    private readonly bool[] present = new bool[columns];
    private readonly ColumnType[] kinds = new ColumnType[columns];

    /// <summary>When it happened, in UTC.</summary>
    public DateTime Time { get; set; }

    /// <summary>First day, in the workspace's zone, of the period in which it happened.</summary>
    public DateOnly Period { get; set; }

    /// <summary>Whether a column has no value.</summary>
    public bool IsNull(int column) => !present[column];

    /// <summary>The value of a <see cref="ColumnType.Number"/>: finite; 0 where it is missing.</summary>
    public double Number(int column) => Has(column, ColumnType.Number) ? numbers[column] : 0;

    /// <summary>The value of a <see cref="ColumnType.Time"/> in UTC; the first of all times where it is missing.</summary>
    public DateTime Instant(int column) => Has(column, ColumnType.Time) ? times[column] : default;

    /// <summary>The value of a <see cref="ColumnType.Flag"/>; false where it is missing.</summary>
    public bool Flag(int column) => Has(column, ColumnType.Flag) && flags[column];

    /// <summary>The value of a <see cref="ColumnType.Text"/>; empty where it is missing.</summary>
    public string Text(int column) => Has(column, ColumnType.Text) ? texts[column] : "";

    /// <summary>Sets a column to a number, or to nothing. Used by the host and by tests of plugins, as are its overloads.</summary>
    public void Set(int column, double? value) => (numbers[column], kinds[column], present[column]) = (value.GetValueOrDefault(), ColumnType.Number, value is not null);

    /// <summary>Sets a column to an instant in UTC, or to nothing.</summary>
    public void Set(int column, DateTime? value) => (times[column], kinds[column], present[column]) = (value.GetValueOrDefault(), ColumnType.Time, value is not null);

    /// <summary>Sets a column to true or false, or to nothing.</summary>
    public void Set(int column, bool? value) => (flags[column], kinds[column], present[column]) = (value.GetValueOrDefault(), ColumnType.Flag, value is not null);

    /// <summary>Sets a column to a text, or to nothing.</summary>
    public void Set(int column, string? value) => (texts[column], kinds[column], present[column]) = (value ?? "", ColumnType.Text, value is not null);

    private bool Has(int column, ColumnType asked)
    {
        if (present[column] && kinds[column] != asked) throw new InvalidOperationException($"Column {column} holds a {kinds[column]} and was asked for as a {asked}.");
        return present[column];
    }
}
