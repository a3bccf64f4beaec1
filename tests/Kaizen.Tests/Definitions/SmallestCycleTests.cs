using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;

namespace Kaizen.Tests.Definitions;

public sealed class SmallestCycleTests
{
    private const string Yaml = """
        title: Enquiries wait a day for a first answer
        people: { owner: priya, coach: sam }
        metrics:
          first_response:
            median: hours_between(received_at, first_response_at)
        plan:
          background: Entrepreneurs ask three firms and hire the first expert who answers.
          target: { to: 4, due: 2026-08-31 }
          causes: { queue: Enquiries queue for sales although only engineers can answer. }
          countermeasures:
            rota:
              text: Engineers answer enquiries in their own field, on a rota.
              addresses: queue
              predicts: { expect: 4, between: [2.5, 5.5] }
              because: On two pilot days the median was 5 h.
        do: { started: 2026-03-02 }
        """;

    [Fact]
    public void What_is_written_is_bound()
    {
        var cycle = TemporaryWorkspace.Good(Yaml);

        Assert.Equal("Enquiries wait a day for a first answer", cycle.Title);
        Assert.Equal(("priya", "sam", null), (cycle.People.Owner, cycle.People.Coach, cycle.People.Sponsor));
        Assert.Equal(new DateOnly(2026, 3, 2), cycle.Do.Started);
        var metric = Assert.Single(cycle.Metrics);
        Assert.Equal(("first_response", Aggregate.Median), (metric.Name, metric.Measure.Aggregate));
        Assert.Equal("hours_between(received_at, first_response_at)", metric.Measure.Value!.Text);
        var cause = Assert.Single(cycle.Plan.Causes);
        Assert.Equal(("queue", "Enquiries queue for sales although only engineers can answer."), (cause.Id, cause.Text));
        var countermeasure = Assert.Single(cycle.Plan.Countermeasures);
        Assert.Equal(("rota", "queue"), (countermeasure.Id, countermeasure.Addresses));
    }

    [Fact]
    public void What_is_left_out_is_inferred()
    {
        var cycle = TemporaryWorkspace.Good(Yaml);

        Assert.Equal(("first", Domain.Sales, CycleKind.Pdca), (cycle.Id, cycle.Domain, cycle.Kind));
        Assert.Equal("first_response", cycle.LeadMetric);
        Assert.Equal(new DateOnly(2026, 8, 31), cycle.Check.Date);
        Assert.Equal(new Target("first_response", null, 4, new DateOnly(2026, 8, 31), null), cycle.Plan.Target);
        Assert.Equal(("enquiries", "received_at", "h"), (cycle.Lead!.Source.Name, cycle.Lead.Time.Text, cycle.Lead.Unit));
        Assert.Equal(new Prediction(4, 2.5, 5.5, 0.8, "On two pilot days the median was 5 h."), cycle.Lead.Prediction);
        Assert.Null(cycle.Lead.Better);
    }

    [Fact]
    public Task Every_inference_is_told() => VerifyXunit.Verifier.Verify(
        string.Concat(TemporaryWorkspace.Good(Yaml).Inferred.Select(i => $"{i.What}: {i.Value} ({i.Because})\n")));

    [Fact]
    public void Expressions_know_their_columns()
    {
        var expression = TemporaryWorkspace.Good(Yaml).Lead!.Measure.Value!;

        var second = expression.SpanOf(expression.Columns[1]);

        Assert.Equal(("cycles/first.yaml", 5, 40, 17), (second.File, second.Line, second.Column, second.Length));
    }
}
