using System.Data.Common;
using Kaizen.Abstractions;
using Kaizen.Plugin.Shared;

namespace Kaizen.Plugin.Csv;

internal sealed class CsvSource(CsvSettings settings) : ISource
{
    public async ValueTask<string?> FingerprintAsync(CancellationToken cancellation) =>
        await InputFiles.FingerprintAsync(InputFiles.Of(settings.Path), cancellation).ConfigureAwait(false);

    public ValueTask<IReadOnlyList<SourceColumn>> DescribeAsync(CancellationToken cancellation)
    {
        var files = InputFiles.Of(settings.Path);
        var first = Names(files[0]);
        foreach (var file in files.Skip(1))
        {
            cancellation.ThrowIfCancellationRequested();
            SameColumns.Check(files[0], first, file, Names(file));
        }

        return new(first.Select(name => new SourceColumn(name, null)).ToList());
    }

    public ValueTask<DbDataReader> OpenAsync(ReadRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var cells = request.Columns.Select(c => new CsvCell(c.Name, c.Type)).ToArray();
        return new(new CsvRows(new CsvFiles(settings, InputFiles.Of(settings.Path), cells), cells, new CsvValues(settings.Formats), request));
    }

    /// <summary>A column without a name (a comma at the end of the header) cannot be asked for.</summary>
    private List<string> Names(InputFile file)
    {
        var quotes = new CsvQuotes(file.Written, "");
        using var reader = CsvFile.Open(settings, file, quotes);
        return CsvFile.Header(reader, file, quotes).Where(h => h.Length > 0).ToList();
    }
}
