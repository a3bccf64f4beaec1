namespace Kaizen.Abstractions;

/// <summary>Something small beside a chart on the A3 that helps to understand a number.</summary>
public abstract record Exhibit
{
    private Exhibit(string title) => Title = title;

    /// <summary>What it shows, in a few words.</summary>
    public string Title { get; }

    /// <summary>A table.</summary>
    /// <param name="Title">What it shows.</param>
    /// <param name="Columns">The heads of its columns, at most 6.</param>
    /// <param name="Rows">The cells, row by row, at most 12 rows; a cell that reads as a number is set to the right.</param>
    public sealed record Table(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : Exhibit(Title);

    /// <summary>A graph of horizontal bars from 0.</summary>
    /// <param name="Title">What it shows.</param>
    /// <param name="Unit">Unit of the values; <c>share</c> for fractions, empty for plain numbers.</param>
    /// <param name="Bars">The bars in the order in which they are drawn, at most 12.</param>
    public sealed record BarGraph(string Title, string Unit, IReadOnlyList<ExhibitBar> Bars) : Exhibit(Title);
}

/// <summary>A bar.</summary>
/// <param name="Label">What it stands for.</param>
/// <param name="Value">How long it is: finite.</param>
public sealed record ExhibitBar(string Label, double Value);
