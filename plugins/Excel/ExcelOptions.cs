using Kaizen.Abstractions;

namespace Kaizen.Plugin.Excel;

/// <summary>What may stand under <c>with:</c>.</summary>
public sealed record ExcelOptions : IValidated
{
    [Option("The workbook (xlsx, xlsm or xls), or several by wildcards such as data/*.xlsx.")]
    public required FilePath Path { get; init; }

    [Option("The sheet's name, or its number from 1; default the first that is not hidden.")]
    public string? Sheet { get; init; }

    [Option("The cells, such as B3:F200, or B3:F where the end is open, or the row of the header, such as 3; default all, the header in the first row that is not empty.")]
    public string? Range { get; init; }

    /// <inheritdoc/>
    public void Validate(OptionFaults faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        if (Sheet is not null && string.IsNullOrWhiteSpace(Sheet)) faults.Add(nameof(Sheet), "A sheet has a name.", "its name, or its number from 1");
        if (CellRange.Of(Range) is null) faults.Add(nameof(Range), $"'{Range}' is no range of cells with a header and rows below it.", "B3:F200, B3:F or 3, for example");
    }
}
