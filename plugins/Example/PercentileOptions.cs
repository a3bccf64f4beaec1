using Kaizen.Abstractions;

namespace Kaizen.Plugin.Example;

/// <summary>What a person may write under <c>with:</c>. Names become lower case with underscores: <c>min_rows</c>.</summary>
public sealed record PercentileOptions : IValidated
{
    /// <summary><c>required</c> makes the host report where it is missing.</summary>
    [Option("The number of which the percentile is taken.")]
    public required ExpressionText Value { get; init; }

    /// <summary>An expression is parsed, checked against the source and evaluated by the host; the metric gets values.</summary>
    [Option("The text by which rows are told apart in the table.")]
    public required ExpressionText Segment { get; init; }

    /// <summary>What is not required keeps the value that it is given here.</summary>
    [Option("Which percentile, above 0 and below 100; default 90.")]
    public double Percentile { get; init; } = 90;

    /// <summary>The type decides what is accepted; a fraction here is reported by the host.</summary>
    [Option("With fewer rows a period has no value; default 5.")]
    public int MinRows { get; init; } = 5;

    /// <summary>Everything that types cannot say, all of it at once. Nothing is opened here.</summary>
    public void Validate(OptionFaults faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        if (Percentile is <= 0 or >= 100) faults.Add(nameof(Percentile), "A percentile lies between 0 and 100.", "90, for example");
        if (MinRows < 1) faults.Add(nameof(MinRows), "There is no value without rows.", "1 or more");
    }
}
