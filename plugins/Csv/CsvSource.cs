using System.Data.Common;
using System.Security.Cryptography;
using CsvHelper;
using Kaizen.Abstractions;

namespace Kaizen.Plugin.Csv;

internal sealed class CsvSource(CsvSettings settings) : ISource
{
    public async ValueTask<string?> FingerprintAsync(CancellationToken cancellation)
    {
        try
        {
            await using var file = new FileStream(settings.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1, FileOptions.SequentialScan);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = new byte[1 << 18];
            int read;
            while ((read = await file.ReadAsync(buffer, cancellation).ConfigureAwait(false)) > 0) hash.AppendData(buffer, 0, read);
            return $"sha256:{Convert.ToHexStringLower(hash.GetHashAndReset())}";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CsvFile.Unreadable(settings, e);
        }
    }

    public ValueTask<IReadOnlyList<SourceColumn>> DescribeAsync(CancellationToken cancellation)
    {
        using var reader = CsvFile.Open(settings, _ => { });
        // A column without a name (a comma at the end of the header) cannot be asked for.
        return new(Header(reader).Where(h => h.Length > 0).Select(h => new SourceColumn(h, null)).ToList());
    }

    public ValueTask<DbDataReader> OpenAsync(ReadRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        CsvMalformedRecord? open = null;
        var reader = CsvFile.Open(settings, m => { if (m.Reason == CsvMalformedReason.UnterminatedQuote) open = m; });
        try
        {
            var header = Header(reader);
            var cells = request.Columns.Select(c => new CsvCell(c.Name, c.Type, Field(header, c.Name))).ToArray();
            return new(new CsvRows(new CsvRecords(reader, header.Count, () => open), cells, new CsvValues(settings.Formats), request));
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    private int Field(List<string> header, string name)
    {
        var field = header.IndexOf(name);
        return field >= 0 ? field : throw new SourceException($"The file '{settings.WrittenPath}' has no column '{name}' any more.", "was the file changed while it was read? run again");
    }

    private List<string> Header(CsvReader reader)
    {
        List<string> header;
        try
        {
            header = reader.Headers.Select(h => h.Trim()).ToList();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CsvFile.Unreadable(settings, e);
        }

        if (header.All(h => h.Length == 0))
            throw new SourceException($"The file '{settings.WrittenPath}' is empty.", "its first line must name the columns");
        if (header.Count == 1 && header[0].IndexOfAny([';', '\t', '|', ',']) is >= 0 and var mark)
        {
            var delimiter = header[0][mark] == '\t' ? "tab" : $"\"{header[0][mark]}\"";
            throw new SourceException($"The file '{settings.WrittenPath}' has one column, called '{header[0]}'.", $"write 'delimiter: {delimiter}'");
        }

        var twice = header.Where(h => h.Length > 0).GroupBy(h => h, StringComparer.Ordinal).Where(g => g.Skip(1).Any()).Select(g => $"'{g.Key}'").ToList();
        if (twice.Count > 0)
            throw new SourceException($"The file '{settings.WrittenPath}' names a column twice: {string.Join(", ", twice)}.", "give each column its own name");
        return header;
    }
}
