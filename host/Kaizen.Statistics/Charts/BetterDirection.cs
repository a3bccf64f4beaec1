namespace Kaizen.Statistics;

/// <summary>Which way a metric gets better.</summary>
public enum BetterDirection
{
    /// <summary>Neither way was declared better.</summary>
    None,

    /// <summary>Higher is better.</summary>
    Up,

    /// <summary>Lower is better.</summary>
    Down,
}
