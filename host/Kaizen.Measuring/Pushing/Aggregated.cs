using Kaizen.Core.Metrics;

namespace Kaizen.Measuring.Pushing;

/// <summary>What a database aggregated for a tally.</summary>
/// <param name="aggregate">Which aggregate.</param>
/// <param name="slots">By number of the slot.</param>
/// <param name="sets">Over the rows of several slots taken together, where the slots by themselves do not tell it.</param>
internal sealed class Aggregated(Aggregate aggregate, IReadOnlyDictionary<int, Cell> slots, IReadOnlyList<(int[] Slots, Cell Cell)> sets)
{
    public Pooled Of(ReadOnlySpan<int> numbers)
    {
        foreach (var (set, cell) in sets)
            if (numbers.SequenceEqual(set)) return cell.Of(aggregate);
        var cells = new List<Cell>(numbers.Length);
        foreach (var number in numbers) cells.Add(slots[number]);
        return (cells.Count == 1 ? cells[0] : Cell.Pool(aggregate, cells)).Of(aggregate);
    }
}
