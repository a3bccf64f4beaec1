using CsvHelper;

namespace Kaizen.Plugin.Csv;

/// <summary>The data records of a file: blank lines are skipped, and quoting that may have swallowed rows stops the reading.</summary>
internal sealed class CsvRecords(CsvReader reader, int fields, CsvQuotes quotes) : IDisposable
{
    /// <summary>Number of the current row, from 1.</summary>
    public long Row { get; private set; }

    /// <summary>The line on which it starts, from 1.</summary>
    public long Line => reader.LineNumber;

    /// <summary>Fields in the current row.</summary>
    public int Count => reader.FieldCount;

    /// <summary>Fields in the header.</summary>
    public int Fields => fields;

    /// <summary>A field's bytes with its quotes removed; empty where the row has no such field.</summary>
    public ReadOnlySpan<byte> this[int field] => reader.GetSpan(field);

    /// <summary>Whether text follows a closing quote in the current row: what was meant with its quotes cannot be known.</summary>
    public bool Broken { get; private set; }

    /// <summary>
    /// Whether the row has more fields than the header and they hold something: a comma inside a text that is not
    /// quoted has then moved what follows it into the wrong columns.
    /// </summary>
    public bool Shifted
    {
        get
        {
            for (var i = fields; i < reader.FieldCount; i++)
                if (!reader.GetSpan(i).Trim(" \t"u8).IsEmpty) return true;
            return false;
        }
    }

    public bool Read()
    {
        while (reader.Read())
        {
            // A line of blanks is one field; in a file with one column it is a missing value.
            if (reader.FieldCount == 1 && fields > 1 && reader.GetSpan(0).Trim(" \t"u8).IsEmpty && reader.GetRawSpan(0).IndexOf((byte)'"') < 0) continue;
            Row++;
            Broken = quotes.Broken(reader);
            return true;
        }

        return false;
    }

    public void Dispose() => reader.Dispose();
}
