using System.Globalization;
using System.Text.RegularExpressions;
using Kaizen.Core.Metrics;

namespace Kaizen.Hosting.Authoring;

/// <summary>Finds the column that says when a row happened.</summary>
internal static partial class TimeColumns
{
    /// <summary>The time columns: always filled before now and then, early before late.</summary>
    public static IReadOnlyList<ColumnLook> Of(IReadOnlyList<ColumnLook> columns)
    {
        var times = columns.Where(c => c.Kind == ColumnKind.Time).ToList();
        return [.. times.OrderByDescending(c => c.Filled >= 0.98).ThenByDescending(c => Early(c, times)).ThenByDescending(c => c.Filled)];
    }

    /// <summary>The columns of which a person has to choose one: none where the first of them comes first in nearly every row.</summary>
    public static IReadOnlyList<ColumnLook> Open(IReadOnlyList<ColumnLook> times)
    {
        var filled = times.Where(c => c.Filled >= 0.98).ToList();
        return filled.Count < 2 || Early(filled[0], filled) * 20 >= filled[0].Times.Count * 19 ? [] : filled;
    }

    /// <summary>
    /// Of how long a period each row tells, where the table holds figures; <c>Row</c> where it holds events, of which one may
    /// well come each day: those have a number of their own, a second date or somebody who was there.
    /// </summary>
    public static Period StepOf(TableLook table, ColumnLook time)
    {
        if (table.Columns.Any(c => c.Kind is ColumnKind.Id or ColumnKind.Person || (c.Kind == ColumnKind.Time && c != time))) return Period.Row;
        var days = time.Times.OfType<DateTime>().Select(t => DateOnly.FromDateTime(t)).Order().ToList();
        if (days.Count < 8) return Period.Row;
        var gaps = days.Zip(days.Skip(1), (a, b) => b.DayNumber - a.DayNumber).ToList();
        bool Most(int from, int to) => gaps.Count(g => g >= from && g <= to) * 10 >= gaps.Count * 9;
        return Most(7, 7) ? Period.Week : Most(28, 31) ? Period.Month : Most(1, 3) && gaps.Count(g => g == 1) * 10 >= gaps.Count * 7 ? Period.Day : Period.Row;
    }

    /// <summary>A column in a few words, for a list of what was found.</summary>
    public static string Describe(ColumnLook column)
    {
        var example = column.Values.FirstOrDefault(v => v.Length > 0) ?? "";
        if (example.Length > 40) example = example[..40] + "...";
        var what = column.Kind switch
        {
            ColumnKind.Time => "dates",
            ColumnKind.Number => "numbers",
            ColumnKind.Flag => "yes or no",
            ColumnKind.Category => "a few texts",
            ColumnKind.Id => "an id",
            ColumnKind.Person => "persons",
            ColumnKind.Calendar => DateForms.Instead([.. column.Values.Where(v => v.Length > 0)]) ?? "weeks",
            ColumnKind.Empty => "nothing",
            _ => "texts",
        };
        return column.Kind == ColumnKind.Empty ? $"{column.Name}: empty" : string.Create(CultureInfo.InvariantCulture, $"{column.Name}: {what}, such as '{example}'");
    }

    /// <summary>The way out where no column holds dates, if there is one.</summary>
    public static string? Hint(IReadOnlyList<ColumnLook> columns)
    {
        if (columns.FirstOrDefault(c => c.Kind == ColumnKind.Calendar) is { } calendar)
            return DateForms.Instead(Filled(calendar)) == "months"
                ? $"'{calendar.Name}' holds months; write the first day of the month, such as 2026-03-01"
                : $"'{calendar.Name}' holds weeks, not dates; write the Monday of the week, such as 2026-03-02";
        if (columns.FirstOrDefault(c => c.Kind is not ColumnKind.Empty && Mostly(c, DateForms.IsShortDate)) is { } shortly)
            return $"'{shortly.Name}' holds dates such as '{Filled(shortly)[0]}'; write the year with four digits, best as 2026-03-02";
        return columns.FirstOrDefault(c => c.Kind is ColumnKind.Number or ColumnKind.Id && DayName().IsMatch(c.Name) && Mostly(c, IsDayNumber)) is { } numbers
            ? $"'{numbers.Name}' holds day numbers of a spreadsheet, such as {Filled(numbers)[0]}; format the column as a date before you save it as CSV" : null;
    }

    private static List<string> Filled(ColumnLook column) => [.. column.Values.Where(v => v.Length > 0)];

    private static bool Mostly(ColumnLook column, Func<string, bool> holds) => Filled(column) is { Count: > 0 } filled && filled.Count(holds) * 20 >= filled.Count * 19;

    /// <summary>Days since 1900, of the years 1982 to 2064.</summary>
    private static bool IsDayNumber(string value) => double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is >= 30_000 and < 60_000;

    /// <summary>In how many rows it comes first of all.</summary>
    private static int Early(ColumnLook column, List<ColumnLook> times) =>
        Enumerable.Range(0, column.Times.Count).Count(i => column.Times[i] is { } time && times.TrueForAll(o => o.Times[i] is not { } other || time <= other));

    [GeneratedRegex(@"date|day|week|month|time|datum|tag|woche|monat|_at\z|\bon\z", RegexOptions.IgnoreCase)]
    private static partial Regex DayName();
}
