using Kaizen.Abstractions;

namespace Kaizen.Core.Metrics;

/// <summary>One metric measured over its grid.</summary>
/// <param name="Points">One point a slot, in order of time, empty slots included.</param>
/// <param name="Before">The same aggregate over all rows of the counted slots before.</param>
/// <param name="After">The same aggregate over all rows of the counted slots after.</param>
public sealed record Series(IReadOnlyList<SeriesPoint> Points, Pooled Before, Pooled After);

/// <summary>A slot with its value.</summary>
/// <param name="Period">Its name, such as <c>2026-W12</c>.</param>
/// <param name="Start">First instant.</param>
/// <param name="Finish">First instant after it.</param>
/// <param name="Value">The aggregate, or null where the slot is missing.</param>
/// <param name="Rows">Rows of the population in the slot.</param>
/// <param name="Numerator">Of a rate or ratio, else null.</param>
/// <param name="Denominator">Of a rate or ratio, else null.</param>
/// <param name="Phase">On which side it counts.</param>
public sealed record SeriesPoint(
    string Period, DateTime Start, DateTime Finish, double? Value, long Rows, double? Numerator, double? Denominator, Phase Phase);

/// <summary>An aggregate over the rows of several slots taken together: what a reader calls "29 % to 38 %".</summary>
/// <param name="Value">The aggregate, or null where no row has a value.</param>
/// <param name="Rows">Rows of the population.</param>
/// <param name="Numerator">Of a rate or ratio, else null.</param>
/// <param name="Denominator">Of a rate or ratio, else null.</param>
public sealed record Pooled(double? Value, long Rows, double? Numerator, double? Denominator);

/// <summary>A metric of a cycle with everything that was measured for it.</summary>
/// <param name="Metric">Which one.</param>
/// <param name="Window"><c>check</c> or <c>late</c>.</param>
/// <param name="Windows">Its windows.</param>
/// <param name="Own">Its series.</param>
/// <param name="Comparison">The comparison group's series over the same grid, or null.</param>
/// <param name="Scan">What was read for it.</param>
public sealed record Measurement(Metric Metric, string Window, Windows Windows, Series Own, Series? Comparison, ScanFacts Scan)
{
    /// <summary>Small tables and graphs of the plugin that computed it.</summary>
    public IReadOnlyList<Exhibit> Exhibits { get; init; } = [];
}

/// <summary>What a scan read from a source.</summary>
/// <param name="Source">Name of the source.</param>
/// <param name="RowsRead">Rows read, each once however many metrics asked.</param>
/// <param name="RowsWithoutTime">Rows without a time, which no slot can hold.</param>
/// <param name="RowsLeftOut">Rows left out because a value was refused and the source says so.</param>
/// <param name="Fingerprint">Of the source at the time of reading, or null.</param>
/// <param name="Plugin">Plugin and version that read it, such as <c>csv 0.1.0</c>.</param>
public sealed record ScanFacts(string Source, long RowsRead, long RowsWithoutTime, long RowsLeftOut, string? Fingerprint, string Plugin)
{
    /// <summary>Rows on or after the source's <c>known_until</c>, which no slot holds; 0 where it states none.</summary>
    public long RowsAfterKnown { get; init; }
}
