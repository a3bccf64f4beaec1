using Kaizen.Abstractions;
using Kaizen.Core.Cycles;

namespace Kaizen.Tests.Definitions;

public sealed class PlacesTests
{
    private const string Yaml = """
        title: Enquiries wait
        people: { owner: priya, members: [roger, mei] }
        metrics:
          wait: { median: hours_open, better: lower }
        plan:
          target: { to: 4, due: 2026-08-31 }
          actions:
            - what: agree the rota
              due: 2026-02-25
            - { what: tell all, done: 2026-02-26 }
          causes: &why
            queue: They queue.
          countermeasures:
            rota: { text: A rota., addresses: queue }
        """;

    private readonly Cycle cycle = TemporaryWorkspace.Good(Yaml);

    [Theory]
    [InlineData("title", 1, 1, 5)]
    [InlineData("people.members", 2, 25, 7)]
    [InlineData("people.members.1", 2, 42, 3)]
    [InlineData("metrics.wait.better", 4, 31, 6)]
    [InlineData("plan.target.due", 6, 20, 3)]
    [InlineData("plan.actions.0", 8, 7, 4)]
    [InlineData("plan.actions.0.due", 9, 7, 3)]
    [InlineData("plan.actions.1.done", 10, 25, 4)]
    [InlineData("plan.countermeasures.rota.addresses", 14, 28, 9)]
    public void Every_key_and_item_has_its_place(string path, int line, int column, int length) =>
        Assert.Equal(new SourceSpan("cycles/first.yaml", line, column, length), cycle.Places.Of(path));

    [Theory]
    [InlineData("plan.target.from", "plan.target")]
    [InlineData("plan.actions.7.due", "plan.actions")]
    [InlineData("plan.countermeasures.rota.predicts.between", "plan.countermeasures.rota")]
    public void What_is_not_written_stands_where_it_would(string path, string nearest) => Assert.Equal(cycle.Places.Of(nearest), cycle.Places.Of(path));

    [Fact]
    public void Of_what_has_nothing_above_it_the_file_begins() => Assert.Equal(new SourceSpan("cycles/first.yaml", 1, 1), cycle.Places.Of("act.decision"));
}
