namespace Kaizen.Measuring.Rows;

/// <summary>
/// The values of the current row, by column, one array for each type; filled anew for every row, so that a scan
/// allocates nothing per row. Times are UTC ticks.
/// </summary>
internal sealed class Row(int columns)
{
    public double[] Numbers { get; } = new double[columns];

    public long[] Ticks { get; } = new long[columns];

    public string[] Texts { get; } = new string[columns];

    public bool[] Flags { get; } = new bool[columns];

    public bool[] Nulls { get; } = new bool[columns];

    /// <summary>Columns whose value in this row was refused; looked at only where <see cref="AnyRefused"/> is set.</summary>
    public bool[] Refused { get; } = new bool[columns];

    public bool AnyRefused { get; set; }

    /// <summary>Its number among the data rows, from 1.</summary>
    public long Number { get; set; }

    /// <summary>
    /// The operation whose result left the range of a double while the current tally read this row, such as
    /// <c>1E+200 * 1E+200</c>; null where none did. The tally takes it away.
    /// </summary>
    public string? Overflow { get; set; }
}
