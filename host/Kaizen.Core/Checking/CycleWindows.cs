using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;

namespace Kaizen.Core.Checking;

/// <summary>The dates that decide which points of a cycle count, as STATISTICS, "Windows", defines them.</summary>
public static class CycleWindows
{
    /// <summary>The earlier of as-of and the source's <c>known_until</c>; exclusive.</summary>
    public static DateOnly CutOf(Metric metric, DateOnly asOf) =>
        metric.Source.KnownUntil is { } known && known < asOf ? known : asOf;

    /// <summary>The windows of one metric. <paramref name="end"/> is the check date or the late date.</summary>
    public static Windows Of(Cycle cycle, Metric metric, DateOnly? end, DateOnly asOf, WorkCalendar calendar)
    {
        var started = StartedBy(cycle, asOf);
        var baseline = metric.Baseline;
        var beforeTo = (started, baseline.To) switch
        {
            ({ } s, { } t) => s < t ? s : t,
            var (s, t) => s ?? t,
        };
        return new Windows(
            Instant(baseline.From), Instant(beforeTo), Instant(started), started is null ? null : Instant(end),
            calendar.StartOf(CutOf(metric, asOf)), metric.Maturity);

        DateTime? Instant(DateOnly? day) => day is { } d ? calendar.StartOf(d) : null;
    }

    /// <summary>The start of Do where it has come, else null.</summary>
    public static DateOnly? StartedBy(Cycle cycle, DateOnly asOf) => cycle.Do.Started is { } s && s <= asOf ? s : null;

    /// <summary>Whether the cut has reached the window's end, and its rows are mature.</summary>
    public static bool Complete(Metric metric, DateOnly? end, DateOnly asOf)
    {
        if (end is not { } e) return false;
        var cut = CutOf(metric, asOf);
        return cut >= (metric.Maturity is { } m ? m.After(e) : e);
    }

    /// <summary>The date on which <see cref="Complete"/> becomes true, known_until left aside.</summary>
    public static DateOnly? CompleteOn(Metric metric, DateOnly? end) =>
        end is { } e ? metric.Maturity is { } m ? m.After(e) : e : null;

    /// <summary>
    /// The last date up to <paramref name="asOf"/> on which anything that a check of this cycle depends on changed.
    /// Everything is computed as of this date, so that a later as-of that changes nothing gives the same bytes.
    /// </summary>
    public static DateOnly FactsAsOf(Cycle cycle, DateOnly asOf)
    {
        if (cycle.Metrics.Any(m => m.Source.KnownUntil is not { } known || known > asOf)) return asOf;
        DateOnly? last = null;
        foreach (var due in Agenda.Of(cycle))
            if (due.Date <= asOf && (last is null || due.Date > last)) last = due.Date;
        return last ?? asOf;
    }
}
