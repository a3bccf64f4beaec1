using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Definitions;
using Kaizen.Definitions.Editing;
using Kaizen.Hosting.Authoring;
using VerifyXunit;

namespace Kaizen.Tests.Authoring;

public sealed class CycleTextTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("kaizen-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(CycleKind.Pdca)]
    [InlineData(CycleKind.Sdca)]
    [InlineData(CycleKind.Edca)]
    [InlineData(CycleKind.Capdo)]
    public async Task What_nobody_said_becomes_a_comment_that_asks(CycleKind kind) =>
        await Verifier.Verify(CycleText.Of(new NewCycle { Id = "x", Kind = kind, Title = "Orders: late, and nobody #1 knows" }), kind, "txt");

    [Theory]
    [InlineData(CycleKind.Pdca)]
    [InlineData(CycleKind.Sdca)]
    public void What_was_said_reads_back(CycleKind kind)
    {
        var said = Whole with { Kind = kind, Standard = kind == CycleKind.Sdca ? new Standard("Call: first thing", "priya", "late", "every month") : null };
        var cycle = Read(said);
        Assert.Equal(said.Title, cycle.Title);
        Assert.Equal(said.Background, cycle.Plan.Background);
        Assert.Equal(("priya", "sam"), (cycle.People.Owner, cycle.People.Coach));
        Assert.Equal(("late", 0.05, new DateOnly(2026, 8, 31)), (cycle.LeadMetric, cycle.Plan.Target!.To, cycle.Plan.Target.Due));
        Assert.Equal(new DateOnly(2026, 3, 2), cycle.Do.Started);
        if (kind == CycleKind.Sdca)
        {
            Assert.Equal("Call: first thing", cycle.Standard?.Text);
            return;
        }

        var change = Assert.Single(cycle.Plan.Countermeasures);
        Assert.Equal((said.Change, Assert.Single(cycle.Plan.Causes).Id), (change.Text, change.Addresses));
        Assert.Equal((0.05, 0.02, 0.08, 0.9, "Two weeks of trying."), (change.Predicts!.Expect, change.Predicts.Low, change.Predicts.High, change.Predicts.Confidence, change.Predicts.Because));
    }

    [Fact]
    public void A_standard_follows_what_was_adopted()
    {
        var before = Read(Whole) with { Act = new Act { Decision = "adopt", Standard = new Standard("Call first.", "priya", "late", "every month") } };
        Assert.Equal(CycleKind.Sdca, Following.KindAfter(before));
        var after = Following.Of(before, "hold", CycleKind.Sdca, null);
        File.WriteAllText(Path.Combine(folder, "cycles", "hold.yaml"), CycleText.Of(after with { Started = new DateOnly(2026, 9, 7) }));
        var faults = new DiagnosticBag();
        var held = WorkspaceReader.Read(folder, faults)!.Cycles.Single(c => c.Id == "hold");
        Assert.Equal(new Chain("x", "standardise"), held.Chain);
        Assert.Equal(("Call first.", "late", "priya"), (held.Standard?.Text, held.LeadMetric, held.People.Owner));
        Assert.Equal(before.Metrics[0].Measure.Value!.Text, held.Metrics[0].Measure.Value!.Text);
        Assert.Equal("x", held.Metrics[0].Baseline.AfterOf);
    }

    [Fact]
    public void What_cannot_be_written_takes_the_rest_back_with_it()
    {
        Workspace();
        Directory.CreateDirectory(Path.Combine(folder, "cycles"));
        var before = Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories).ToList();
        var faults = new DiagnosticBag();
        var files = new NewFiles(folder) { Texts = [("cycles/a.yaml", "title: a\n"), ("new/deep/b.yaml", "b"), ("kaizen.yaml/c", "no folder")] };
        Assert.False(files.Write(faults));
        Assert.Contains(faults.All, d => d.Code == Catalogue.StoreUnwritable.Code);
        Assert.Equal(before, Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void What_a_person_wrote_is_never_written_over()
    {
        Workspace();
        var text = File.ReadAllText(Path.Combine(folder, "kaizen.yaml"));
        var faults = new DiagnosticBag();
        Assert.False(new NewFiles(folder) { Texts = [("cycles/a.yaml", "title: a\n"), ("kaizen.yaml", "other")] }.Write(faults));
        Assert.Equal(Catalogue.FileExists.Code, Assert.Single(faults.All).Code);
        Assert.Equal(text, File.ReadAllText(Path.Combine(folder, "kaizen.yaml")));
        Assert.False(Path.Exists(Path.Combine(folder, "cycles", "a.yaml")));
    }

    [Fact]
    public void Where_the_workspace_cannot_be_changed_safely_the_lines_to_paste_are_told()
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "kaizen.yaml"), "zone: UTC\nsources: &s\n  a: { use: csv, with: { path: a.csv } }\nmetrics: *s\n");
        var faults = new DiagnosticBag();
        var edit = new YamlEdit.Set("sources.b", YamlValue.Of(("use", YamlValue.Of("csv"))));
        Assert.True(new NewFiles(folder) { Texts = [("cycles/a.yaml", "title: a\n")], Edits = [edit] }.Write(faults));
        var told = Assert.Single(faults.All);
        Assert.Equal(Catalogue.LeftToPaste.Code, told.Code);
        Assert.Contains(told.Details, d => d.Contains("use: csv", StringComparison.Ordinal));
        Assert.True(File.Exists(Path.Combine(folder, "cycles", "a.yaml")));
    }

    private static NewCycle Whole => new()
    {
        Id = "x",
        Title = "Orders: late, and nobody #1 knows",
        Owner = "priya",
        Coach = "sam",
        Background = "- The largest customer asked.\n\n\"Twice\".",
        Metrics = [new NewMetric("late", [("source", YamlValue.Of("orders")), ("rate", YamlValue.Of("status = 'late'")), ("better", YamlValue.Of("lower"))]) { IsShare = true }],
        Target = new NewTarget(0.05, new DateOnly(2026, 8, 31)),
        Cause = "Yes: the plan [v2] is made on Friday, shipped on Monday",
        Change = "The plan is made each morning",
        Prediction = new NewPrediction(0.05, 0.02, 0.08, 0.9, "Two weeks of trying."),
        Started = new DateOnly(2026, 3, 2),
    };

    private Cycle Read(NewCycle cycle)
    {
        Workspace();
        Directory.CreateDirectory(Path.Combine(folder, "cycles"));
        File.WriteAllText(Path.Combine(folder, "cycles", "x.yaml"), CycleText.Of(cycle));
        var faults = new DiagnosticBag();
        var workspace = WorkspaceReader.Read(folder, faults);
        Assert.Empty(faults.All);
        return Assert.Single(workspace!.Cycles);
    }

    private void Workspace() =>
        File.WriteAllText(Path.Combine(folder, "kaizen.yaml"), BareWorkspace.Definition(folder).Text + "sources: { orders: { use: csv, with: { path: orders.csv }, time: date } }\n");
}
