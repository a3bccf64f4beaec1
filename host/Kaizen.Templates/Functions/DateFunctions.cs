using System.Globalization;
using Scriban.Runtime;

namespace Scriban.Functions;

/// <summary>The built-in object <c>date</c>.</summary>
internal static class DateFunctions
{
    public const string DefaultFormat = "%d %b %Y";

    public static ScriptObject Create()
    {
        var date = new ScriptObject
        {
            ["format"] = DefaultFormat,
            ["now"] = BuiltinFunction.Of("", static _ => DateTime.Now),
            ["utc_now"] = BuiltinFunction.Of("", static _ => DateTime.UtcNow),
            ["add_days"] = BuiltinFunction.Of("date days", static c => Shift(c, static (d, n) => d.AddDays(n))),
            ["add_months"] = BuiltinFunction.Of("date months", static c => Shift(c, static (d, n) => d.AddMonths((int)n))),
            ["add_years"] = BuiltinFunction.Of("date years", static c => Shift(c, static (d, n) => d.AddYears((int)n))),
            ["add_hours"] = BuiltinFunction.Of("date hours", static c => Shift(c, static (d, n) => d.AddHours(n))),
            ["add_minutes"] = BuiltinFunction.Of("date minutes", static c => Shift(c, static (d, n) => d.AddMinutes(n))),
            ["add_seconds"] = BuiltinFunction.Of("date seconds", static c => Shift(c, static (d, n) => d.AddSeconds(n))),
            ["add_milliseconds"] = BuiltinFunction.Of("date millis", static c => Shift(c, static (d, n) => d.AddMilliseconds(n))),
            ["parse"] = BuiltinFunction.Of("text pattern? culture?", static c => Parse(c, c.Text(0), c.Text(1), c.Text(2))),
            ["parse_to_string"] = BuiltinFunction.Of(
                "text output_pattern? output_culture? input_pattern? input_culture?",
                static c => Parse(c, c.Text(0), c.Text(3), c.Text(4)) is { } date ? Format(c, date, c.Text(1), c.Text(2)) : null),
            ["to_string"] = BuiltinFunction.Of("datetime pattern culture?", static c =>
                c[0] is null ? null : Format(c, Value(c), c.Text(1), c.Text(2))),
        };
        date.SetValue("default_format", DefaultFormat, readOnly: true);
        return date;
    }

    /// <summary>The format of dates that are written without one; a template may have set it.</summary>
    public static string FormatOf(TemplateContext context) =>
        context.BuiltinObject["date"] is ScriptObject date && date["format"] is string format ? format : DefaultFormat;

    private static object? Shift(Call call, Func<DateTime, double, DateTime> shift)
    {
        try
        {
            return Value(call) is var value && call[0] is DateTimeOffset
                ? (object)new DateTimeOffset(shift(value.DateTime, call.Double(1)), value.Offset)
                : shift(value.DateTime, call.Double(1));
        }
        catch (ArgumentOutOfRangeException)
        {
            throw call.Fault("The date lies outside the calendar.");
        }
    }

    private static DateTimeOffset Value(Call call) => call[0] switch
    {
        DateTime date => new DateTimeOffset(date),
        DateTimeOffset date => date,
        _ => throw call.Fault($"A date is needed and `{call.Context.GetTypeName(call[0])}` was given."),
    };

    private static string Format(Call call, DateTimeOffset date, string? pattern, string? culture) =>
        DateFormatter.Format(
            date, pattern is null or "%g" ? (pattern + " ").TrimStart() + FormatOf(call.Context) : pattern, Culture(call, culture));

    private static DateTime? Parse(Call call, string? text, string? pattern, string? culture)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        var format = Culture(call, culture);
        if (string.IsNullOrEmpty(pattern))
        {
            return DateTime.TryParse(text, format, out var plain)
                ? plain
                : throw call.Fault($"`{text}` is no date.");
        }

        return DateTime.TryParseExact(text, DatePattern.Translate(pattern), format, DateTimeStyles.AllowWhiteSpaces, out var date)
            ? date
            : throw call.Fault($"`{text}` is no date of the form `{pattern}`.");
    }

    private static CultureInfo Culture(Call call, string? name)
    {
        if (string.IsNullOrEmpty(name))
            return call.Context.CurrentCulture;
        try
        {
            return CultureInfo.GetCultureInfo(name);
        }
        catch (CultureNotFoundException)
        {
            throw call.Fault($"The culture `{name}` is unknown here.");
        }
    }
}
