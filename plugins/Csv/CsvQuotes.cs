using CsvHelper;
using Kaizen.Abstractions;

namespace Kaizen.Plugin.Csv;

/// <summary>
/// Broken quoting in a file. Of a row with several faults the library tells the first, so that a row of which it tells anything is looked
/// at as a whole. A quote within a text that does not begin with one is no fault: it belongs to the text.
/// </summary>
internal sealed class CsvQuotes(string file, string inFile)
{
    private const string WayOut = "close it with \", or double a \" that belongs to the text";

    private CsvMalformedRecord? told;

    /// <summary>Takes what the library tells of the row that it reads.</summary>
    public void Hear(CsvMalformedRecord record) => told = record;

    /// <summary>Stops at a header that is broken: nobody can say what its columns are called.</summary>
    public void CheckHeader()
    {
        if (told is { } header && (header.Reason != CsvMalformedReason.StrayQuote || header.RawRecord.AsSpan().ContainsAny('\n', '\r')))
            throw new SourceException($"A quoted name in the header of '{file}' does not end with its closing quote.", WayOut);
        told = null;
    }

    /// <summary>Whether text follows a closing quote in the row that was just read; stops where the quote may have swallowed other rows.</summary>
    public bool Broken(CsvReader row)
    {
        if (told is null) return false;
        told = null;
        var (broken, line) = (false, row.LineNumber);
        for (var i = 0; i < row.FieldCount; i++)
        {
            var field = row.GetRawSpan(i);
            if (field.Length > 0 && field[0] == '"')
            {
                var end = ClosingQuote(field);
                if (end < 0) throw new SourceException($"A quoted text that begins in the row of line {row.LineNumber}{inFile} is never closed.", WayOut);
                if (!field[(end + 1)..].Trim(" \t"u8).IsEmpty)
                {
                    if (Breaks(field[..end]) > 0)
                        throw new SourceException($"A quoted text that begins in line {line}{inFile} goes on over the end of the line, and more text follows its closing quote: rows may be lost in it.", WayOut);
                    broken = true;
                }
            }

            line += Breaks(field);
        }

        return broken;
    }

    /// <summary>Where the quote stands that closes a field; -1 where there is none.</summary>
    private static int ClosingQuote(ReadOnlySpan<byte> field)
    {
        for (var at = 1; at < field.Length; at += 2)
        {
            var next = field[at..].IndexOf((byte)'"');
            if (next < 0) return -1;
            at += next;
            if (at + 1 == field.Length || field[at + 1] != '"') return at;
        }

        return -1;
    }

    private static int Breaks(ReadOnlySpan<byte> text) => text.Count((byte)'\n') + text.Count((byte)'\r') - text.Count("\r\n"u8);
}
