using Kaizen.Abstractions;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Expressions;
using Kaizen.Core.Metrics;
using Kaizen.Measuring.Expressions;
using Kaizen.Measuring.Grids;
using Kaizen.Measuring.Plugged;
using Kaizen.Measuring.Rows;
using Kaizen.Measuring.Tallies;

namespace Kaizen.Measuring.Scanning;

/// <summary>Checks a metric against a source's columns and makes the tally that measures it.</summary>
internal sealed class TallyFactory(string source, IReadOnlyDictionary<string, ColumnType?> schema, ZoneClock clock)
{
    private readonly Dictionary<string, Delegate> compiled = new(StringComparer.Ordinal);

    /// <summary>The types of the columns in all expressions of a metric, its comparison group among them.</summary>
    public Typing TypesOf(Metric metric) => TypesOf(metric, schema);

    /// <summary>The types of the columns in what a plugin's metric wants of a row.</summary>
    public Typing TypesOf(Metric metric, Feed feed) => new(schema, metric.Time.Text,
        [.. feed.Columns.Select(c => ((RowExpression?)c.Value, (ColumnType?)c.Type)), (metric.Measure.Where, ColumnType.Flag), (metric.Compare?.Where, ColumnType.Flag)]);

    /// <summary>The same against the columns of a source.</summary>
    public static Typing TypesOf(Metric metric, IReadOnlyDictionary<string, ColumnType?> schema)
    {
        var measure = metric.Measure;
        ColumnType? wanted = measure.Aggregate switch
        {
            Aggregate.Count or Aggregate.Rate => ColumnType.Flag,
            Aggregate.Distinct => null,
            _ => ColumnType.Number,
        };
        return new Typing(schema, metric.Time.Text,
            [(measure.Value, wanted), (measure.Over, wanted), (measure.Where, ColumnType.Flag), (metric.Compare?.Where, ColumnType.Flag)]);
    }

    /// <summary>The tally, or null where the metric does not fit the source; then no column is asked for.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="where">Its population, or that of its comparison group.</param>
    /// <param name="types">What <see cref="TypesOf(Metric)"/> gives.</param>
    /// <param name="columns">Receives the columns it reads.</param>
    /// <param name="gridOf">The grid over a time column.</param>
    /// <param name="faults">Receives what does not fit.</param>
    /// <param name="feed">Where its rows go, of a plugin's metric.</param>
    public RoutedTally? Create(
        Metric metric, RowExpression? where, Typing types, ColumnSet columns, Func<int, SlotGrid> gridOf, DiagnosticBag faults, Feed? feed = null)
    {
        // First with columns that nobody reads: a metric with a fault must not make the scan read columns for it.
        var before = faults.All.Count;
        var trial = new ColumnSet();
        var nowhere = new SlotGrid(metric.Per, new WorkCalendar(TimeZoneInfo.Utc), clock);
        Compile(metric, where, ScopeOf(metric, types, trial, null), _ => nowhere, faults, feed);
        if (faults.All.Count > before) return null;
        foreach (var column in trial.Requests) columns.OrdinalOf(column.Name, column.Type);
        var read = trial.Requests.Select(c => columns.OrdinalOf(c.Name, c.Type)).ToList();
        var (tally, route) = Compile(metric, where, ScopeOf(metric, types, columns, compiled), gridOf, faults, feed, read);
        return new RoutedTally(tally, route);
    }

    /// <summary>What the expressions of a metric are typed against.</summary>
    public ExpressionScope ScopeOf(Metric metric, Typing types) => ScopeOf(metric, types, new ColumnSet(), null);

    private ExpressionScope ScopeOf(Metric metric, Typing types, ColumnSet columns, Dictionary<string, Delegate>? shared) =>
        new(source, schema, metric.Time.Text, columns, clock) { Types = types, Compiled = shared };

