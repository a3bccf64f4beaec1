using Kaizen.Core.Metrics;

namespace Kaizen.Measuring.Pushing;

/// <summary>A tally as SQL: a value for each row, null where the row is not in the population, and aggregates over it.</summary>
internal sealed class PushedTally
{
    private readonly string rows, count;
    private readonly string? first, second;

    public PushedTally(Asked asked, PushPlan plan)
    {
        Asked = asked;
        var translator = new Translator(asked.Scope, plan);
        var stages = plan.Stages;
        Sql? where = asked.Where is { } w ? stages.Let(translator.Flag(w.Root)) : null;
        Sql InPopulation(Sql value) => stages.Let(where is { } condition ? Sql.Of("CASE WHEN {0} THEN {1} END", condition, value) : value);
        rows = where is { } all ? $"COUNT(CASE WHEN {all.Text} THEN 1 END)" : "COUNT(*)";
        var measure = asked.Metric.Measure;
        switch (Aggregate)
        {
            case Aggregate.Count or Aggregate.Rate:
                count = measure.Value is { } c ? $"COUNT(CASE WHEN {InPopulation(translator.Flag(c.Root)).Text} THEN 1 END)" : rows;
                break;
            case Aggregate.Distinct:
                count = $"COUNT(DISTINCT {InPopulation(translator.Natural(measure.Value!.Root)).Text})";
                break;
            case Aggregate.Ratio:
                var (above, below) = (stages.Let(translator.Number(measure.Value!.Root)), stages.Let(translator.Number(measure.Over!.Root)));
                Value = InPopulation(Sql.Of("CASE WHEN {1} IS NOT NULL THEN {0} END", above, below));
                (count, first) = ($"COUNT({Value.Text})", plan.Dialect.Sum(Value));
                second = plan.Dialect.Sum(InPopulation(Sql.Of("CASE WHEN {1} IS NOT NULL THEN {0} END", below, above)));
                break;
            default:
                Value = InPopulation(translator.Number(measure.Value!.Root));
                count = $"COUNT({Value.Text})";
                first = Aggregate switch { Aggregate.Median or Aggregate.P90 => null, Aggregate.Min => $"MIN({Value.Text})", Aggregate.Max => $"MAX({Value.Text})", _ => plan.Dialect.Sum(Value) };
                break;
        }
    }

    public Asked Asked { get; }

    public Aggregate Aggregate => Asked.Metric.Measure.Aggregate;

    /// <summary>Whether its value is one or two of the rows' values, which another query finds.</summary>
    public bool IsOrder => Aggregate is Aggregate.Median or Aggregate.P90;

    /// <summary>Of an aggregate over numbers: the number of a row.</summary>
    public Sql Value { get; }

    /// <summary>Adds its aggregates to a query; what comes back reads them.</summary>
    public Func<object?[], Cell> AskIn(GroupQuery query)
    {
        var (r, n) = (query.Ask(rows), query.Ask(count));
        var (a, b) = (first is null ? -1 : query.Ask(first), second is null ? -1 : query.Ask(second));
        return v => new Cell((long)v[r]!, (long)v[n]!, a < 0 ? null : (double?)v[a], b < 0 ? null : (double?)v[b]);
    }
}
