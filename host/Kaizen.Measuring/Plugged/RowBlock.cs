using Kaizen.Abstractions;

namespace Kaizen.Measuring.Plugged;

/// <summary>Rows of one input on their way to a metric; used again and again.</summary>
/// <param name="columns">Columns of the widest input.</param>
internal sealed class RowBlock(int columns)
{
    private const int Size = 256;

    public MetricRow[] Rows { get; } = [.. Enumerable.Range(0, Size).Select(_ => new MetricRow(columns))];

    /// <summary>How many of them are filled.</summary>
    public int Count { get; set; }

    /// <summary>Index of the input they belong to.</summary>
    public int Input { get; private set; }

    public void Begin(int input) => (Input, Count) = (input, 0);
}
