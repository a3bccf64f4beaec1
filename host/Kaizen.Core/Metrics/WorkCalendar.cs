using System.Globalization;

namespace Kaizen.Core.Metrics;

/// <summary>Days, ISO weeks and months in a named time zone. Instants are <see cref="DateTime"/>s of kind UTC.</summary>
public sealed class WorkCalendar(TimeZoneInfo zone)
{
    /// <summary>The zone's IANA name.</summary>
    public string Zone => zone.Id;

    /// <summary>00:00 of a day in the zone, as an instant. A date used as an instant means this.</summary>
    public DateTime StartOf(DateOnly day) => ToInstant(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>
    /// A local time as an instant. A time that the clock shows twice is the first of the two;
    /// one that the clock skips is shifted forward by the length of the gap.
    /// </summary>
    public DateTime ToInstant(DateTime local)
    {
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (zone.IsAmbiguousTime(local)) return Instant(local, zone.GetAmbiguousTimeOffsets(local).Max());
        var instant = Instant(local, zone.GetUtcOffset(local));
        // A skipped day is not among the times that the zone calls invalid; no instant shows it, and that is the test.
        return !zone.IsInvalidTime(local) && ToLocal(instant) == local ? instant : Instant(local, OffsetBefore(local));
    }

    /// <summary>The local clock at an instant.</summary>
    public DateTime ToLocal(DateTime instant) => DateTime.SpecifyKind(TimeZoneInfo.ConvertTimeFromUtc(instant, zone), DateTimeKind.Unspecified);

    /// <summary>The local day of an instant.</summary>
    public DateOnly DayOf(DateTime instant) => DateOnly.FromDateTime(ToLocal(instant));

    /// <summary>The instant with the same local clock time a calendar span later.</summary>
    public DateTime Add(DateTime instant, CalendarSpan span)
    {
        var local = ToLocal(instant);
        return ToInstant(span.After(DateOnly.FromDateTime(local)).ToDateTime(TimeOnly.FromDateTime(local)));
    }

    /// <summary>The slot that holds a local day.</summary>
    public Slot SlotOf(Period period, DateOnly day)
    {
        var first = period switch
        {
            Period.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
            Period.Month => new DateOnly(day.Year, day.Month, 1),
            _ => day,
        };
        var end = period switch
        {
            Period.Week => Plus(first, 7),
            Period.Month => first is { Year: 9999, Month: 12 } ? DateOnly.MaxValue : first.AddMonths(1),
            _ => Plus(first, 1),
        };
        return new Slot(first, end, StartOf(first), StartOf(end), Label(period, first));
    }

    /// <summary>ISO 8601 names: <c>2026-W12</c>, <c>2026-03</c>, <c>2026-03-16</c>.</summary>
    public static string Label(Period period, DateOnly first) => period switch
    {
        Period.Week => string.Create(CultureInfo.InvariantCulture,
            $"{ISOWeek.GetYear(first.ToDateTime(TimeOnly.MinValue)):0000}-W{ISOWeek.GetWeekOfYear(first.ToDateTime(TimeOnly.MinValue)):00}"),
        Period.Month => first.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        _ => first.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    /// <summary>Days later, but never beyond the calendar: dates that stand for "never" lie at its end.</summary>
    private static DateOnly Plus(DateOnly day, int days) => DateOnly.FromDayNumber(Math.Min(day.DayNumber + days, DateOnly.MaxValue.DayNumber));

    private static DateTime Instant(DateTime local, TimeSpan offset) => Utc(local.Ticks - offset.Ticks);

    private static DateTime Utc(long ticks) => new(Math.Clamp(ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), DateTimeKind.Utc);

    /// <summary>The offset that ended with the gap: no gap is longer than a day, and no offset longer than 14 hours.</summary>
    private TimeSpan OffsetBefore(DateTime skipped) => zone.GetUtcOffset(Utc(skipped.Ticks - TimeSpan.FromHours(40).Ticks));
}

/// <summary>A period of the grid: the days [First, End) and the instants [Start, Finish).</summary>
public readonly record struct Slot(DateOnly First, DateOnly End, DateTime Start, DateTime Finish, string Label);
