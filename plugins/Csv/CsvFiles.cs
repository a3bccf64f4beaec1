using CsvHelper;
using Kaizen.Abstractions;
using Kaizen.Plugin.Shared;

namespace Kaizen.Plugin.Csv;

/// <summary>The records of one file after another; columns are found by their names in each.</summary>
internal sealed class CsvFiles : IDisposable
{
    private readonly CsvSettings settings;
    private readonly IReadOnlyList<InputFile> files;
    private readonly CsvCell[] cells;
    private int opened;
    private long before;

    /// <summary>Opens the first file.</summary>
    public CsvFiles(CsvSettings settings, IReadOnlyList<InputFile> files, CsvCell[] cells)
    {
        (this.settings, this.files, this.cells) = (settings, files, cells);
        Current = Next();
    }

    /// <summary>The file that is being read.</summary>
    public CsvRecords Current { get; private set; }

    /// <summary>Number of the current row in all files, from 1.</summary>
    public long Row => before + Current.Row;

    private InputFile File => files[opened - 1];

    /// <summary>Moves to the next row.</summary>
    public bool Read()
    {
        try
        {
            while (!Current.Read())
            {
                if (opened == files.Count) return false;
                before += Current.Row;
                Current.Dispose();
                Current = Next();
            }

            return true;
        }
        catch (CsvFormatException e)
        {
            throw CsvFile.Malformed(e, InFile());
        }
        catch (InvalidDataException e)
        {
            throw File.Unreadable(e);
        }
        catch (IOException e)
        {
            throw new SourceException($"The file '{File.Written}' cannot be read to its end: {e.Message.TrimEnd('.')}.", "is it open in another program, or on a drive that went away?", e);
        }
    }

    /// <summary>Which file it is, where there are several, as the end of a sentence.</summary>
    public string InFile() => files.Count > 1 ? $" of '{File.Written}'" : "";

    public void Dispose() => Current.Dispose();

    private CsvRecords Next()
    {
        var file = files[opened++];
        var quotes = new CsvQuotes(file.Written, InFile());
        var reader = CsvFile.Open(settings, file, quotes);
        try
        {
            var header = CsvFile.Header(reader, file, quotes);
            foreach (var cell in cells)
            {
                cell.Field = header.IndexOf(cell.Name);
                if (cell.Field < 0)
                    throw new SourceException($"The file '{file.Written}' has no column '{cell.Name}' any more.", "was the file changed while it was read? run again");
            }

            return new CsvRecords(reader, header.Count, quotes);
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }
}
