using Kaizen.Abstractions;
using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Core.Lint;
using Kaizen.Store.Evidence;

namespace Kaizen.Hosting.Runs;

/// <summary>What a run found and did.</summary>
public sealed record RunResult
{
    /// <summary>The workspace, or null where its file is faulty or missing.</summary>
    public Workspace? Workspace { get; init; }

    public DateOnly AsOf { get; init; }

    /// <summary>The selected cycles, by id.</summary>
    public IReadOnlyList<CycleResult> Cycles { get; init; } = [];

    /// <summary>Ids of the selected cycles that were left out because their file has errors.</summary>
    public IReadOnlyList<string> Faulty { get; init; } = [];

    /// <summary>Whether the run came as far as its cycles; a wrong selector, store or ledger stops it before.</summary>
    public bool Reached { get; init; }

    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>Rows read in all sources together, each once.</summary>
    public long RowsRead { get; init; }

    /// <summary>Sources that were opened.</summary>
    public int SourcesOpened { get; init; }

    /// <summary>Files that were written, relative to the output folder.</summary>
    public IReadOnlyList<WrittenFile> Written { get; init; } = [];

    /// <summary>What was concluded, by cycle id.</summary>
    public IReadOnlyList<CycleEvidence> Evidence => Cycles.Select(c => c.Evidence).OfType<CycleEvidence>().ToList();

    /// <summary>What was concluded, each with what the method asks, by cycle id.</summary>
    public IReadOnlyList<(CycleEvidence Evidence, MethodReview Review)> Reported => [.. Cycles.Where(c => c.Evidence is not null).Select(c => (c.Evidence!, c.Review))];

    /// <summary>The exit code: 0 fine, 1 a file that a person wrote is wrong, 2 usage, 3 found on reading.</summary>
    public int ExitCode => ExitCodes.Of(Diagnostics);
}

/// <summary>A file that a run wrote.</summary>
/// <param name="Name">Its path relative to the output folder.</param>
/// <param name="Because">What changed since it was last written; empty the first time.</param>
public sealed record WrittenFile(string Name, IReadOnlyList<string> Because);

/// <summary>One cycle of a run.</summary>
/// <param name="Cycle">Its definition.</param>
/// <param name="Evidence">What was concluded, or null where it could not be measured.</param>
/// <param name="Reused">Whether the evidence was on record for the same inputs.</param>
/// <param name="Changed">Which inputs differ from the last conclusion, empty where none does or there was none.</param>
/// <param name="Notes">What people asked, answered and signed up to the as-of date.</param>
public sealed record CycleResult(Cycle Cycle, CycleEvidence? Evidence, bool Reused, IReadOnlyList<string> Changed, CycleNotes Notes)
{
    /// <summary>What the method says of it.</summary>
    public MethodReview Review { get; init; } = MethodReview.None;

    /// <summary>Names and fingerprints of what the evidence rests on, or null where a source cannot say whether it changed.</summary>
    public Inputs? Inputs { get; init; }
}
