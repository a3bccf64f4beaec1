using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;

namespace Kaizen.Core.Lint;

/// <summary>What rules look at: a cycle, the loops around it, and as much of date and data as is known.</summary>
/// <param name="Cycle">The cycle.</param>
/// <param name="Loops">The workspace's other cycles.</param>
/// <param name="Settings">Thresholds, words and rules that are off.</param>
public sealed record LintSubject(Cycle Cycle, Loops Loops, LintSettings Settings)
{
    /// <summary>The day of the look, or null while only the definitions are read; rules about what is late are silent then.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>What was measured, by metric and window, or null without data; rules about data are silent then.</summary>
    public IReadOnlyList<Finding>? Findings { get; init; }

    /// <summary>The lock on the predictions, or null where there is none or nobody looked.</summary>
    public LockState? Locked { get; init; }

    /// <summary>What the engine recommends, or null without data.</summary>
    public Recommendation? Recommendation { get; init; }

    /// <summary>What the page has no room for, or null where nobody measured it.</summary>
    public IReadOnlyList<Surplus>? Surplus { get; init; }
}
