using Kaizen.Abstractions;

namespace Kaizen.Plugin.Example;

/// <summary>Options of a metric with two inputs: each expression is about the rows of one of them.</summary>
public sealed record RatioOptions : IValidated
{
    /// <summary>Evaluated in the rows of the input <c>above</c>.</summary>
    [Option("The number that is added up above the line, a column of the input 'above'.")]
    public required ExpressionText Numerator { get; init; }

    /// <summary>Evaluated in the rows of the input <c>below</c>; a number alone is an expression too.</summary>
    [Option("The number that is added up below the line, a column of the input 'below'; default 1, so that its rows are counted.")]
    public ExpressionText Denominator { get; init; } = new("1");

    /// <summary>What is too little is not shown as if it were much.</summary>
    [Option("With fewer rows below the line a period has no value; default 1.")]
    public int MinRows { get; init; } = 1;

    /// <inheritdoc/>
    public void Validate(OptionFaults faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        if (MinRows < 1) faults.Add(nameof(MinRows), "There is no ratio without rows.", "1 or more");
    }
}
