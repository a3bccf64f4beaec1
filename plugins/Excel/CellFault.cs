namespace Kaizen.Plugin.Excel;

/// <summary>What stands in a cell that has no value, and is not empty.</summary>
/// <param name="Shown">What the cell shows, such as <c>#N/A</c>.</param>
/// <param name="Why">Why it is no value.</param>
internal sealed record CellFault(string Shown, string Why)
{
    /// <summary>A formula of which nobody knows the value.</summary>
    public static readonly CellFault NeverComputed = new("", "a formula that was never computed; open the workbook in a spreadsheet program and save it there");

    /// <summary>An error that the spreadsheet shows.</summary>
    public static CellFault Error(string code) => new(code, "an error of the sheet");

    public override string ToString() => Shown;
}
