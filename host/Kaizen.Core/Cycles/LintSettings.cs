namespace Kaizen.Core.Cycles;

/// <summary>How a workspace sets lint up: <c>lint:</c> in <c>kaizen.yaml</c>.</summary>
public sealed record LintSettings
{
    /// <summary>Nothing set.</summary>
    public static LintSettings Default { get; } = new();

    /// <summary>Rules that this workspace does not use, each with its reason.</summary>
    public IReadOnlyDictionary<string, string> Off { get; init; } = new Dictionary<string, string>();

    /// <summary>Thresholds that differ from the usual ones, by name.</summary>
    public IReadOnlyDictionary<string, double> Thresholds { get; init; } = new Dictionary<string, double>();

    /// <summary>Words that are looked for beside the usual ones, by the name of their list.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}
