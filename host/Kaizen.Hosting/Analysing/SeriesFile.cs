using Kaizen.Abstractions;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Metrics;
using Kaizen.Core.Plugins;
using Kaizen.Hosting.Authoring;
using Kaizen.Hosting.Define;

namespace Kaizen.Hosting.Analysing;

/// <summary>Reads one series from a CSV file through the same plugin as any other source.</summary>
internal sealed class SeriesFile(SourceOpener opener)
{
    private static readonly string[] Single = ["date", "value"];
    private static readonly string[] Share = ["date", "numerator", "denominator"];

    public async Task<AnalysisResult> AnalyseAsync(AnalysisRequest request, CancellationToken cancellation)
    {
        var faults = new DiagnosticBag();
        if (await OpenAsync(request.File, faults, cancellation).ConfigureAwait(false) is not { } source) return new AnalysisResult(null, faults.All);
        var columns = await Guard(source, faults, source.Source.DescribeAsync, cancellation).ConfigureAwait(false);
        if (columns is null) return new AnalysisResult(null, faults.All);
        if (Wanted(columns) is not { } wanted)
        {
            faults.Add(Catalogue.SeriesColumns.At(new SourceSpan(request.File, 1, 1), request.File, string.Join(",", columns.Select(c => c.Name))) with
            {
                Hint = "rename the columns in the first line",
            });
            return new AnalysisResult(null, faults.All);
        }

        var rows = await Guard(source, faults, stop => RowsAsync(source, wanted, faults, stop), cancellation).ConfigureAwait(false);
        if (rows is null || faults.HasErrors) return new AnalysisResult(null, faults.All);
        var shares = wanted.Length == 3;
        if (SeriesPoints.Of(rows, request, shares, faults) is not { } series) return new AnalysisResult(null, faults.All);
        var counted = shares && rows.All(r => r is not { Numerator: { } x, Denominator: { } n } || (x >= 0 && x <= n && double.IsInteger(x) && double.IsInteger(n)));
        var scan = new ScanFacts(request.File, rows.Count, 0, 0, source.Fingerprint, source.Plugin);
        return new AnalysisResult(Analysis.Of(series, request, counted, scan), faults.All);
    }

    /// <summary>The columns as the file spells them, in the order date, value or date, numerator, denominator.</summary>
    private static string[]? Wanted(IReadOnlyList<SourceColumn> columns)
    {
        foreach (var set in new[] { Single, Share })
        {
            var found = set.Select(name => columns.FirstOrDefault(c => c.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Name).OfType<string>().ToArray();
            if (found.Length == set.Length) return found;
        }

        return null;
    }

    private async Task<OpenedSource?> OpenAsync(string file, DiagnosticBag faults, CancellationToken cancellation)
    {
        var here = new SourceSpan(file, 1, 1);
        var dialect = Dialect.Of(file);
        Written Say(string text) => new(text, here);
        var definition = new SourceDefinition
        {
            Name = Path.GetFileName(file),
            At = here,
            Use = Say("csv"),
            Options =
            [
                new WrittenOption(Say("path"), [Say(file)], false),
                new WrittenOption(Say("delimiter"), [Say(dialect.DelimiterName)], false),
                new WrittenOption(Say("decimal"), [Say(dialect.Marks.Decimal.ToString())], false),
            ],
        };
        return await opener.OpenAsync(definition, Directory.GetCurrentDirectory(), faults, cancellation).ConfigureAwait(false);
    }

    private static async ValueTask<List<SeriesRow>?> RowsAsync(OpenedSource source, string[] wanted, DiagnosticBag faults, CancellationToken cancellation)
    {
        var refusals = new Refusals();
        var request = new ReadRequest([.. wanted.Select((name, i) => new ColumnRequest(name, i == 0 ? ColumnType.Time : ColumnType.Number))], refusals);
        var rows = new List<SeriesRow>();
        var reader = await source.Source.OpenAsync(request, cancellation).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
            {
                if (reader.IsDBNull(0)) continue;
                var date = reader.GetDateTime(0);
                double? Number(int column) => reader.IsDBNull(column) ? null : reader.GetDouble(column);
                rows.Add(wanted.Length == 2
                    ? new SeriesRow(date, Number(1), null, null, rows.Count + 1)
                    : new SeriesRow(date, null, Number(1), Number(2), rows.Count + 1));
            }
        }

        foreach (var column in refusals.Columns)
        {
            var count = refusals.CountOf(column);
            faults.Add(Catalogue.RefusedValues.At(source.Definition.At, source.Definition.Name, count == 1 ? "1 value" : $"{count} values", column) with
            {
                Hint = "mend the value, or leave it empty where it is not known",
                Details = refusals.FirstOf(column).Select(v => v.Line > 0 ? $"row {v.Row} (line {v.Line}): '{v.Text}' is {v.Why}" : $"row {v.Row}: '{v.Text}' is {v.Why}").ToList(),
            });
        }

        if (rows.Count == 0 && refusals.Count == 0) faults.Add(Catalogue.NoRows.At(source.Definition.At, source.Definition.Name) with { Hint = "write one row a date under the first line" });
        return rows;
    }

    private static ValueTask<T?> Guard<T>(OpenedSource source, DiagnosticBag faults, Func<CancellationToken, ValueTask<T>> call, CancellationToken cancellation) =>
        PluginGate.RunAsync(source.Call, faults, (_, stop) => call(stop), cancellation);
}
