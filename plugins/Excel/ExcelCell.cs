using System.Globalization;
using Kaizen.Abstractions;

namespace Kaizen.Plugin.Excel;

/// <summary>One requested column and its value in the current row, read at most once a row.</summary>
internal sealed class ExcelCell(string name, ColumnType type)
{
    public string Name => name;

    /// <summary>Where it is in the sheet that is being read.</summary>
    public int Column { get; set; }

    /// <summary>The row whose value it holds.</summary>
    public long Row { get; set; }

    public bool Missing { get; private set; }

    public double Number { get; private set; }

    public DateTime Time { get; private set; }

    public bool Flag { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>Takes the value of a cell; why it is not one of the type wanted, or null.</summary>
    public string? Take(object? value)
    {
        (Missing, Number, Time, Flag, Text) = (value is null or "", 0, default, false, "");
        if (Missing) return null;
        if (value is int whole) value = (double)whole;
        switch (type, value)
        {
            case (_, CellFault fault):
                return fault.Why;
            case (_, double number) when !double.IsFinite(number):
                return "not a finite number";
            case (ColumnType.Number, double number):
                Number = number;
                return null;
            case (ColumnType.Text, string text):
                Text = text;
                return null;
            // The sheet counts days from 1900 or 1904: what is before is a time of day.
            case (ColumnType.Time, DateTime { Year: < 1900 }):
                return "a time of day without a date";
            case (ColumnType.Time, DateTime time):
                Time = DateTime.SpecifyKind(time, DateTimeKind.Unspecified);
                return null;
            case (ColumnType.Flag, bool flag):
                Flag = flag;
                return null;
            case (ColumnType.Number, string text) when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _):
                return "a number stored as text; make numbers of the column's cells";
            case (ColumnType.Time, double):
                return "a number, not a date; give the column's cells the format of a date";
            default:
                return $"{Kind(value)}, not {Wanted}";
        }
    }

    private string Wanted => type switch
    {
        ColumnType.Number => "a number",
        ColumnType.Time => "a date",
        ColumnType.Flag => "true or false",
        _ => "a text",
    };

    private static string Kind(object? value) => value switch
    {
        string => "a text",
        double => "a number",
        DateTime => "a date",
        bool => "true or false",
        TimeSpan => "a length of time",
        _ => "something else",
    };
}
