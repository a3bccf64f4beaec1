namespace Kaizen.EndToEnd.Tests;

/// <summary>A sheet that is too full for its page says so wherever its lint is shown.</summary>
public sealed class PageFitTests : IDisposable
{
    private readonly Workspace workspace = Small.OfCalls();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task Forty_actions_are_told_on_the_sheet_in_the_results_and_by_status()
    {
        workspace.Edit(Small.Cycle, "do:", "  actions:\n" + string.Concat(Enumerable.Range(1, 40).Select(i => $"    - {{ what: Step {i}, who: ann, due: 2026-05-01 }}\n")) + "do:");
        Assert.Equal(0, (await workspace.Run("run")).Code);
        Assert.Contains("\"K55\"", workspace.Read("out/results.json"), StringComparison.Ordinal);
        Assert.Matches(@"Plan and actuals: 3\d actions do not fit on the one page", workspace.Read("out/results.json"));
        Assert.Contains("<p class=\"draft\">DRAFT</p>", workspace.Read("out/a3/wait.html"), StringComparison.Ordinal);
        var lint = (await workspace.Run("status", "--json")).Json.GetProperty("cycles")[0].GetProperty("lint").EnumerateArray();
        Assert.Equal("cycles/wait.yaml", Assert.Single(lint, l => l.Text("rule") == "K55").Text("file"));
    }

    [Fact]
    public async Task The_example_fits()
    {
        using var example = Workspace.OfExample();
        var ran = await example.Run("status", "--json");
        Assert.DoesNotContain(ran.Json.GetProperty("cycles").EnumerateArray().SelectMany(c => c.GetProperty("lint").EnumerateArray()), l => l.Text("rule") == "K55");
    }
}
