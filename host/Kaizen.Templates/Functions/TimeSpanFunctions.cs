using System.Globalization;
using Scriban.Runtime;

namespace Scriban.Functions;

/// <summary>The built-in object <c>timespan</c>.</summary>
internal static class TimeSpanFunctions
{
    public static ScriptObject Create() => new()
    {
        ["zero"] = TimeSpan.Zero,
        ["from_days"] = BuiltinFunction.Of("days", static c => TimeSpan.FromDays(c.Double(0))),
        ["from_hours"] = BuiltinFunction.Of("hours", static c => TimeSpan.FromHours(c.Double(0))),
        ["from_minutes"] = BuiltinFunction.Of("minutes", static c => TimeSpan.FromMinutes(c.Double(0))),
        ["from_seconds"] = BuiltinFunction.Of("seconds", static c => TimeSpan.FromSeconds(c.Double(0))),
        ["from_milliseconds"] = BuiltinFunction.Of("millis", static c => TimeSpan.FromMilliseconds(c.Double(0))),
        ["parse"] = BuiltinFunction.Of("text", static c =>
            TimeSpan.TryParse(c.Text(0), CultureInfo.InvariantCulture, out var span)
                ? span
                : throw c.Fault($"`{c.Text(0)}` is no time span.")),
    };
}
