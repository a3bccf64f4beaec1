using Kaizen.Abstractions;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Expressions;
using Kaizen.Core.Metrics;
using Kaizen.Core.Plugins;
using Kaizen.Measuring.Rows;
using Kaizen.Measuring.Tallies;

namespace Kaizen.Measuring.Scanning;

/// <summary>A request on its way: what it wants of the scans, and what came of it.</summary>
internal abstract class MeasureJob(MeasureRequest request)
{
    private readonly List<Redaction> hidden = [];

    public MeasureRequest Request => request;

    public DiagnosticBag Faults { get; } = new();

    public MeasureOutcome Outcome => new(request, Measurement, Faults.All.Select(d => hidden.Aggregate(d, (told, redaction) => redaction.Clean(told)) with { Cycle = request.Cycle }).ToList());

    /// <summary>The sources that it reads.</summary>
    public abstract IEnumerable<string> Sources { get; }

    protected Measurement? Measurement { get; set; }

    /// <summary>Takes the secrets of a source out of all that is told: a plugin can put one into a column's name as well.</summary>
    public void Hide(Redaction redaction) => hidden.Add(redaction);

    /// <summary>Does a step; a fault of the program in it is this request's alone.</summary>
    public void Try(Action step)
    {
        try
        {
            step();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Broke(fault);
        }
    }

    /// <summary>The same of a step that takes its time.</summary>
    public async Task TryAsync(Func<Task> step)
    {
        try
        {
            await step().ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Broke(fault);
        }
    }

    /// <summary>Says what it wants of a scan, before its first row.</summary>
    public abstract void Prepare(SourceScan scan);

    /// <summary>A scan it wanted something of is over.</summary>
    public abstract void Conclude(SourceScan scan, SeriesBuilder builder);

    /// <summary>Tells what is wrong with the rows for a population and, where there is one, its comparison group.</summary>
    protected void Check(SourceScan scan, Written time, Tally own, Tally? comparison)
    {
        var definition = scan.Source.Definition;
        if (!definition.LeaveOutBadRows)
        {
            Refuse(scan, own, comparison);
            RefuseOverflows(definition.Name, own, comparison);
        }

        // A file that is kept by hand begins without rows; one that states until when it is known has lost them.
        if (scan.Rows == 0 && definition.KnownUntil is not null) Faults.Add(Catalogue.NoRows.At(definition.At, definition.Name));
        else if (scan.Rows > 0 && own.Grid.Earliest == long.MaxValue && !Faults.HasErrors)
            Faults.Add(Catalogue.NoTimes.At(time.At, definition.Name, time.Text));
    }

    /// <summary>What was read for a population.</summary>
    protected ScanFacts FactsOf(SourceScan scan, Metric metric, Tally own, Tally? comparison) =>
        new(scan.Source.Definition.Name, scan.Rows, scan.WithoutTime(metric), LeftOut(own, comparison), scan.Fingerprint, scan.Source.Plugin)
        {
            RowsAfterKnown = scan.AfterKnown(metric),
        };

    private void Broke(Exception fault)
    {
        Measurement = null;
        Faults.Add(Catalogue.MeasuringBroke.At(request.Metric.At, request.Metric.Name, fault.GetType().Name, fault.Message));
    }

    private void Refuse(SourceScan scan, Tally own, Tally? comparison)
    {
        var refused = new[] { own, comparison }.OfType<Tally>().SelectMany(scan.RefusedFor).DistinctBy(r => r.Values);
        foreach (var (column, values) in refused) Faults.Add(RefusedLines.Told(scan.Source.Definition, column, values));
    }

    /// <summary>Says at each expression in which rows it left the range of a double, in the metric's population or its comparison group.</summary>
    private void RefuseOverflows(string source, Tally own, Tally? comparison)
    {
        var metric = request.Metric;
        var found = Overflows(own, metric.Measure.Where).Concat(Overflows(comparison, metric.Compare?.Where));
        foreach (var group in found.GroupBy(o => o.Expression))
        {
            var rows = group.SelectMany(o => o.Rows.Rows).Distinct().Count();
            Faults.Add(Catalogue.RowsBeyondRange.At(group.Key?.At ?? metric.At, source, metric.Name, rows == 1 ? "1 row" : $"{rows} rows") with
            {
                Hint = "mend the rows, or keep the expression in range",
                Details = group.SelectMany(o => o.Rows.First).DistinctBy(v => v.Row).OrderBy(v => v.Row).Take(Refusals.Kept).Select(RefusedLines.Line).ToList(),
            });
        }
    }

    private IEnumerable<Overflow> Overflows(Tally? tally, RowExpression? where)
    {
        if (tally is null) yield break;
        foreach (var (part, rows) in tally.Overflowed)
            yield return new Overflow(part switch { ExpressionPart.Where => where, ExpressionPart.Over => request.Metric.Measure.Over, _ => request.Metric.Measure.Value }, rows);
    }

    private long LeftOut(Tally tally, Tally? comparison) =>
        Math.Max(tally.LeftOut, comparison?.LeftOut ?? 0)
        + Overflows(tally, null).Concat(Overflows(comparison, null)).SelectMany(o => o.Rows.Rows).Distinct().LongCount();

    /// <summary>The rows in which an expression left the range of a double.</summary>
    private sealed record Overflow(RowExpression? Expression, OverflowedRows Rows);
}
