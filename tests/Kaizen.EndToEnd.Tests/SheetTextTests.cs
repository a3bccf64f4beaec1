namespace Kaizen.EndToEnd.Tests;

/// <summary>The sheet and its reasons on a terminal, in words and with units.</summary>
public sealed class SheetTextTests : IDisposable
{
    private readonly Workspace workspace = Small.OfCalls().With(Small.Cycle, """
        title: Callers wait
        problem: One of three callers waits ten minutes.
        people: { owner: ann }
        metrics:
          wait: { mean: minutes, unit: min, better: lower }
        plan:
          background: A caller who waits that long, and that is more than one of them, gives up in 37.5 % of cases.
          target: { to: 5, due: 2026-06-22 }
          agreed: { stances: { bo: { stance: agree with concern, because: Nobody answers at night., answer: The night turn does. } } }
        do:
          started: 2026-04-06
          deviations: [{ date: 2026-04-20, what: Two days had nobody., why: A holiday., came_of_it: A second name. }]
        """);

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task Show_reads_as_written()
    {
        var shown = (await workspace.Run("show", "wait")).Output.ReplaceLineEndings("\n");
        Assert.Contains("\nProblem\n  One of three callers waits ten minutes.\n\nBackground\n  A caller who", shown, StringComparison.Ordinal);
        Assert.Contains("20 Apr 2026: Two days had nobody – A holiday – A second name.\n", shown, StringComparison.Ordinal);
        Assert.Contains("Nobody answers at night – answer: The night turn does.\n", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(". – ", shown, StringComparison.Ordinal);
        Assert.Contains("37.5 %", shown, StringComparison.Ordinal);
        Assert.Contains("to 5 min before 22 June 2026", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_tells_limits_in_the_unit_of_the_metric()
    {
        var why = (await workspace.Run("why", "wait")).Output.ReplaceLineEndings(" ").Replace("   ", " ", StringComparison.Ordinal);
        Assert.Matches(@"limits −?[0-9.]+ to [0-9.]+ min around [0-9.]+ min", why);
    }
}
