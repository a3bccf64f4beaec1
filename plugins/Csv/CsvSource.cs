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
            Agree(files[0], first, file, Names(file));
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
        using var reader = CsvFile.Open(settings, file, _ => { });
        return CsvFile.Header(reader, file).Where(h => h.Length > 0).ToList();
    }

    /// <summary>The order of the columns may differ from file to file, their names may not.</summary>
    private static void Agree(InputFile first, List<string> names, InputFile other, List<string> others)
    {
        var (missing, added) = (names.Except(others).ToList(), others.Except(names).ToList());
        if (missing.Count == 0 && added.Count == 0) return;
        var (column, has, lacks) = missing.Count > 0 ? (missing[0], first, other) : (added[0], other, first);
        throw new SourceException($"The files '{first.Written}' and '{other.Written}' do not have the same columns: '{column}' is in '{has.Written}' and not in '{lacks.Written}'.", "give them one header, or make two sources of them");
    }
}
