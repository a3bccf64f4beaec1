namespace Kaizen.Statistics;

/// <summary>What a cell of text holds.</summary>
public enum NumberOutcome
{
    /// <summary>A finite number.</summary>
    Value,

    /// <summary>Nothing: empty, <c>-</c> or <c>n/a</c>.</summary>
    Missing,

    /// <summary>Something that is not a plain finite number; it is listed, never guessed.</summary>
    Refused,
}
