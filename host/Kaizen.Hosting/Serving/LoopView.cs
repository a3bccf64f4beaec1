using Kaizen.Abstractions;
using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Hosting.Runs;

namespace Kaizen.Hosting.Serving;

/// <summary>What the host knows of a workspace now; a page shows one of these, whole.</summary>
public sealed record LoopView
{
    /// <summary>The workspace, or null until it could be read.</summary>
    public Workspace? Workspace { get; init; }

    public DateOnly AsOf { get; init; }

    /// <summary>The last result of each cycle, by id.</summary>
    public IReadOnlyDictionary<string, CycleResult> Cycles { get; init; } = new Dictionary<string, CycleResult>();

    /// <summary>What is wrong with the workspace's files now.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>When each cycle is due next.</summary>
    public IReadOnlyDictionary<string, DueDate> Next { get; init; } = new Dictionary<string, DueDate>();

    /// <summary>Rises with every change that a reader would see.</summary>
    public long Version { get; init; }

    /// <summary>The instant of the last look at the clock, in UTC.</summary>
    public DateTimeOffset Ticked { get; init; }
}
