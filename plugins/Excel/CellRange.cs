using System.Globalization;
using System.Text.RegularExpressions;

namespace Kaizen.Plugin.Excel;

/// <summary>Which cells of a sheet are read. Rows and columns count from 0.</summary>
/// <param name="Header">The row of the header; -1 for the first that is not empty.</param>
/// <param name="LastRow">The last row.</param>
/// <param name="FirstColumn">The first column.</param>
/// <param name="LastColumn">The last column.</param>
internal sealed partial record CellRange(int Header, int LastRow, int FirstColumn, int LastColumn)
{
    private const int Rows = 1 << 20;
    private const int Columns = 1 << 14;

    /// <summary>The range that a person wrote, or null where it is none.</summary>
    public static CellRange? Of(string? written)
    {
        if (written is null) return new(-1, Rows - 1, 0, Columns - 1);
        if (Written().Match(written.Trim().ToUpperInvariant()) is not { Success: true } match) return null;
        if (match.Groups["row"] is { Success: true } row) return Row(row) is >= 0 and < Rows and var header ? new(header, Rows - 1, 0, Columns - 1) : null;
        var range = new CellRange(Row(match.Groups["top"]), match.Groups["bottom"].Success ? Row(match.Groups["bottom"]) : Rows - 1, ColumnOf(match.Groups["left"].ValueSpan, out _), ColumnOf(match.Groups["right"].ValueSpan, out _));
        return range.Header >= 0 && range.LastRow > range.Header && range.LastRow < Rows && range.LastColumn >= range.FirstColumn && range.LastColumn < Columns ? range : null;
    }

    /// <summary>The letters of a column.</summary>
    public static string Letters(int column)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26) letters = (char)('A' + ((rest - 1) % 26)) + letters;
        return letters;
    }

    /// <summary>The column of a cell such as <c>B7</c>, and how many letters tell it; one that is beyond every sheet is the first of those.</summary>
    public static int ColumnOf(ReadOnlySpan<char> cell, out int letters)
    {
        var column = 0;
        for (letters = 0; letters < cell.Length && char.IsAsciiLetterUpper(cell[letters]); letters++)
            column = Math.Min((column * 26) + cell[letters] - 'A' + 1, Columns + 1);
        return column - 1;
    }

    private static int Row(Group digits) => int.Parse(digits.Value, CultureInfo.InvariantCulture) - 1;

    [GeneratedRegex(@"^((?<row>[0-9]{1,7})|\$?(?<left>[A-Z]{1,3})\$?(?<top>[0-9]{1,7}):\$?(?<right>[A-Z]{1,3})\$?(?<bottom>[0-9]{1,7})?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
