using Kaizen.Core.Metrics;

namespace Kaizen.Measuring.Grids;

/// <summary>
/// <see cref="WorkCalendar"/>'s conversions for millions of values. A day on which the clock is not changed has one
/// offset, which is looked up once; the few others, and days far away, are left to the calendar.
/// </summary>
internal sealed class ZoneClock(WorkCalendar calendar)
{
    private static readonly int FirstDay = new DateOnly(1970, 1, 1).DayNumber;
    private static readonly int Days = new DateOnly(2100, 1, 1).DayNumber - FirstDay;

    // Offset in ticks plus one, so that 0 means "not looked up yet".
    private readonly long[] byInstantDay = new long[Days];
    private readonly long[] byLocalDay = new long[Days];
    private const long Changing = long.MaxValue;

    /// <summary>What is added to a date as late as this does not matter and may not fit.</summary>
    private static readonly long Never = new DateTime(9000, 1, 1).Ticks;

    /// <summary>Ticks of the local clock at an instant.</summary>
    public long ToLocal(long instant)
    {
        var day = (int)(instant / TimeSpan.TicksPerDay) - FirstDay;
        if ((uint)day < (uint)Days)
        {
            var offset = byInstantDay[day];
            if (offset == 0) offset = byInstantDay[day] = OffsetOfDay(day, i => calendar.ToLocal(new DateTime(i, DateTimeKind.Utc)).Ticks - i);
            if (offset != Changing) return instant + offset - 1;
        }

        return calendar.ToLocal(new DateTime(instant, DateTimeKind.Utc)).Ticks;
    }

    /// <summary>The instant of ticks of the local clock.</summary>
    public long ToInstant(long local)
    {
        var day = (int)(local / TimeSpan.TicksPerDay) - FirstDay;
        if ((uint)day < (uint)Days)
        {
            var offset = byLocalDay[day];
            if (offset == 0) offset = byLocalDay[day] = OffsetOfDay(day, l => l - calendar.ToInstant(new DateTime(l)).Ticks);
            if (offset != Changing) return local - offset + 1;
        }

        return calendar.ToInstant(new DateTime(local)).Ticks;
    }

    /// <summary>The instant with the same local clock time a calendar span later.</summary>
    public long Add(long instant, CalendarSpan span)
    {
        var local = ToLocal(instant);
        if (local >= Never) return DateTime.MaxValue.Ticks;
        var days = span.Unit switch
        {
            'w' => 7L * span.Count,
            'm' => span.After(DateOnly.FromDateTime(new DateTime(local))).DayNumber - (local / TimeSpan.TicksPerDay),
            _ => span.Count,
        };
        return ToInstant(Math.Min(local + (days * TimeSpan.TicksPerDay), DateTime.MaxValue.Ticks));
    }

    private static long OffsetOfDay(int day, Func<long, long> offsetAt)
    {
        var start = (day + FirstDay) * TimeSpan.TicksPerDay;
        var offset = offsetAt(start);
        return offset == offsetAt(start + (TimeSpan.TicksPerDay / 2)) && offset == offsetAt(start + TimeSpan.TicksPerDay - 1) ? offset + 1 : Changing;
    }
}
