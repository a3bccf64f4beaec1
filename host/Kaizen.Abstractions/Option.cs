namespace Kaizen.Abstractions;

/// <summary>What the value of an option is.</summary>
public enum OptionKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A file or folder; a relative path is resolved against the workspace before the plugin sees it.</summary>
    Path,

    /// <summary>A finite number.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>A list of texts; one text stands for a list of one.</summary>
    TextList,
}

/// <summary>An option that may stand under <c>with:</c>.</summary>
/// <param name="Name">Lower-case name with underscores.</param>
/// <param name="Kind">What its value is.</param>
/// <param name="Description">One sentence for the documentation.</param>
public sealed record Option(string Name, OptionKind Kind, string Description)
{
    /// <summary>Whether a source without it is faulty.</summary>
    public bool Required { get; init; }

    /// <summary>The only values allowed, or empty where any is.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];
}
