using Kaizen.Abstractions;
using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;
using Kaizen.Statistics;

namespace Kaizen.Hosting.Analysing;

/// <summary>A series without a cycle around it, looked at with the same check as any other.</summary>
internal static class Analysis
{
    public static Finding Of(Series series, AnalysisRequest request, bool shares, ScanFacts scan)
    {
        var name = Path.GetFileNameWithoutExtension(request.File);
        var here = new SourceSpan(request.File, 1, 1);
        var end = series.Points.Count == 0 ? DateOnly.MinValue : DateOnly.FromDateTime(series.Points.Max(p => p.Finish)).AddDays(1);
        var source = new SourceDefinition { Name = name, At = here, Use = new Written("csv", here), KnownUntil = end };
        var metric = new Metric
        {
            Name = name,
            At = here,
            Source = source,
            Time = new Written("date", here),
            Measure = new Core.Metrics.Measure(shares ? Aggregate.Rate : Aggregate.Mean, null, null, null),
            Unit = shares ? Quantity.Share : "",
            Better = request.Better,
            Per = request.Per,
        };
        var cycle = new Cycle
        {
            Id = name,
            File = request.File,
            Title = name,
            Metrics = [metric],
            Rules = request.Rules,
            Do = new Do { Started = request.Change },
            // All the rows there are lie in the file: the window is as complete as it will be.
            Check = new CheckPlan { Date = end },
            DefinitionHash = "",
        };
        var windows = new Windows(null, null, null, null, end.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), null);
        var finding = CycleCheck.Find(cycle, new Measurement(metric, "check", windows, series, null, scan), end, new WorkCalendar(TimeZoneInfo.Utc));
        return request.Change is null ? OnePhase(finding, series, request) : finding;
    }

    /// <summary>Without a change every point is judged against limits from all of them. Nothing is before or after, so a verdict,
    /// which is about a change, has not enough data: the signals and the run chart say what the chart says.</summary>
    private static Finding OnePhase(Finding finding, Series series, AnalysisRequest request)
    {
        var values = series.Points.Select(p => p.Value ?? double.NaN).ToArray();
        IReadOnlyList<Signal> signals = finding.Limits is { } limits && RuleSet.Find(request.Rules) is { } rules
            ? Rules.Apply(rules, values, limits.Centre, limits.Lower, limits.Upper)
                .Select(h => new Signal(h.Rule, series.Points[h.Completing].Period, h.Members.Select(m => series.Points[m].Period).ToList())).ToList()
            : [];
        var run = RunChart.Analyse(values);
        finding = finding with
        {
            Design = "one phase",
            Before = null,
            After = null,
            Difference = null,
            Interval = null,
            MedianBefore = null,
            MedianAfter = null,
            Pooled = null,
            PooledDifference = null,
            PooledInterval = null,
            HodgesLehmann = null,
            Effect = EffectWord.Unjudged,
            VsPrediction = null,
            Signals = signals,
            RunChart = run.Median is { } median ? new RunChartFinding(median, run.Useful, run.LongestRun, run.LongestRunMax, run.Crossings, run.CrossingsMin, run.Signal) : null,
        };
        return finding with { Claim = $"One phase of {ClaimWords.Count(finding.NBefore, "point")}. {ClaimWords.Rules(finding)}" };
    }
}
