using System.Text;
using Kaizen.Abstractions;
using Kaizen.Plugin.Shared;

namespace Kaizen.Plugin.Csv;

/// <summary>Turns the bytes of a field into the value of a cell.</summary>
internal sealed class CsvValues(CsvFormats formats)
{
    private readonly NumberParser numbers = new(formats.Decimal, formats.Thousands);
    private readonly TimeParser times = new(formats.Dates);
    private readonly TextCache texts = new();

    /// <summary>Fills the cell; what was expected instead, or null where the value could be read.</summary>
    public string? Fill(CsvCell cell, ReadOnlySpan<byte> field)
    {
        if (cell.Type == ColumnType.Text) return Text(cell, field);
        if (field.Length > 0 && (field[0] <= ' ' || field[^1] <= ' ')) field = field.Trim(" \t\r\n"u8);
        cell.Missing = IsMissing(field);
        if (cell.Missing) return null;
        switch (cell.Type)
        {
            case ColumnType.Number:
                var isNumber = numbers.TryParse(field, out var number);
                cell.Number = number;
                return isNumber ? null : "not a number";
            case ColumnType.Time:
                var isTime = times.TryParse(field, out var time);
                cell.Time = time;
                return isTime ? null : times.Expected;
            default:
                var flag = Flag(field);
                cell.Flag = flag ?? false;
                return flag is null ? "not true or false" : null;
        }
    }

    private string? Text(CsvCell cell, ReadOnlySpan<byte> field)
    {
        cell.Missing = field.IsEmpty || (MayBeMissing(field) && IsMissing(field.Trim(" \t\r\n"u8)));
        if (cell.Missing) return null;
        var text = texts.Get(field);
        cell.Text = text ?? "";
        return text is null ? "not valid UTF-8 (state the file's encoding)" : null;
    }

    /// <summary>False for nearly every text after a look at its first byte; most of them are read in every row.</summary>
    private static bool MayBeMissing(ReadOnlySpan<byte> field) =>
        field[0] is <= (byte)' ' or (byte)'-' || (field[0] is (byte)'n' or (byte)'N' && field.Length > 2 && field[1] == '/');

    private static bool IsMissing(ReadOnlySpan<byte> field) =>
        field.IsEmpty || (field.Length == 1 && field[0] == '-') || (field.Length == 3 && Ascii.EqualsIgnoreCase(field, "n/a"u8));

    private static bool? Flag(ReadOnlySpan<byte> field) =>
        Ascii.EqualsIgnoreCase(field, "true"u8) || field.SequenceEqual("1"u8) || Ascii.EqualsIgnoreCase(field, "yes"u8) ? true
        : Ascii.EqualsIgnoreCase(field, "false"u8) || field.SequenceEqual("0"u8) || Ascii.EqualsIgnoreCase(field, "no"u8) ? false
        : null;
}
