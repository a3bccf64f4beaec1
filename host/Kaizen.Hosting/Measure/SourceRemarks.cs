using System.Globalization;
using Kaizen.Abstractions;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Metrics;
using Kaizen.Hosting.Authoring.Verbs;
using Kaizen.Hosting.Runs;

namespace Kaizen.Hosting.Measure;

/// <summary>
/// What a person should know of the rows behind conclusions, once for each source. It is told from the evidence, so that it is
/// said again where nothing had to be read.
/// </summary>
internal static class SourceRemarks
{
    public static IEnumerable<Diagnostic> Of(IReadOnlyList<CycleResult> cycles, DateOnly asOf)
    {
        var read = from cycle in cycles
                   where cycle.Evidence is not null
                   from finding in cycle.Evidence!.Findings
                   from metric in cycle.Cycle.Metrics
                   where metric.Name == finding.Metric
                   group (Metric: metric, finding.Scan) by metric.Source.Name into source
                   orderby source.Key
                   select source.ToList();
        foreach (var source in read)
        {
            var definition = source[0].Metric.Source;
            if (source.TrueForAll(s => s.Scan.RowsRead == 0)) yield return NoRows(definition, source.Select(s => s.Metric), asOf);
            // Until that date has come, what lies behind it lies in the future.
            if (definition.KnownUntil is { } known && known <= asOf && source.Max(s => s.Scan.RowsAfterKnown) is > 0 and var rows)
                yield return Catalogue.RowsAfterKnown.At(definition.At, Counted(rows), definition.Name, WritingTurn.Iso(known), rows == 1 ? "is" : "are");
        }
    }

    private static Diagnostic NoRows(SourceDefinition source, IEnumerable<Metric> metrics, DateOnly asOf) =>
        Catalogue.NoRowsYet.Hinting(metrics.FirstOrDefault(ValueEntries.IsTyped) is { } typed ? $"no value yet: kaizen note value {typed.Name} {WritingTurn.Iso(asOf)} 5.2" : null, source.At, source.Name);

    private static string Counted(long rows) => rows == 1 ? "1 row" : string.Create(CultureInfo.InvariantCulture, $"{rows:#,0} rows");
}
