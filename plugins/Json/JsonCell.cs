using Kaizen.Abstractions;

namespace Kaizen.Plugin.Json;

/// <summary>One requested column and its value in the current row.</summary>
internal sealed class JsonCell(JsonColumn column, ColumnType type)
{
    public JsonColumn Column => column;

    public ColumnType Type => type;

    /// <summary>Whether the row has something there other than null.</summary>
    public bool Present { get; private set; }

    /// <summary>Whether the row names it, be it with null.</summary>
    public bool Named { get; set; }

    public double Number { get; private set; }

    public DateTime Time { get; private set; }

    public bool Flag { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>The value that was refused, until it is reported; else null.</summary>
    public (string Text, string Why, long Line)? Refused { get; set; }

    public void Clear() => (Present, Named, Refused) = (false, false, null);

    public void Set(double number) => (Present, Number) = (true, number);

    public void Set(DateTime time) => (Present, Time) = (true, time);

    public void Set(bool flag) => (Present, Flag) = (true, flag);

    public void Set(string text) => (Present, Text) = (true, text);

    public void Refuse(string text, string why, long line) =>
        (Present, Number, Time, Flag, Text, Refused) = (true, 0, default, false, "", (text, why, line));
}
