using Kaizen.Abstractions;
using Kaizen.Core.Checking;
using Kaizen.Core.Metrics;

namespace Kaizen.Hosting.Analysing;

/// <summary>One series to look at.</summary>
/// <param name="File">A CSV file with columns <c>date,value</c> or <c>date,numerator,denominator</c>.</param>
/// <param name="Change">First day after the change, or null for one phase.</param>
/// <param name="Better">Which direction is better, or null.</param>
/// <param name="Rules">Name of a rule set.</param>
/// <param name="Per">Period to aggregate into first; <c>Row</c> takes each row as a point.</param>
public sealed record AnalysisRequest(string File, DateOnly? Change, Better? Better, string Rules, Period Per);

/// <summary>What came of it: a finding, or the diagnostics that say why there is none.</summary>
public sealed record AnalysisResult(Finding? Finding, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>A row of the series.</summary>
/// <param name="Date">Its instant, read as UTC.</param>
/// <param name="Value">The value of a single column, or null where it is missing.</param>
/// <param name="Numerator">Of a share, or null.</param>
/// <param name="Denominator">Of a share, or null.</param>
/// <param name="Row">Number of the row, from 1.</param>
internal readonly record struct SeriesRow(DateTime Date, double? Value, double? Numerator, double? Denominator, long Row);
