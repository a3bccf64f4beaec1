using Kaizen.Abstractions;
using Kaizen.Core.Metrics;

namespace Kaizen.Measuring;

/// <summary>A metric of a cycle that is to be measured for one of its windows.</summary>
/// <param name="Cycle">Id of the cycle.</param>
/// <param name="Metric">The metric.</param>
/// <param name="Window"><c>check</c> or <c>late</c>.</param>
/// <param name="Windows">The windows, as instants.</param>
public sealed record MeasureRequest(string Cycle, Metric Metric, string Window, Windows Windows);

/// <summary>What came of one request.</summary>
/// <param name="Request">The request.</param>
/// <param name="Measurement">The series, or null where a diagnostic says why there is none.</param>
/// <param name="Diagnostics">Each with the id of the cycle; an error stops that cycle.</param>
public sealed record MeasureOutcome(MeasureRequest Request, Measurement? Measurement, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>What came of a run's requests.</summary>
/// <param name="Outcomes">One for each request, in their order.</param>
public sealed record MeasureResult(IReadOnlyList<MeasureOutcome> Outcomes)
{
    /// <summary>Every diagnostic once: a cycle hears of a bad column once, however many of its metrics read it.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics =>
        Outcomes.SelectMany(o => o.Diagnostics).DistinctBy(d => (d.Cycle, d.Code, d.Span, d.Message)).ToList();
}

/// <summary>How far a scan is.</summary>
/// <param name="Source">Name of the source.</param>
/// <param name="Rows">Rows read so far.</param>
public readonly record struct ScanProgress(string Source, long Rows);
