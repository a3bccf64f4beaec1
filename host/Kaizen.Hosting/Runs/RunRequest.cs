namespace Kaizen.Hosting.Runs;

/// <summary>What a run is asked to do.</summary>
/// <param name="Folder">Absolute path of the workspace.</param>
/// <param name="AsOf">The date to look from, or null for the workspace's own or today.</param>
/// <param name="Out">The output folder, or null for <c>out</c> in the workspace.</param>
/// <param name="Selectors">Patterns over <c>id</c> and <c>domain/id</c>; empty for all cycles.</param>
public sealed record RunRequest(string Folder, DateOnly? AsOf, string? Out, IReadOnlyList<string> Selectors)
{
    /// <summary>Whether a run of selected cycles renews the portfolio too, with what is on record for the others.</summary>
    public bool RenewsPortfolio { get; init; }

    /// <summary>The folder that pages go to.</summary>
    public string OutFolder => Out ?? Path.Combine(Folder, "out");

    /// <summary>A path in the workspace.</summary>
    public string At(string name) => Path.Combine(Folder, name);
}

/// <summary>How far a run is.</summary>
/// <param name="Stage">define, measure, check, record or report.</param>
/// <param name="Text">What it is at.</param>
public sealed record RunProgress(string Stage, string Text)
{
    /// <summary>Whether nothing goes on until somebody else is done, which is worth a word where nobody looks at progress, too.</summary>
    public bool Waits { get; init; }
}
