using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Lint;
using Kaizen.Hosting;
using Kaizen.Hosting.Define;
using Kaizen.Hosting.Runs;
using Kaizen.Reports.Review;

namespace Kaizen.Tests.Faulty;

/// <summary>What the product says of a workspace: by a run where there are rows, else by a look at its files.</summary>
/// <param name="Remarks">Faults and hits, each with its place.</param>
/// <param name="Cycles">The cycles without faults with what the method says of them.</param>
internal sealed record Look(IReadOnlyList<Remark> Remarks, IReadOnlyList<(string File, CycleState State, MethodReview Review)> Cycles)
{
    public IEnumerable<Place> Places => Remarks.Select(r => new Place(r.At?.File ?? "?", r.At?.Line ?? 0, r.Code));

    /// <summary>What each cycle lacks at the gates up to the next one.</summary>
    public IEnumerable<Lack> Lacks => from c in Cycles
                                      from gate in c.Review.Gates
                                      where c.Review.Next is null || gate.Gate <= c.Review.Next.Gate
                                      from what in gate.Lacks.Concat(gate.Blocking.Select(b => b.Rule).Distinct())
                                      select new Lack(c.File, gate.Gate.ToString(), what);

    public static async Task<Look> At(FaultyWorkspace given)
    {
        var folder = Directory.CreateTempSubdirectory("kaizen-faulty-").FullName;
        try
        {
            given.WriteTo(folder);
            var request = new RunRequest(folder, null, null, []);
            return given.HasRows ? await Run(request) : Read(request);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Look> Run(RunRequest request)
    {
        var run = await KaizenHost.RunAsync(request, RunMode.Look, new Progress<RunProgress>(), default);
        return new Look(
            Kaizen.Reports.Review.Remarks.Of(run.Diagnostics, run.Cycles.Select(c => (c.Cycle, c.Review.Hits))),
            [.. run.Cycles.Select(c => (File(c.Cycle), c.Evidence?.State ?? StateOf.At(c.Cycle, run.AsOf), c.Review))]);
    }

    private static Look Read(RunRequest request)
    {
        var seen = Validation.Of(request, new DiagnosticBag());
        var remarks = Kaizen.Reports.Review.Remarks.Of(seen.Diagnostics, seen.Lint);
        if (seen.Workspace is not { } workspace) return new Look(remarks, []);
        var around = (new Loops(workspace.Cycles, workspace.Events), workspace.Lint);
        var asOf = Today.Of(workspace, null, TimeProvider.System);
        return new Look(remarks, [.. seen.Cycles.Select(c => (File(c), StateOf.At(c, asOf), MethodReview.Of(c, around, asOf, CycleNotes.None, default)))]);
    }

    private static string File(Cycle cycle) => $"cycles/{cycle.Id}.yaml";
}
