namespace Kaizen.Measuring.Tallies;

/// <summary>Neumaier's sum: the result does not depend on the order of the rows, but for the last bit.</summary>
internal struct CompensatedSum
{
    /// <summary>2^64, more than there can be rows: a sum in this unit stays in range on the way, whatever the rows hold.</summary>
    private const double Unit = 18446744073709551616.0;

    private double sum;
    private double lost;
    private bool large;

    /// <summary>The sum; infinite where it lies beyond the range of a double.</summary>
    public readonly double Value => large ? (sum + lost) * Unit : sum + lost;

    /// <summary>The sum divided by how many were added, which is in range wherever they are.</summary>
    public readonly double Over(long count)
    {
        var all = sum + lost;
        if (!large && double.IsFinite(all)) return all / count;
        var units = large ? all : (sum / Unit) + (lost / Unit);
        return Math.Clamp(units / count * Unit, double.MinValue, double.MaxValue);
    }

    public void Add(double value)
    {
        if (!large && !double.IsFinite(sum + value)) Enlarge();
        AddRaw(large ? value / Unit : value);
    }

    public void Add(in CompensatedSum other)
    {
        if (other.large && !large) Enlarge();
        if (other.large) AddRaw(other.sum);
        else Add(other.sum);
        lost += large && !other.large ? other.lost / Unit : other.lost;
    }

    private void AddRaw(double value)
    {
        var next = sum + value;
        lost += Math.Abs(sum) >= Math.Abs(value) ? sum - next + value : value - next + sum;
        sum = next;
    }

    private void Enlarge()
    {
        sum /= Unit;
        lost /= Unit;
        large = true;
    }
}
