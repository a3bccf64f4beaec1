using Kaizen.Core.Metrics;

namespace Kaizen.Measuring.Pushing;

/// <summary>
/// Days, weeks and months of the workspace's calendar in whole numbers of SQL. Times are ticks, days are counted from
/// 0001-01-01, which is day 0 and a Monday; all of them are positive, so that a division rounds down.
/// </summary>
internal sealed class LocalTime(Stages stages, ZoneOffsets offsets)
{
    private static readonly Sql TicksPerSecond = Sql.Whole(TimeSpan.TicksPerSecond);

    /// <summary>Local seconds as seconds of an instant.</summary>
    public Sql ToInstant(Sql local)
    {
        var l = stages.Let(local);
        return new Sql($"({l.Text} - {offsets.OfLocal(l.Text)})", l.Level);
    }

    /// <summary>The local clock at an instant, in seconds.</summary>
    public Sql Clock(Sql ticks)
    {
        var seconds = stages.Let(Sql.Of("({0} / {1})", ticks, TicksPerSecond));
        return stages.Let(new Sql($"({seconds.Text} + {offsets.OfInstant(seconds.Text)})", seconds.Level));
    }

    /// <summary>The local day of an instant.</summary>
    public Sql Day(Sql ticks) => stages.Let(Sql.Of("({0} / 86400)", Clock(ticks)));

    /// <summary>The first day of the slot that holds an instant.</summary>
    public Sql SlotOf(Sql ticks, Period period)
    {
        switch (period)
        {
            case Period.Day: return Sql.Of("({0} / 86400)", Clock(ticks));
            case Period.Week: return Sql.Of("({0} / 604800 * 7)", Clock(ticks));
            default:
                var day = Day(ticks);
                return Sql.Of("({0} - {1} + 1)", day, CivilOf(day).Day);
        }
    }

    /// <summary>The date of a day. Years begin in March, so that a leap day ends one.</summary>
    public Civil CivilOf(Sql day)
    {
        // 146,097 days are 400 years; 306 days lie between March of year 0 and day 0.
        var era = stages.Let(Sql.Of("(({0} + 306) / 146097)", day));
        var ofEra = stages.Let(Sql.Of("(({0} + 306) % 146097)", day));
        var year = stages.Let(Sql.Of("(({0} - {0} / 1460 + {0} / 36524 - {0} / 146096) / 365)", ofEra));
        var ofYear = stages.Let(Sql.Of("({0} - (365 * {1} + {1} / 4 - {1} / 100))", ofEra, year));
        var month = stages.Let(Sql.Of("((5 * {0} + 2) / 153)", ofYear));
        return new Civil(
            stages.Let(Sql.Of("({0} + {1} * 400 + CASE WHEN {2} >= 10 THEN 1 ELSE 0 END)", year, era, month)),
            stages.Let(Sql.Of("CASE WHEN {0} < 10 THEN {0} + 3 ELSE {0} - 9 END", month)),
            stages.Let(Sql.Of("({0} - (153 * {1} + 2) / 5 + 1)", ofYear, month)));
    }

    /// <summary>The instant of 00:00 on the local day of an instant.</summary>
    public Sql StartOfDay(Sql ticks) => Sql.Of("({0} * {1})", ToInstant(Sql.Of("({0} * 86400)", Day(ticks))), TicksPerSecond);

    /// <summary>The instant with the same local clock time a calendar span later.</summary>
    public Sql Add(Sql ticks, CalendarSpan span)
    {
        var clock = Clock(ticks);
        var later = span.Unit == 'm'
            ? Sql.Of("({0} + 86400 * ({1} - {2}))", clock, MonthsAfter(Day(ticks), span.Count), Day(ticks))
            : Sql.Of("({0} + {1})", clock, Sql.Whole(86400L * span.Count * (span.Unit == 'w' ? 7 : 1)));
        return Sql.Of("({0} * {1} + {2} % {1})", ToInstant(later), TicksPerSecond, ticks);
    }

    /// <summary>The same day some months later, or the last of that month where it has no such day.</summary>
    private Sql MonthsAfter(Sql day, int months)
    {
        var date = CivilOf(day);
        var month = stages.Let(Sql.Of("({0} * 12 + {1} - 1 + {2})", date.Year, date.Month, Sql.Whole(months)));
        var first = stages.Let(FirstOf(month));
        var length = stages.Let(Sql.Of("({0} - {1})", FirstOf(Sql.Of("({0} + 1)", month)), first));
        return stages.Let(Sql.Of("({0} + CASE WHEN {1} > {2} THEN {2} ELSE {1} END - 1)", first, date.Day, length));
    }

    /// <summary>The first day of a month that is counted from January of year 0.</summary>
    private Sql FirstOf(Sql month)
    {
        var fromMarch = stages.Let(Sql.Of("({0} - 2)", month));
        var year = stages.Let(Sql.Of("({0} / 12)", fromMarch));
        return stages.Let(Sql.Of("(365 * {0} + {0} / 4 - {0} / 100 + {0} / 400 + (153 * ({1} % 12) + 2) / 5 - 306)", year, fromMarch));
    }
}

/// <summary>A date in SQL.</summary>
internal sealed record Civil(Sql Year, Sql Month, Sql Day);
