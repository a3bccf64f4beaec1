using Kaizen.Abstractions;
using Kaizen.Plugin.Shared;

namespace Kaizen.Plugin.Excel;

/// <summary>The rows of one workbook after another; columns are found by their names in each.</summary>
internal sealed class ExcelFiles : IDisposable
{
    private readonly IReadOnlyList<InputFile> files;
    private readonly ExcelOptions options;
    private readonly ExcelCell[] cells;
    private readonly CancellationToken cancellation;
    private int opened;
    private long before;

    /// <summary>Opens the first workbook.</summary>
    public ExcelFiles(IReadOnlyList<InputFile> files, ExcelOptions options, ExcelCell[] cells, CancellationToken cancellation)
    {
        (this.files, this.options, this.cells, this.cancellation) = (files, options, cells, cancellation);
        Current = Next();
    }

    /// <summary>The sheet that is being read.</summary>
    public ExcelSheet Current { get; private set; }

    /// <summary>Number of the current row in all workbooks, from 1.</summary>
    public long Row => before + Current.Row;

    /// <summary>Which file it is, where there are several, as the end of a reason.</summary>
    public string InFile => files.Count > 1 ? $", in '{files[opened - 1].Written}'" : "";

    /// <summary>Moves to the next row.</summary>
    public bool Read()
    {
        while (!Current.Read())
        {
            if (opened == files.Count) return false;
            before += Current.Row;
            // The texts of one workbook are let go of before those of the next are read.
            Current.Dispose();
            Current = Next();
        }

        return true;
    }

    public void Dispose() => Current.Dispose();

    private ExcelSheet Next()
    {
        var file = files[opened++];
        var sheet = new ExcelSheet(file, options, cancellation);
        foreach (var cell in cells)
        {
            if (sheet.Header.FirstOrDefault(h => h.Name == cell.Name) is { Name: not null } found)
            {
                cell.Column = found.Column;
                continue;
            }

            sheet.Dispose();
            throw new SourceException($"The workbook '{file.Written}' has no column '{cell.Name}' any more.", "was the file changed while it was read? run again");
        }

        return sheet;
    }
}
