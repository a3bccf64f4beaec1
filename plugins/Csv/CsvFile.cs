using CsvHelper;
using Kaizen.Abstractions;
using Kaizen.Plugin.Shared;

namespace Kaizen.Plugin.Csv;

/// <summary>Opens a file and reads its header.</summary>
internal static class CsvFile
{
    private const int BufferSize = 1 << 18;

    /// <summary>A longer row is most likely many that a quote holds together.</summary>
    private const int LongestRow = 1 << 24;

    /// <summary>Opens with the settings; <paramref name="quotes"/> hears of broken quoting.</summary>
    public static CsvReader Open(CsvSettings settings, InputFile file, CsvQuotes quotes) =>
        CsvReader.Create(file.Open(), new CsvReaderOptions
        {
            Separator = settings.Delimiter,
            // A byte order mark tells more than the option: Excel writes one into files that are called something else.
            Encoding = StartsWithUtf8Mark(file) ? null : settings.Encoding,
            TrackLineNumbers = true,
            OnMalformedRecord = quotes.Hear,
            BufferSize = BufferSize,
            MaxRecordSize = LongestRow,
        });

    /// <summary>The names of the columns; one that has none is empty.</summary>
    public static List<string> Header(CsvReader reader, InputFile file, CsvQuotes quotes)
    {
        List<string> header;
        try
        {
            header = reader.Headers.Select(h => h.Trim()).ToList();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw file.Unreadable(e);
        }
        catch (CsvFormatException e)
        {
            throw Malformed(e, $" of '{file.Written}'");
        }

        quotes.CheckHeader();
        if (header.All(h => h.Length == 0))
            throw new SourceException($"The file '{file.Written}' is empty.", "its first line must name the columns");
        if (header.Count == 1 && header[0].IndexOfAny([';', '\t', '|', ',']) is >= 0 and var mark)
        {
            var delimiter = header[0][mark] == '\t' ? "tab" : $"\"{header[0][mark]}\"";
            throw new SourceException($"The file '{file.Written}' has one column, called '{header[0]}'.", $"write 'delimiter: {delimiter}'");
        }

        var twice = header.Where(h => h.Length > 0).GroupBy(h => h, StringComparer.Ordinal).Where(g => g.Skip(1).Any()).Select(g => $"'{g.Key}'").ToList();
        if (twice.Count > 0)
            throw new SourceException($"The file '{file.Written}' names a column twice: {string.Join(", ", twice)}.", "give each column its own name");
        return header;
    }

    /// <summary>What the library says of a row that it gives up.</summary>
    /// <param name="e">What it says; of all that it may be told to refuse, nothing but the length is asked for.</param>
    /// <param name="inFile">Which file it is, as the end of a sentence.</param>
    public static SourceException Malformed(CsvFormatException e, string inFile) =>
        new($"The row that begins in line {e.LineNumber}{inFile} is longer than 16 MB.", "close the \" that was opened in it, or look at how its lines end", e);

    private static bool StartsWithUtf8Mark(InputFile file)
    {
        try
        {
            using var stream = file.Open();
            Span<byte> start = stackalloc byte[3];
            return stream.ReadAtLeast(start, 3, throwOnEndOfStream: false) == 3 && start.SequenceEqual("\uFEFF"u8);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw file.Unreadable(e);
        }
    }
}
