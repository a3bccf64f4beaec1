using Kaizen.Abstractions;
using Kaizen.Core.Metrics;
using Kaizen.Statistics;

namespace Kaizen.Core.Checking;

/// <summary>What the check says of one metric. Rates are fractions; everything that a page shows is in here.</summary>
public sealed record Finding
{
    public required string Metric { get; init; }

    /// <summary>The operational definition in words, or null.</summary>
    public string? Definition { get; init; }

    public string Unit { get; init; } = "";

    public Better? Better { get; init; }

    public MetricRole Role { get; init; }

    public Horizon Horizon { get; init; }

    public Aggregate Aggregate { get; init; }

    public Period Per { get; init; }

    /// <summary><c>check</c> or <c>late</c>.</summary>
    public required string Window { get; init; }

    /// <summary>Whether the window, and the maturity where there is one, has passed.</summary>
    public bool Complete { get; init; }

    /// <summary>The verdict of the plain before and after.</summary>
    public Verdict Verdict { get; init; }

    /// <summary>What the verdict means for the metric; it rests on the comparison's verdict where one is declared.</summary>
    public EffectWord Effect { get; init; }

    public PredictionWord? VsPrediction { get; init; }

    /// <summary>What was learned about the theory, in the words of DOMAIN, or null where nothing was predicted.</summary>
    public string? Learned { get; init; }

    /// <summary>The design of the check, such as "before and after".</summary>
    public required string Design { get; init; }

    /// <summary>The claim in the engine's fixed grammar.</summary>
    public required string Claim { get; init; }

    /// <summary>Mean of the counted slots before.</summary>
    public double? Before { get; init; }

    /// <summary>Mean of the counted slots after.</summary>
    public double? After { get; init; }

    public double? Difference { get; init; }

    /// <summary>95 % interval of <see cref="Difference"/>, widened for autocorrelation.</summary>
    public Interval? Interval { get; init; }

    public double? MedianBefore { get; init; }

    public double? MedianAfter { get; init; }

    public int NBefore { get; init; }

    public int NAfter { get; init; }

    /// <summary>Slots after the change that are too young to count.</summary>
    public int NImmature { get; init; }

    /// <summary>The same aggregate over the rows of the counted slots: before and after.</summary>
    public PooledPair? Pooled { get; init; }

    public double? PooledDifference { get; init; }

    /// <summary>Newcombe's interval where the metric is a rate, else null.</summary>
    public Interval? PooledInterval { get; init; }

    public long RowsBefore { get; init; }

    public long RowsAfter { get; init; }

    public double? HodgesLehmann { get; init; }

    /// <summary>XmR limits frozen from the points before, or null below 12 points.</summary>
    public Limits? Limits { get; init; }

    /// <summary>Name of the rule set.</summary>
    public string Rules { get; init; } = "default";

    public IReadOnlyList<Signal> Signals { get; init; } = [];

    public RunChartFinding? RunChart { get; init; }

    public PredictionFinding? Prediction { get; init; }

    public GuardrailFinding? Guardrail { get; init; }

    public ComparisonFinding? Comparison { get; init; }

    /// <summary>Every slot of the grid, for the chart and the table behind it.</summary>
    public IReadOnlyList<FindingPoint> Points { get; init; } = [];

    /// <summary>Dates of the windows, for the chart.</summary>
    public required FindingWindows Windows { get; init; }

    public required ScanFacts Scan { get; init; }

    /// <summary>Small tables and graphs of the plugin that computed the metric.</summary>
    public IReadOnlyList<Exhibit> Exhibits { get; init; } = [];
}

/// <summary>A closed interval.</summary>
public readonly record struct Interval(double Low, double High);

/// <summary>A pooled value before and after.</summary>
public readonly record struct PooledPair(double? Before, double? After);

/// <summary>Natural process limits. <paramref name="Kind"/> is <c>trial</c> (12 to 19 points) or <c>firm</c>.</summary>
public sealed record Limits(double Centre, double Lower, double Upper, string Kind);

/// <summary>A rule that fired: the point that completes the pattern, and its members.</summary>
public sealed record Signal(string Rule, string Period, IReadOnlyList<string> Members);

/// <summary>The run chart after Anhøj of all counted points around the median before.</summary>
public sealed record RunChartFinding(
    double Median, int Useful, int? LongestRun, int? LongestRunMax, int? Crossings, int? CrossingsMin, bool Signal);

/// <summary>A prediction as it was checked.</summary>
public sealed record PredictionFinding(double Expect, OpenInterval Between, double Confidence, string? Because);

/// <summary>An interval of which one end may be open.</summary>
public readonly record struct OpenInterval(double? Low, double? High);

/// <summary>The guardrail's value (absolute), and whether the mean after held it; null while fewer than 4 points are after.</summary>
public sealed record GuardrailFinding(double Value, bool? Held);

/// <summary>The difference of differences against a comparison group.</summary>
public sealed record ComparisonFinding(
    string Label, double? Before, double? After, double? Difference, Interval? Interval, Verdict Verdict,
    PooledPair? Pooled, IReadOnlyList<FindingPoint> Points);

/// <summary>A slot as it is drawn.</summary>
public sealed record FindingPoint(
    string Period, DateOnly Date, double? Value, long Rows, double? Numerator, double? Denominator, Phase Phase);

/// <summary>The windows in local dates; ends are exclusive.</summary>
public sealed record FindingWindows(
    DateOnly? BeforeFrom, DateOnly? BeforeTo, DateOnly? Started, DateOnly? CheckDate, DateOnly Cut, string? Maturity);
