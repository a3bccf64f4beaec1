using System.Globalization;
using Kaizen.Reports.Text;
using Scriban.Runtime;

namespace Kaizen.Reports.Templating;

/// <summary>The functions that templates find under <c>kz</c>.</summary>
internal static class KzFunctions
{
    public static ScriptObject Create()
    {
        var kz = new ScriptObject();
        // The one way to write markup: for text that Markdown rendered and for included templates.
        kz.Import("raw", new Func<object?, object?>(markup => markup is null ? null : new RawHtml(markup.ToString() ?? "")));
        kz.Import("number", new Func<object?, string?, string>((value, unit) => Show.Value(Number(value), unit ?? "")));
        kz.Import("date", new Func<object?, string>(value => Show.Date(Date(value))));
        kz.Import("short_date", new Func<object?, string>(value => Show.ShortDate(Date(value))));
        kz.Import("scale", new Func<double, double, double, double, double, string>((value, from, to, low, high) =>
            Show.Coordinate(from == to ? low : low + ((value - from) / (to - from) * (high - low)))));
        return kz;
    }

    private static double? Number(object? value) => value switch
    {
        null => null,
        string text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) ? n : null,
        IConvertible c => c.ToDouble(CultureInfo.InvariantCulture),
        _ => null,
    };

    private static DateOnly? Date(object? value) => value switch
    {
        DateOnly day => day,
        DateTime moment => DateOnly.FromDateTime(moment),
        string text when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
        _ => null,
    };
}
