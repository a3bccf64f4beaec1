namespace Kaizen.Measuring.Tallies;

/// <summary>Neumaier's sum: the result does not depend on the order of the rows, but for the last bit.</summary>
internal struct CompensatedSum
{
    private double sum;
    private double lost;

    public readonly double Value => sum + lost;

    public void Add(double value)
    {
        var next = sum + value;
        lost += Math.Abs(sum) >= Math.Abs(value) ? sum - next + value : value - next + sum;
        sum = next;
    }

    public void Add(in CompensatedSum other)
    {
        Add(other.sum);
        lost += other.lost;
    }
}
