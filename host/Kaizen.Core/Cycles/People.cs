namespace Kaizen.Core.Cycles;

/// <summary>Who is in a cycle.</summary>
public sealed record People
{
    public string? Owner { get; init; }

    /// <summary>The owner on the other side of a cycle that two companies share, or null.</summary>
    public string? Partner { get; init; }

    public string? Coach { get; init; }

    public string? Sponsor { get; init; }

    /// <summary>The cluster: people from any department or company (<c>acme/jo</c>).</summary>
    public IReadOnlyList<string> Members { get; init; } = [];
}

/// <summary>A person whom the workspace knows.</summary>
/// <param name="Id">Short name used in cycles.</param>
/// <param name="Name">Full name, for the page.</param>
/// <param name="Role">What the person does, or null.</param>
public sealed record Person(string Id, string Name, string? Role);
