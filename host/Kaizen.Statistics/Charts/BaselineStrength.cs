namespace Kaizen.Statistics;

/// <summary>How far limits may be relied on, by the number of values they rest on.</summary>
public enum BaselineStrength
{
    /// <summary>Fewer than 12 values: a run chart or a plain line, no limits.</summary>
    TooShort,

    /// <summary>12 to 19 values: limits that more data may still move.</summary>
    Trial,

    /// <summary>20 values or more.</summary>
    Firm,
}
