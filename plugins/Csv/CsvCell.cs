using Kaizen.Abstractions;

namespace Kaizen.Plugin.Csv;

/// <summary>One requested column and its value in the current row, read at most once a row.</summary>
internal sealed class CsvCell(string name, ColumnType type, int index)
{
    public string Name => name;

    public ColumnType Type => type;

    public int Field => index;

    /// <summary>The row whose value it holds.</summary>
    public long Row { get; set; }

    public bool Missing { get; set; }

    public double Number { get; set; }

    public DateTime Time { get; set; }

    public bool Flag { get; set; }

    public string Text { get; set; } = "";
}