    private static (Tally Tally, Route? Route) Compile(
        Metric metric, RowExpression? where, ExpressionScope scope, Func<int, SlotGrid> gridOf, DiagnosticBag faults, Feed? feed, IReadOnlyList<int>? read = null)
    {
        if (!scope.Schema.TryGetValue(scope.Time, out var type)) faults.Add(scope.Unknown(scope.Time, metric.Time.At));
        else if (type is not null and not ColumnType.Time)
            faults.Add(Catalogue.WrongType.At(metric.Time.At, "A time", ExpressionCompiler.NameOf(type.Value)));
        var grid = gridOf(scope.Columns.OrdinalOf(scope.Time, ColumnType.Time));
        var (route, rest) = where is null ? (null, null) : Route.Split(where, scope, faults);
        return (feed is null ? Gather(metric.Measure, scope, faults, grid, rest, read ?? []) : Hand(feed, scope, faults, grid, rest, read ?? []), route);
    }

    private static Tally Gather(
        Measure measure, ExpressionScope scope, DiagnosticBag faults, SlotGrid grid, Condition? where, IReadOnlyList<int> read)
    {
        var aggregate = measure.Aggregate;
        switch (aggregate)
        {
            case Aggregate.Count or Aggregate.Rate:
                var condition = measure.Value is { } c ? scope.Share(c.Text, [c.Root], () => new ExpressionCompiler(c, scope, faults).Flag(c.Root)) : null;
                return new CountTally(grid, condition, aggregate) { Where = where, Columns = read };
            case Aggregate.Distinct:
                return Distinct(measure.Value!, scope, faults, grid, where, read);
            case Aggregate.Ratio:
                return new RatioTally(grid, Number(measure.Value!, scope, faults), Number(measure.Over!, scope, faults)) { Where = where, Columns = read };
            case Aggregate.Median or Aggregate.P90:
                return new OrderTally(grid, Number(measure.Value!, scope, faults), aggregate) { Where = where, Columns = read };
            case Aggregate.Min or Aggregate.Max:
                return new ExtremeTally(grid, Number(measure.Value!, scope, faults), aggregate) { Where = where, Columns = read };
            default:
                return new SumTally(grid, Number(measure.Value!, scope, faults), aggregate) { Where = where, Columns = read };
        }
    }

    private static FeedTally Hand(Feed feed, ExpressionScope scope, DiagnosticBag faults, SlotGrid grid, Condition? where, IReadOnlyList<int> read)
    {
        FeedColumn Column(RowExpression value, ColumnType type)
        {
            var compiler = new ExpressionCompiler(value, scope, faults);
            return type switch
            {
                ColumnType.Number => new FeedColumn.Number(compiler.Number(value.Root)),
                ColumnType.Time => new FeedColumn.Time(compiler.Time(value.Root)),
                ColumnType.Flag => new FeedColumn.Flag(ExpressionCompiler.AsReading(compiler.Flag(value.Root))),
                _ => new FeedColumn.Text(ExpressionCompiler.AsReading(compiler.Text(value.Root))),
            };
        }

        return new FeedTally(grid, feed, [.. feed.Columns.Select(c => Column(c.Value, c.Type))]) { Where = where, Columns = read };
    }

    private static Numeric Number(RowExpression expression, ExpressionScope scope, DiagnosticBag faults) =>
        scope.Share(expression.Text, [expression.Root], () => new ExpressionCompiler(expression, scope, faults).Number(expression.Root));

    private static Tally Distinct(
        RowExpression value, ExpressionScope scope, DiagnosticBag faults, SlotGrid grid, Condition? where, IReadOnlyList<int> read)
    {
        var compiler = new ExpressionCompiler(value, scope, faults);
        return NaturalTypes.Of(value.Root, scope) switch
        {
            ColumnType.Number => new DistinctTally<double>(grid, compiler.Number(value.Root)) { Where = where, Columns = read },
            ColumnType.Time => new DistinctTally<long>(grid, compiler.Time(value.Root)) { Where = where, Columns = read },
            ColumnType.Flag => new DistinctTally<bool>(grid, ExpressionCompiler.AsReading(compiler.Flag(value.Root))) { Where = where, Columns = read },
            _ => new DistinctTally<string>(grid, ExpressionCompiler.AsReading(compiler.Text(value.Root))) { Where = where, Columns = read },
        };
    }
}

/// <summary>A tally and, where its population is chosen by one text, the way to it.</summary>
internal sealed record RoutedTally(Tally Tally, Route? Route);
