using Kaizen.Abstractions;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Lint;
using Kaizen.Definitions;
using Kaizen.Hosting;
using Kaizen.Hosting.Runs;
using Kaizen.Tests.House;

namespace Kaizen.Tests.Lint;

/// <summary>The example was written by people who follow the method: nothing in it blocks a gate.</summary>
public sealed class ExampleTests
{
    private static readonly string Folder = Repository.At("examples", "repeat-business");

    [Fact]
    public Task What_the_definitions_alone_tell()
    {
        var faults = new DiagnosticBag();
        var workspace = WorkspaceReader.Read(Folder, faults)!;
        var loops = new Loops(workspace.Cycles, workspace.Events);
        var hits = workspace.Cycles.SelectMany(c => Linter.Look(new LintSubject(c, loops, workspace.Lint)).Select(h => (c.Id, h))).ToList();

        Assert.Equal(9, workspace.Cycles.Count);
        Assert.DoesNotContain(hits, h => h.h.Severity == Severity.Error);
        return VerifyXunit.Verifier.Verify(Text(hits));
    }

    [Fact]
    public async Task What_the_data_tell_too()
    {
        var run = await KaizenHost.RunAsync(new RunRequest(Folder, null, null, []), RunMode.Look, new Progress<RunProgress>(), default);
        var workspace = run.Workspace!;
        var loops = new Loops(workspace.Cycles, workspace.Events);
        var hits = new List<(string, LintHit)>();
        foreach (var c in run.Cycles)
        {
            Assert.NotNull(c.Evidence);
            var subject = new LintSubject(c.Cycle, loops, workspace.Lint) { AsOf = run.AsOf, Findings = c.Evidence.Findings, Locked = c.Evidence.Locked, Recommendation = c.Evidence.Recommendation };
            var found = Linter.Look(subject);
            hits.AddRange(found.Select(h => (c.Cycle.Id, h)));
            Assert.InRange(MethodScore.Of(subject, found).Total, 75, 100);
        }

        Assert.DoesNotContain(hits, h => h.Item2.Severity == Severity.Error);
        await VerifyXunit.Verifier.Verify(Text(hits));
    }

    private static string Text(IEnumerable<(string Id, LintHit Hit)> hits) =>
        string.Concat(hits.Select(h => $"{h.Id} {h.Hit.Rule} {h.Hit.Severity} {h.Hit.Path}: {h.Hit.Message}\n"));
}
