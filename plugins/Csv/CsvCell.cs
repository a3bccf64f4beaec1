using Kaizen.Abstractions;

namespace Kaizen.Plugin.Csv;

/// <summary>One requested column and its value in the current row, read at most once a row.</summary>
internal sealed class CsvCell(string name, ColumnType type)
{
    public string Name => name;

    public ColumnType Type => type;

    /// <summary>Which field of the current file it is.</summary>
    public int Field { get; set; }

    /// <summary>The row whose value it holds.</summary>
    public long Row { get; set; }

    public bool Missing { get; set; }

    public double Number { get; set; }

    public DateTime Time { get; set; }

    public bool Flag { get; set; }

    public string Text { get; set; } = "";
}
