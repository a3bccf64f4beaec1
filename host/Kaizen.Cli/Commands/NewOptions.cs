using Kaizen.Core.Cycles;

namespace Kaizen.Cli.Commands;

/// <summary>What the command line of <c>new</c> says.</summary>
internal sealed record NewOptions
{
    /// <summary>[WORKSPACE] ID.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    public CycleKind? Kind { get; init; }

    public string? Title { get; init; }

    public string? Problem { get; init; }

    public string? Owner { get; init; }

    public string? Coach { get; init; }

    public Domain? Domain { get; init; }

    /// <summary>The cycle that this one follows.</summary>
    public string? After { get; init; }

    /// <summary>Why it follows.</summary>
    public string? Reason { get; init; }

    /// <summary>A table to take the number from.</summary>
    public string? From { get; init; }

    /// <summary>A number that is written down by hand.</summary>
    public string? Value { get; init; }

    /// <summary>Names of proposals, the leading one first.</summary>
    public IReadOnlyList<string> Metrics { get; init; } = [];

    /// <summary>The target as typed, since 40 % is 0.4 for a share.</summary>
    public string? Target { get; init; }

    public DateOnly? Due { get; init; }

    public DateOnly? Started { get; init; }

    /// <summary>Whether the questions are asked.</summary>
    public bool Asks { get; init; }
}
