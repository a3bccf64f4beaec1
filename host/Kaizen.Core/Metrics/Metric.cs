using Kaizen.Abstractions;
using Kaizen.Core.Cycles;
using Kaizen.Core.Expressions;

namespace Kaizen.Core.Metrics;

/// <summary>A number that a cycle follows: a source, a time column, one aggregate over a row expression.</summary>
public sealed record Metric
{
    /// <summary>Its name in the cycle.</summary>
    public required string Name { get; init; }

    /// <summary>Where its name stands.</summary>
    public required SourceSpan At { get; init; }

    /// <summary>The operational definition in words, or null.</summary>
    public string? Definition { get; init; }

    public required SourceDefinition Source { get; init; }

    /// <summary>The column that says when a row happened.</summary>
    public required Written Time { get; init; }

    public required Measure Measure { get; init; }

    /// <summary>Unit for people and pages: <c>h</c>, <c>days</c>, <c>share</c> for a fraction, or empty.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Which direction is better; null where it is to be told from the target and the data, or not at all.</summary>
    public Better? Better { get; init; }

    public MetricRole Role { get; init; } = MetricRole.Outcome;

    /// <summary>Whether it moves before the outcome or after it, or null where the team did not say.</summary>
    public Indicator? Signal { get; init; }

    public Horizon Horizon { get; init; } = Horizon.Short;

    public Period Per { get; init; } = Period.Week;

    /// <summary>Delay until a value can be known.</summary>
    public CalendarSpan? Latency { get; init; }

    /// <summary>How long a slot needs after its end before it counts; from <c>within</c> in the expression or stated.</summary>
    public CalendarSpan? Maturity { get; init; }

    /// <summary>After how long its ordinary ups and downs repeat (<c>12m</c>), or null where it has no season.</summary>
    public CalendarSpan? Season { get; init; }

    /// <summary>The ends of its value axis on charts, or null where the data tell them.</summary>
    public ValueAxis? Axis { get; init; }

    public Guardrail? Guardrail { get; init; }

    /// <summary>What the team expects; for the lead metric it may stand at a countermeasure.</summary>
    public Prediction? Prediction { get; init; }

    /// <summary>Baseline of this metric, or of its cycle; <c>after_of</c> is already resolved to dates.</summary>
    public Baseline Baseline { get; init; } = new(null, null, null, null);

    public Comparison? Compare { get; init; }

    /// <summary>The sources that it reads, each once; the first says from when to when rows are known.</summary>
    public IEnumerable<SourceDefinition> Sources =>
        Measure.Plugin is { } plugin ? plugin.Inputs.Select(i => i.Source).Prepend(Source).DistinctBy(s => s.Name) : [Source];
}

/// <summary>An aggregate over rows.</summary>
/// <param name="Aggregate">Which one.</param>
/// <param name="Value">The row expression; null for <c>count</c> of all rows.</param>
/// <param name="Over">The denominator's expression of a <c>ratio</c>, else null.</param>
/// <param name="Where">The condition that says who is in the population, or null for all rows.</param>
public sealed record Measure(Aggregate Aggregate, RowExpression? Value, RowExpression? Over, RowExpression? Where)
{
    /// <summary>Who computes it, with <see cref="Aggregate.Plugin"/>; else null.</summary>
    public PluginMeasure? Plugin { get; init; }
}

/// <summary>A number that a plugin computes.</summary>
/// <param name="Use">The metric, <c>plugin/metric</c>, and where it stands.</param>
/// <param name="Options">The options under <c>with:</c> as written.</param>
public sealed record PluginMeasure(Written Use, IReadOnlyList<WrittenOption> Options)
{
    /// <summary>Its inputs by name; empty where it reads the metric's one source.</summary>
    public IReadOnlyList<PluginInput> Inputs { get; init; } = [];
}

/// <summary>Rows that a plugin's metric reads.</summary>
/// <param name="Name">The plugin's name for them.</param>
/// <param name="Source">Where they come from.</param>
/// <param name="Time">The column that says when a row happened.</param>
public sealed record PluginInput(Written Name, SourceDefinition Source, Written Time);

/// <summary>
/// The aggregates. <c>Rate</c> is the share of rows where a condition is true, <c>Ratio</c> a sum over a sum, <c>Plugin</c> what a
/// plugin computes.
/// </summary>
public enum Aggregate { Median, Mean, Sum, Count, Rate, Min, Max, P90, Distinct, Ratio, Plugin }

/// <summary>Which direction is better.</summary>
public enum Better { Lower, Higher }

/// <summary>What a metric is for.</summary>
public enum MetricRole { Outcome, Process, Balancing }

/// <summary>Whether a metric moves before the outcome or after it.</summary>
public enum Indicator { Leading, Lagging }

/// <summary>Which feedback loop a metric belongs to.</summary>
public enum Horizon { Short, Long }

/// <summary>How long a slot is; <c>Row</c> takes each row as a point.</summary>
public enum Period { Day, Week, Month, Row }

/// <summary>A length in local calendar units: <c>14d</c>, <c>26w</c>, <c>3m</c>.</summary>
/// <param name="Count">How many, at least 0.</param>
/// <param name="Unit"><c>d</c>, <c>w</c> or <c>m</c>.</param>
public readonly record struct CalendarSpan(int Count, char Unit)
{
    /// <summary>The date this long after <paramref name="day"/>.</summary>
    public DateOnly After(DateOnly day) => Unit switch
    {
        'w' => day.AddDays(7 * Count),
        'm' => day.AddMonths(Count),
        _ => day.AddDays(Count),
    };

    /// <summary>As it is written.</summary>
    public override string ToString() => $"{Count}{Unit}";
}

/// <summary>What is expected, before Do. For a rate all numbers are fractions.</summary>
/// <param name="Expect">Expected value.</param>
/// <param name="Low">Lower end of the interval, or null where it is open.</param>
/// <param name="High">Upper end of the interval, or null where it is open.</param>
/// <param name="Confidence">Stated confidence, 0 to 1.</param>
/// <param name="Because">Why.</param>
public sealed record Prediction(double Expect, double? Low, double? High, double Confidence, string? Because)
{
    /// <summary>When it shall be seen, or null for the check date.</summary>
    public DateOnly? Due { get; init; }
}

/// <summary>What must not get worse than: a value, or a change from the baseline's mean.</summary>
public readonly record struct Guardrail(double? Value, double? Change);

/// <summary>Which points are before. Dates are exclusive as ends, inclusive as starts.</summary>
/// <param name="From">First day, or null for all known.</param>
/// <param name="To">Exclusive end, or null for the start of Do.</param>
/// <param name="Because">Why it was chosen.</param>
/// <param name="AfterOf">Id of the cycle whose after-window this is, or null.</param>
public sealed record Baseline(DateOnly? From, DateOnly? To, string? Because, string? AfterOf);

/// <summary>The ends of a chart's value axis.</summary>
public readonly record struct ValueAxis(double Low, double High);

/// <summary>A group that did not get the change, measured in the same way.</summary>
/// <param name="Label">Its name on the page.</param>
/// <param name="Where">Who is in it; takes the place of the metric's own condition.</param>
public sealed record Comparison(string Label, RowExpression Where);
