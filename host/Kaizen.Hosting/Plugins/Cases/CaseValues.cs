using Kaizen.Abstractions;
using Kaizen.Core.Checking;
using Kaizen.Hosting.Runs;

namespace Kaizen.Hosting.Plugins.Cases;

/// <summary>A point of a series in a test case.</summary>
/// <param name="Period">Such as <c>2026-W12</c>.</param>
/// <param name="Value">The value, or null where there is none.</param>
/// <param name="N">Rows in the period.</param>
/// <param name="Numerator">Where the metric has one.</param>
/// <param name="Denominator">Where the metric has one.</param>
internal sealed record CasePoint(string Period, double? Value, long N, double? Numerator, double? Denominator);

/// <summary>What a test case gives, or is expected to give.</summary>
/// <param name="Tolerance">How far two numbers may be apart, as a share of the larger one.</param>
/// <param name="Metrics">Points by the metric's name; periods without rows and value are left out.</param>
/// <param name="Diagnostics">Codes, each once, in order.</param>
internal sealed record CaseValues(double Tolerance, IReadOnlyDictionary<string, IReadOnlyList<CasePoint>> Metrics, IReadOnlyList<string> Diagnostics)
{
    /// <summary>The file of a cycle that stands in a case, without its ending.</summary>
    public const string Cycle = "cycle";

    /// <summary>What a run gave.</summary>
    public static CaseValues Of(RunResult run, double tolerance)
    {
        var metrics = new SortedDictionary<string, IReadOnlyList<CasePoint>>(StringComparer.Ordinal);
        foreach (var evidence in run.Evidence)
            foreach (var finding in evidence.Findings)
                metrics[Name(evidence, finding)] = [.. finding.Points.Where(p => p.Rows > 0 || p.Value is not null).Select(p => new CasePoint(p.Period, p.Value, p.Rows, p.Numerator, p.Denominator))];
        return new CaseValues(tolerance, metrics, [.. run.Diagnostics.Where(Counts).Select(d => d.Code).Distinct().Order(StringComparer.Ordinal)]);
    }

    /// <summary>Errors count, and what is told of the data.</summary>
    public static bool Counts(Diagnostic diagnostic) => diagnostic.Severity == Severity.Error || diagnostic.Code.StartsWith("KZ3", StringComparison.Ordinal);

    private static string Name(CycleEvidence evidence, Finding finding) =>
        (evidence.Id == Cycle ? "" : $"{evidence.Id}/") + finding.Metric + (finding.Window == "check" ? "" : $" {finding.Window}");
}
