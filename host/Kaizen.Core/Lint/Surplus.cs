namespace Kaizen.Core.Lint;

/// <summary>What a page has no room for in one of its sections.</summary>
/// <param name="Section">The section as it is headed on the sheet.</param>
/// <param name="Path">The key that a person will shorten.</param>
/// <param name="Count">How many are too much.</param>
/// <param name="One">What is counted, in the singular.</param>
public sealed record Surplus(string Section, string Path, int Count, string One)
{
    /// <summary>Such as <c>Plan and actuals: 12 actions do not fit</c>.</summary>
    public string Words => Count == 1 ? $"{Section}: 1 {One} does not fit" : $"{Section}: {Count} {One}s do not fit";
}
