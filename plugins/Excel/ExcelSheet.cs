using System.Globalization;
using ExcelDataReader.Exceptions;
using Kaizen.Abstractions;
using Kaizen.Plugin.Shared;

namespace Kaizen.Plugin.Excel;

/// <summary>The rows of one sheet within a range, empty ones passed over.</summary>
internal sealed class ExcelSheet : IDisposable
{
    private const int LargestBinary = 1 << 29;

    private readonly InputFile file;
    private readonly CellRange range;
    private readonly IWorkbook workbook;
    private readonly CancellationToken cancellation;

    /// <summary>Opens the workbook at the row below the header.</summary>
    public ExcelSheet(InputFile file, ExcelOptions options, CancellationToken cancellation)
    {
        (this.file, range, this.cancellation) = (file, CellRange.Of(options.Range)!, cancellation);
        var stream = new StoppableStream(new BufferedStream(Raw(), 1 << 16), cancellation);
        try
        {
            workbook = Guard<IWorkbook>(() => IsZip() ? new XlsxWorkbook(file.Written, stream, cancellation) : Binary(stream));
            Guard(() => Find(options.Sheet));
            Header = Guard(ReadHeader);
        }
        catch
        {
            workbook?.Dispose();
            stream.Dispose();
            throw;
        }
    }

    /// <summary>The columns by name, each with its place in the row.</summary>
    public IReadOnlyList<(string Name, int Column)> Header { get; } = [];

    /// <summary>Number of the current row among those that are not empty, from 1.</summary>
    public long Row { get; private set; }

    /// <summary>Number of the current row as the sheet shows it.</summary>
    public int SheetRow { get; private set; }

    private string Name => workbook.Name;

    private int LastColumn => Math.Min(range.LastColumn, workbook.Width - 1);

    /// <summary>The value of a cell in the current row.</summary>
    public object? this[int column] => workbook[column];

    /// <summary>Moves to the next row that is not empty.</summary>
    public bool Read() => Guard(() =>
    {
        while (SheetRow <= range.LastRow && workbook.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            SheetRow = workbook.Row + 1;
            if (SheetRow > range.LastRow + 1) break;
            if (IsEmpty()) continue;
            Row++;
            return true;
        }

        workbook.End();
        return false;
    });

    public void Dispose() => workbook.Dispose();

    /// <summary>Whether it is a workbook of the newer format, which is an archive.</summary>
    private bool IsZip()
    {
        using var stream = Raw();
        Span<byte> start = stackalloc byte[2];
        return stream.ReadAtLeast(start, 2, throwOnEndOfStream: false) == 2 && start.SequenceEqual("PK"u8);
    }

    /// <summary>A workbook of the older format, which is read into memory.</summary>
    private BinaryWorkbook Binary(Stream stream) => stream.Length <= LargestBinary ? new BinaryWorkbook(stream)
        : throw new SourceException($"The workbook '{file.Written}' is larger than 512 MB, and no xlsx.", "is it a workbook? xlsx is read in any size, and so is a text file with 'csv'");

    private FileStream Raw()
    {
        try
        {
            return file.OpenRaw();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw file.Unreadable(e);
        }
    }

    private bool Find(string? sheet)
    {
        if (sheet is null)
        {
            // What is hidden is most likely not meant, unless there is nothing else.
            do if (workbook.Visible) return true;
            while (workbook.Next());
            workbook.First();
            return true;
        }

        var names = new List<string>();
        do
        {
            names.Add(Name);
            if (Name.Equals(sheet, StringComparison.OrdinalIgnoreCase)) return true;
        }
        while (workbook.Next());

        // A number is the name of a sheet before it is its place.
        if (int.TryParse(sheet, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= names.Count)
        {
            workbook.First();
            for (var i = 1; i < number; i++) workbook.Next();
            return true;
        }

        var near = NearestName.To(sheet, names);
        throw new SourceException($"The workbook '{file.Written}' has no sheet '{sheet}'.", near is null ? $"its sheets are {string.Join(", ", names.Select(n => $"'{n}'"))}" : $"did you mean '{near}'?");
    }

    private List<(string Name, int Column)> ReadHeader()
    {
        while (workbook.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            SheetRow = workbook.Row + 1;
            if (range.Header >= 0 ? workbook.Row < range.Header : IsBlank()) continue;
            if (range.Header >= 0 && workbook.Row > range.Header) break;
            var header = Enumerable.Range(range.FirstColumn, Math.Max(0, LastColumn - range.FirstColumn + 1))
                .Select(c => (Name: Convert.ToString(NameIn(c), CultureInfo.InvariantCulture)!.Trim(), Column: c)).Where(h => h.Name.Length > 0).ToList();
            if (header.Count == 0) break;
            var twice = header.GroupBy(h => h.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Skip(1).Any());
            return twice is null ? header
                : throw new SourceException($"The sheet '{Name}' of '{file.Written}' names the column '{twice.Key}' twice, in {string.Join(" and ", twice.Select(h => CellRange.Letters(h.Column)))}.", "give each column its own name");
        }

        throw new SourceException($"The sheet '{Name}' of '{file.Written}' has no names of columns{(range.Header >= 0 ? $" in row {range.Header + 1}" : "")}.", "say with 'range' where the header is, such as range: 3 or range: B3:F200");
    }

    /// <summary>Whether no column with a name has anything. A stray cell far to the right would make all columns before it be looked at.</summary>
    private bool IsEmpty()
    {
        foreach (var (_, column) in Header)
            if (this[column] is not (null or "")) return false;
        return true;
    }

    private bool IsBlank()
    {
        for (var c = range.FirstColumn; c <= LastColumn; c++)
            if (NameIn(c) is not (null or "")) return false;
        return true;
    }

    /// <summary>What stands in a cell of the header; an error names no column.</summary>
    private object? NameIn(int column) => workbook[column] is CellFault ? null : workbook[column];

    /// <summary>Tells what a library says of a file that it cannot read.</summary>
    private T Guard<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception e) when (e is SourceException or OperationCanceledException)
        {
            throw;
        }
        catch (InvalidPasswordException e)
        {
            throw new SourceException($"The workbook '{file.Written}' is locked by a password.", "save it without one", e);
        }
        catch (HeaderException e)
        {
            throw new SourceException($"'{file.Written}' is no workbook that can be read.", "xlsx, xlsm and xls can; save it as xlsx, or use 'csv' for a text file", e);
        }
        catch (Exception e)
        {
            // The file is foreign, and the library throws what it comes upon.
            throw new SourceException($"The workbook '{file.Written}' cannot be read: {e.Message.TrimEnd('.')}.", "does it open in a spreadsheet? save it there once more", e);
        }
    }
}
