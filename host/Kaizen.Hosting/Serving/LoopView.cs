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

    /// <summary>The last result of each cycle, by id, with the last conclusion; that of a cycle whose file is faulty now stays too.</summary>
    public IReadOnlyDictionary<string, CycleResult> Cycles { get; init; } = new Dictionary<string, CycleResult>();

    /// <summary>What is wrong with the workspace's files now.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>What keeps the host itself from its work, beside what its runs tell.</summary>
    public Diagnostic? Hampered { get; init; }

    /// <summary>Why its last closings stand in memory only, or null where they are written down.</summary>
    public Diagnostic? Unwritten { get; init; }

    /// <summary>Cycles that could not be concluded when they were looked at last, each with what kept it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Diagnostic>> Failing { get; init; } = new Dictionary<string, IReadOnlyList<Diagnostic>>();

    /// <summary>Sheets on disk that another run wrote, by cycle: as of which other date, or null where nobody knows.</summary>
    public IReadOnlyDictionary<string, DateOnly?> Foreign { get; init; } = new Dictionary<string, DateOnly?>();

    /// <summary>When each cycle is due next.</summary>
    public IReadOnlyDictionary<string, DueDate> Next { get; init; } = new Dictionary<string, DueDate>();

    /// <summary>Whether the first look is over: every loop was measured and judged once since the host began.</summary>
    public bool Settled { get; init; }

    /// <summary>How many loops were due at the last look, and how many of them were closed.</summary>
    public (int Due, int Closed) Looked { get; init; }

    /// <summary>Rises with every change that a reader would see.</summary>
    public long Version { get; init; }

    /// <summary>The instant of the last look at the clock, in UTC.</summary>
    public DateTimeOffset Ticked { get; init; }

    /// <summary>Everything that is wrong now.</summary>
    public IReadOnlyList<Diagnostic> Faults => [.. new[] { Hampered, Unwritten }.OfType<Diagnostic>(), .. Diagnostics];
}
