using System.Text;

namespace Kaizen.Hosting.Authoring;

/// <summary>
/// How a program wrote a table into a file. The one place that tells it: <c>analyse</c> and <c>new</c> both look here; a
/// source of a workspace has it written down in its options, where nothing is guessed.
/// </summary>
/// <param name="Delimiter">Between fields.</param>
/// <param name="Encoding">By the name that the csv source knows.</param>
/// <param name="Marks">Within numbers.</param>
public sealed record Dialect(char Delimiter, string Encoding, NumberMarks Marks)
{
    public const string Utf8 = "utf-8";
    private const int Sample = 256 * 1024;
    private const int SampleLines = 400;
    private static readonly char[] Delimiters = [',', ';', '\t', '|'];
    private static readonly UTF8Encoding Strict = new(false, true);

    /// <summary>What a table is written with that no program changed.</summary>
    public static Dialect Plain { get; } = new(',', Utf8, new NumberMarks('.', null));

    /// <summary>The delimiter as the csv source takes it.</summary>
    public string DelimiterName => Delimiter == '\t' ? "tab" : Delimiter.ToString();

    /// <summary>Of a file; the plain one where it cannot be read, which its source then says.</summary>
    public static Dialect Of(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            var bytes = new byte[Sample];
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            var encoding = EncodingOf(bytes.AsSpan(0, length), stream);
            return Of(Decoder(encoding).GetString(bytes, 0, length).TrimStart('\uFEFF'), encoding);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Plain;
        }
    }

    /// <summary>Of the text that a file begins with.</summary>
    public static Dialect Of(string text, string encoding)
    {
        var lines = Records.Lines(text).Take(SampleLines).ToList();
        if (lines.Count == 0) return Plain with { Encoding = encoding };
        // Some spreadsheets write the mark into a line of its own above the header; the source knows that, too.
        var stated = lines[0] is ['s', 'e', 'p', '=', var mark] ? mark : (char?)null;
        if (stated is not null) lines.RemoveAt(0);
        var delimiter = stated ?? DelimiterOf(lines);
        var values = lines.Skip(1).SelectMany(l => Records.Fields(l, delimiter));
        return new Dialect(delimiter, encoding, NumberMarks.Of(values, delimiter));
    }

    /// <summary>A mark that stands as often in the rows as in the header separates; a text or a number has it now and then.</summary>
    private static char DelimiterOf(List<string> lines)
    {
        return Delimiters.Select(d => (Mark: d, InHeader: Records.Fields(lines[0], d).Count - 1))
            .Where(d => d.InHeader > 0)
            .OrderByDescending(d => lines.Count(l => Records.Fields(l, d.Mark).Count - 1 == d.InHeader)).ThenByDescending(d => d.InHeader)
            .Select(d => d.Mark).FirstOrDefault(',');
    }

    /// <summary>Bytes that are not UTF-8 anywhere in the file come from a spreadsheet under Windows.</summary>
    private static string EncodingOf(ReadOnlySpan<byte> begin, FileStream stream)
    {
        if (begin.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return "utf-16";
        if (begin.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return "utf-16be";
        if (begin.Length >= 4 && begin[0] != 0 && begin[1] == 0 && begin[3] == 0) return "utf-16";
        if (begin.Length >= 4 && begin[0] == 0 && begin[1] != 0 && begin[2] == 0) return "utf-16be";
        return IsUtf8(stream) ? Utf8 : "windows-1252";
    }

    private static bool IsUtf8(FileStream stream)
    {
        stream.Position = 0;
        var decoder = Strict.GetDecoder();
        var bytes = new byte[Sample];
        try
        {
            while (true)
            {
                var length = stream.Read(bytes);
                decoder.GetCharCount(bytes, 0, length, flush: length == 0);
                if (length == 0) return true;
                // Counting does not carry half a character over to the next piece; converting does.
                decoder.Convert(bytes, 0, length, new char[length + 1], 0, length + 1, flush: false, out _, out _, out _);
            }
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>What reads a file in an encoding of this name.</summary>
    internal static System.Text.Encoding Decoder(string name) => name switch
    {
        "utf-16" => System.Text.Encoding.Unicode,
        "utf-16be" => System.Text.Encoding.BigEndianUnicode,
        "windows-1252" => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
        _ => System.Text.Encoding.UTF8,
    };
}
