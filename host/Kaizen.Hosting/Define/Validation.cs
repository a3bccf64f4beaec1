using Kaizen.Abstractions;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Lint;
using Kaizen.Definitions;
using Kaizen.Hosting.Runs;

namespace Kaizen.Hosting.Define;

/// <summary>What can be said of files as text: every fault, and lint that needs no data.</summary>
public sealed record Validation
{
    public Workspace? Workspace { get; private init; }

    /// <summary>The selected cycles without errors.</summary>
    public IReadOnlyList<Cycle> Cycles { get; private init; } = [];

    public IReadOnlyList<Diagnostic> Diagnostics { get; private init; } = [];

    /// <summary>What fires in each selected cycle, in the order of <see cref="Cycles"/>.</summary>
    public IReadOnlyList<(Cycle Cycle, IReadOnlyList<LintHit> Hits)> Lint { get; private init; } = [];

    /// <summary>Plugins from outside Kaizen, whose code is not run here; their options are judged by a run.</summary>
    public IReadOnlyList<string> Unjudged { get; private init; } = [];

    /// <summary>Reads and looks; opens no source and writes nothing.</summary>
    /// <param name="request">The workspace, the cycles and the date to look from, or null where the words name no workspace.</param>
    /// <param name="faults">What was found so far; receives what is found here.</param>
    public static Validation Of(RunRequest? request, DiagnosticBag faults)
    {
        var workspace = request is null ? null : WorkspaceReader.Read(request.Folder, faults, states: false);
        if (workspace is null) return new Validation { Diagnostics = faults.All };
        var cycles = Selection.Of(workspace, request!.Selectors, faults);
        var unjudged = OptionReview.Judge(workspace, request.Selectors.Count == 0 ? null : cycles, faults);
        var ids = cycles.Select(c => c.Id).Concat(Selection.Faulty(workspace, request.Selectors)).ToHashSet(StringComparer.Ordinal);
        var lint = LintOf(workspace, cycles, Today.Of(workspace, request.AsOf, StoryClock.OfEnvironment()));
        return new Validation
        {
            Workspace = workspace,
            Cycles = [.. lint.Select(l => l.Cycle)],
            Diagnostics = Excerpts.Add(request.Selectors.Count == 0 ? faults.All : [.. faults.All.Where(d => d.Cycle is null || ids.Contains(d.Cycle))], request.Folder),
            Lint = lint,
            Unjudged = unjudged,
        };
    }

    /// <summary>What fires, and with it which gates stay shut: one look serves both.</summary>
    private static (Cycle Cycle, IReadOnlyList<LintHit> Hits)[] LintOf(Workspace workspace, IReadOnlyList<Cycle> cycles, DateOnly asOf)
    {
        var loops = Loops.Of(workspace);
        var all = new (Cycle, IReadOnlyList<LintHit>)[cycles.Count];
        Parallel.For(0, cycles.Count, i =>
        {
            var hits = Linter.Look(new LintSubject(cycles[i], loops, workspace.Lint) { AsOf = asOf });
            all[i] = (cycles[i] with { Shut = Linter.ShutBy(hits) }, hits);
        });
        return all;
    }
}
