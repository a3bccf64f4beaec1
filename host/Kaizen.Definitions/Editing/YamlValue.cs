using System.Globalization;

namespace Kaizen.Definitions.Editing;

/// <summary>What an edit writes.</summary>
public abstract record YamlValue
{
    private YamlValue()
    {
    }

    /// <summary>A text of one or more lines; it reads back as exactly this text.</summary>
    public static YamlValue Of(string text) => new Text(text);

    /// <summary>A day.</summary>
    public static YamlValue Of(DateOnly day) => new Date(day);

    /// <summary>A number.</summary>
    public static YamlValue Of(double number) => new Number(number);

    /// <summary>Yes or no, written as <c>true</c> or <c>false</c>.</summary>
    public static YamlValue Of(bool flag) => new Flag(flag);

    /// <summary>Keys with their values, in the order in which they are written.</summary>
    public static YamlValue Of(params IEnumerable<(string Key, YamlValue Value)> entries) => new Map([.. entries]);

    /// <summary>A list.</summary>
    public static YamlValue Items(params IEnumerable<YamlValue> items) => new List([.. items]);

    /// <summary>A text of one or more lines.</summary>
    public sealed record Text(string Value) : YamlValue;

    /// <summary>A day, written as year-month-day.</summary>
    public sealed record Date(DateOnly Value) : YamlValue;

    /// <summary>A finite number.</summary>
    public sealed record Number(double Value) : YamlValue;

    /// <summary>Yes or no.</summary>
    public sealed record Flag(bool Value) : YamlValue;

    /// <summary>An open end, written as <c>null</c>.</summary>
    public sealed record Nothing : YamlValue;

    /// <summary>Keys with their values; no key twice.</summary>
    public sealed record Map(IReadOnlyList<(string Key, YamlValue Value)> Entries) : YamlValue;

    /// <summary>A list.</summary>
    public sealed record List(IReadOnlyList<YamlValue> Values) : YamlValue;

    internal bool IsCollection => this is Map or List;

    /// <summary>What a scalar reads back as.</summary>
    internal string ScalarText => this switch
    {
        Text text => text.Value,
        Date date => date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Number number => number.Value.ToString("R", CultureInfo.InvariantCulture),
        Flag flag => flag.Value ? "true" : "false",
        Nothing => "null",
        _ => throw new InvalidOperationException("A mapping or a list is no scalar."),
    };
}
