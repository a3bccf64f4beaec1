using System.Globalization;
using System.Xml;

namespace Kaizen.Plugin.Excel;

/// <summary>The cells of a row of an xlsx.</summary>
internal sealed class XlsxCells(XlsxBook book)
{
    private const int Columns = 1 << 14;

    /// <summary>In days.</summary>
    private const double LongestLength = 1e7;

    private const NumberStyles Whole = NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    private object?[] values = new object?[16];
    private int row;
    private int column;

    /// <summary>One more than the last column that has a cell.</summary>
    public int Width { get; private set; }

    public object? this[int column] => column < Width ? values[column] : null;

    private string Place => $"{CellRange.Letters(column)}{row}";

    public void Clear()
    {
        Array.Clear(values, 0, Width);
        Width = 0;
    }

    /// <summary>Takes the cells of the row at which the reader stands; it is told as the row of a number from 1.</summary>
    public void Take(XmlReader xml, int row)
    {
        if (xml.IsEmptyElement) return;
        var depth = xml.Depth;
        (this.row, column) = (row, -1);
        while (xml.ReadIn(depth))
        {
            if (!xml.IsAt("c"))
            {
                xml.Pass();
                continue;
            }

            column = ColumnOf(xml.GetAttribute("r")) ?? column + 1;
            if (column >= Columns) throw new InvalidDataException("a row has more columns than a sheet can have");
            if (column >= values.Length) Array.Resize(ref values, Math.Max(column + 1, values.Length * 2));
            Width = Math.Max(Width, column + 1);
            values[column] = Cell(xml) is not { } value ? values[column]
                : values[column] is null ? value
                : throw new InvalidDataException($"its cell {Place} is written twice");
        }
    }

    private static int? ColumnOf(string? place)
    {
        if (place is null) return null;
        var column = CellRange.ColumnOf(place.AsSpan(), out var letters);
        return letters > 0 && int.TryParse(place.AsSpan(letters), NumberStyles.None, CultureInfo.InvariantCulture, out _) ? column : null;
    }

    private object? Cell(XmlReader xml)
    {
        var (type, style) = (xml.GetAttribute("t"), xml.GetAttribute("s"));
        object? value = type == "e" ? CellFault.Error("an error") : null;
        if (xml.IsEmptyElement) return value;
        var (depth, isFormula, isEmptyText) = (xml.Depth, false, false);
        while (xml.ReadIn(depth))
        {
            isFormula |= xml.IsAt("f");
            isEmptyText |= type == "str" && xml.IsAt("v");
            var text = xml.IsAt("v") ? XlsxText.Text(xml) : xml.IsAt("is") ? XlsxText.Item(xml) : "";
            if (text.Length > 0) value = Value(text, type, style);
            else xml.Pass();
        }

        // A program that does not compute leaves the value out, or empty; that of a formula which gives an empty text has its type.
        return value is null && isFormula && !isEmptyText ? CellFault.NeverComputed : value;
    }

    private object? Value(string text, string? type, string? style) => type switch
    {
        "s" => int.TryParse(text, Whole, CultureInfo.InvariantCulture, out var number) && number < book.Texts.Count ? book.Texts[number]
            : throw new InvalidDataException($"its cell {Place} has the text of number '{text}', and there are {book.Texts.Count}"),
        "inlineStr" or "str" => XlsxText.Unescape(text),
        "b" => XlsxText.Flag(text) ?? (object)new CellFault(text, "neither true nor false"),
        "d" => DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AllowLeadingWhite | DateTimeStyles.AllowTrailingWhite, out var date) ? date : text,
        "e" => CellFault.Error(text),
        _ => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? Number(number, style) : new CellFault(text, "no number, in a cell of a number"),
    };

    private object Number(double number, string? style)
    {
        var kind = int.TryParse(style, Whole, CultureInfo.InvariantCulture, out var index) && index < book.Kinds.Length ? book.Kinds[index] : NumberKind.Number;
        return kind switch
        {
            NumberKind.Date => Date(number),
            NumberKind.Length when Math.Abs(number) < LongestLength => TimeSpan.FromDays(number),
            _ => number,
        };
    }

    /// <summary>The date of a day's number; spreadsheets count a 29th of February 1900, which there was not.</summary>
    private object Date(double number)
    {
        var day = book.From1904 ? number + 1462 : number is >= 0 and < 60 ? number + 1 : number;
        return day is > -657435.0 and < 2958466.0 ? DateTime.FromOADate(day) : number;
    }
}
