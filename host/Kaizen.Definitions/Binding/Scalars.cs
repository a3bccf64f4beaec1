using System.Globalization;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Expressions;
using Kaizen.Core.Metrics;
using Kaizen.Definitions.Text;

namespace Kaizen.Definitions.Binding;

/// <summary>Reads one scalar as the type its key needs, whatever YAML would take it for.</summary>
internal static class Scalars
{
    private const int LongestLength = 36_500;

    public static double? Number(string key, ScalarNode scalar, FaultList faults)
    {
        var text = scalar.Value.Trim();
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)) return number;
        var bare = text.TrimStart('+', '-', '.');
        var endless = bare.Equals("inf", StringComparison.OrdinalIgnoreCase) || bare.Equals("infinity", StringComparison.OrdinalIgnoreCase)
            || bare.Equals("nan", StringComparison.OrdinalIgnoreCase) || bare.StartsWith('∞') || double.IsInfinity(number) || double.IsNaN(number);
        if (endless) faults.Add(Catalogue.NotFinite, scalar, "an open end is written as null", key, text);
        else faults.Add(Catalogue.NotANumber, scalar, NumberHint(text), key, text);
        return null;
    }

    public static DateOnly? Date(string key, ScalarNode scalar, FaultList faults)
    {
        var text = scalar.Value.Trim();
        var shaped = text.Length == 10 && text[4] == '-' && text[7] == '-' && text.Where((_, i) => i is not (4 or 7)).All(char.IsAsciiDigit);
        if (!shaped) faults.Add(Catalogue.NotADate, scalar, DateHint(text), key, text);
        else if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 1900 and < 2200)
            return date;
        else faults.Add(Catalogue.ImpossibleDate, scalar, MonthHint(text), text);
        return null;
    }

    public static CalendarSpan? Length(string key, ScalarNode scalar, FaultList faults)
    {
        var text = scalar.Value.Trim();
        if (text.Length > 1 && text[^1] is 'd' or 'w' or 'm'
            && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= LongestLength)
            return new CalendarSpan(count, text[^1]);
        faults.Add(Catalogue.NotADuration, scalar, LengthHint(text), key, text);
        return null;
    }

    public static Enum? Choice(string key, ScalarNode scalar, IReadOnlyDictionary<string, Enum> words, FaultList faults)
    {
        // As written, like every other word: blanks in quotes are no part of one.
        var text = scalar.Value;
        if (words.TryGetValue(text, out var value)) return value;
        faults.Add(Catalogue.NotAllowed, scalar, Nearest.Allowed(text, [.. words.Keys]), key, text);
        return null;
    }

    /// <summary>Parses an expression; columns inside it can be told where its text stands unchanged on one line of the file.</summary>
    public static RowExpression? Expression(ScalarNode scalar, FaultList faults)
    {
        var text = scalar.Value.TrimEnd();
        var whole = faults.Text!.Text;
        var first = scalar.Start < whole.Length && whole[scalar.Start] is '\'' or '"' && !scalar.Plain ? scalar.Start + 1 : scalar.Start;
        var exact = !text.Contains('\n', StringComparison.Ordinal) && string.CompareOrdinal(whole, first, text, 0, text.Length) == 0;
        var at = exact ? faults.Text.Span(first, first + text.Length) : faults.SpanOf(scalar);
        // The parser counts columns where the lengths agree; here they must not by chance.
        if (!exact && at.Length == text.Length) at = at with { Length = at.Length + 1 };
        var found = new DiagnosticBag();
        var expression = RowExpression.Parse(text, at, found);
        foreach (var fault in found.All) faults.Add(fault);
        return expression;
    }

    private static string NumberHint(string text)
    {
        if (text.EndsWith('%') && Plain(text[..^1].Trim().Replace(',', '.')) is { } percent)
            return $"a rate is a fraction: write {(percent / 100).ToString("0.############", CultureInfo.InvariantCulture)}";
        if (Plain(text.Replace(',', '.')) is not null) return $"the decimal sign is a point: {text.Replace(',', '.')}";
        if (Plain(text.Replace("_", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal)) is { } joined)
            return $"write {joined.ToString(CultureInfo.InvariantCulture)}";
        var digits = text.TakeWhile(c => char.IsAsciiDigit(c) || c is '.' or '-' or '+').Count();
        return digits > 0 && Plain(text[..digits]) is not null ? $"write {text[..digits]}; the unit stands under 'unit'" : "write digits, with a point before decimals";
    }

    private static double? Plain(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static string DateHint(string text)
    {
        string[] forms = ["d.M.yyyy", "yyyy/M/d", "yyyy-M-d", "yyyy.M.d", "yyyyMMdd", "d MMM yyyy", "d MMMM yyyy", "MMMM d, yyyy", "MMM d, yyyy"];
        if (DateTime.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var date))
            return $"write {date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
        if (text.Length > 10 && text[10] is 'T' or ' ' or 't' && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", out _)) return $"write the day alone: {text[..10]}";
        return "write year-month-day, such as 2026-08-31";
    }

    private static string? MonthHint(string text)
    {
        var year = int.Parse(text[..4], CultureInfo.InvariantCulture);
        var month = int.Parse(text[5..7], CultureInfo.InvariantCulture);
        if (year is < 1900 or >= 2200) return "look at the year";
        if (month is < 1 or > 12) return "months go from 01 to 12";
        return string.Create(CultureInfo.InvariantCulture, $"the last day of that month is {DateTime.DaysInMonth(year, month)}");
    }

    private static string LengthHint(string text)
    {
        var digits = string.Concat(text.TakeWhile(char.IsAsciiDigit));
        var unit = text[digits.Length..].Trim().ToLowerInvariant();
        if (digits.Length is 0 or > 4) return "write a number and d, w or m: 14d";
        if (unit.StartsWith('y')) return string.Create(CultureInfo.InvariantCulture, $"write {12 * int.Parse(digits, CultureInfo.InvariantCulture)}m");
        return unit.Length > 0 && unit[0] is 'd' or 'w' ? $"write {digits}{unit[0]}"
            : unit is "mo" or "month" or "months" ? $"write {digits}m"
            : unit.StartsWith('h') ? "hours are not counted here; write whole days: 1d"
            : $"write {digits}d for days, {digits}w for weeks or {digits}m for months";
    }
}
