using System.Text;

namespace Kaizen.Hosting.Authoring;

/// <summary>
/// Lines that an export writes above its header: a title, a date, a blank line. The csv source takes the first line for the
/// header, so that they have to go.
/// </summary>
public static class TitleRows
{
    private const int Looked = 30;
    private const int Rows = 10;
    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    /// <summary>How many lines stand above the header; 0 where the first line may be one, or where no line looks like one.</summary>
    public static int Above(string file)
    {
        var encoding = Dialect.Decoder(Dialect.Of(file).Encoding);
        return Above([.. File.ReadLines(file, encoding).Take(Looked + Rows + 1)]);
    }

    /// <summary>A copy without the lines above the header, with the same name in a folder of its own that goes with the scope.</summary>
    public static TrimmedTable Trim(string file, int above)
    {
        var encoding = Dialect.Decoder(Dialect.Of(file).Encoding);
        var folder = Directory.CreateTempSubdirectory("kaizen-new").FullName;
        var copy = Path.Combine(folder, Path.GetFileName(file));
        // Every byte of the rows stays as it is: what is left out is counted in the text and skipped in the file.
        using var from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var mark = Mark(from, encoding);
        from.Position = mark.Length;
        var line = encoding.GetBytes("\n");
        Skip(from, line, above);
        using (var to = File.Create(copy))
        {
            to.Write(mark);
            from.CopyTo(to);
        }

        return new TrimmedTable(copy);
    }

    /// <summary>
    /// The header is the first line with several filled cells after which the rows have as many cells as it has. A first line
    /// with several filled cells is the header itself.
    /// </summary>
    internal static int Above(IReadOnlyList<string> lines)
    {
        // A decimal comma splits rows as well as a delimiter does, so no mark may split the first line.
        if (lines.Count < 3 || Delimiters.Any(d => Filled(lines[0], d) > 1)) return 0;
        return Delimiters.Select(d => HeaderBy(lines, d)).Where(i => i > 0).DefaultIfEmpty(0).Min();
    }

    private static int HeaderBy(IReadOnlyList<string> lines, char delimiter)
    {
        for (var i = 1; i < Math.Min(Looked, lines.Count - 1); i++)
        {
            if (Filled(lines[i], delimiter) < 2) continue;
            var cells = Records.Fields(lines[i], delimiter).Count;
            var rows = lines.Skip(i + 1).Where(l => l.Trim().Length > 0).Take(Rows).ToList();
            if (rows.Count > 0 && rows.TrueForAll(r => Records.Fields(r, delimiter).Count == cells && Filled(r, delimiter) >= 2)) return i;
        }

        return 0;
    }

    private static int Filled(string line, char delimiter) => Records.Fields(line, delimiter).Count(f => !string.IsNullOrWhiteSpace(f));

    private static byte[] Mark(FileStream file, Encoding encoding)
    {
        var mark = encoding.GetPreamble();
        var begin = new byte[mark.Length];
        return mark.Length > 0 && file.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false) == mark.Length && begin.AsSpan().SequenceEqual(mark) ? mark : [];
    }

    private static void Skip(FileStream file, byte[] line, int lines)
    {
        var unit = new byte[line.Length];
        while (lines > 0 && file.ReadAtLeast(unit, unit.Length, throwOnEndOfStream: false) == unit.Length)
            if (unit.AsSpan().SequenceEqual(line)) lines--;
    }
}

/// <summary>A table without the lines above its header; the file goes with the scope.</summary>
/// <param name="File">Absolute path.</param>
public sealed record TrimmedTable(string File) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            Directory.Delete(Path.GetDirectoryName(File)!, recursive: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The machine clears its temporary files by itself.
        }
    }
}
