using System.Globalization;
using Kaizen.Core.Metrics;

namespace Kaizen.Measuring.Pushing;

/// <summary>
/// The offsets of a zone over a range of days, as <see cref="WorkCalendar"/> gives them. Instants and local clocks are
/// seconds since the year 1.
/// </summary>
internal sealed class ZoneOffsets
{
    /// <summary>Two changes a year for as long; SQL that names more of them costs more than it saves.</summary>
    private const int LongestYears = 300;

    private const long Step = 12 * 3600;

    private readonly WorkCalendar calendar;
    private readonly List<long> offsets = [];
    private readonly List<long> instants = [];
    private readonly List<long> locals = [];

    private ZoneOffsets(WorkCalendar calendar) => this.calendar = calendar;

    /// <summary>The offsets, or null where the clock does there what SQL is not told.</summary>
    public static ZoneOffsets? Over(WorkCalendar calendar, DateOnly first, DateOnly last)
    {
        if (first.Year < 100 || last.Year > 8900 || last.Year - first.Year > LongestYears) return null;
        var offsets = new ZoneOffsets(calendar);
        return offsets.Find(first.DayNumber * 86400L, last.DayNumber * 86400L) ? offsets : null;
    }

    /// <summary>The offset at an instant.</summary>
    public string OfInstant(string instant) => Tree(instant, instants, 0, instants.Count);

    /// <summary>The offset of a local clock: of two the first, in a gap the one before it.</summary>
    public string OfLocal(string local) => Tree(local, locals, 0, locals.Count);

    private static DateTime Time(long seconds, DateTimeKind kind = DateTimeKind.Unspecified) => new(seconds * TimeSpan.TicksPerSecond, kind);

    private static long Day(long local) => local / 86400;

    private bool Find(long from, long to)
    {
        var offset = At(from);
        if (offset is null) return false;
        offsets.Add(offset.Value);
        for (var at = from; at < to; at += Step)
            if (At(at + Step) is not { } next || (next != offsets[^1] && !Change(at, at + Step, next))) return false;
        return true;
    }

    private bool Change(long low, long high, long next)
    {
        var before = offsets[^1];
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            if (At(middle) == before) low = middle;
            else high = middle;
        }

        // Two changes within a step would hide one behind the other.
        if (At(high) != next) return false;
        var (first, last) = (high + Math.Min(before, next), high + Math.Max(before, next));
        // Where the clock is set back over midnight, the hours behind belong to the day that had begun already.
        if (next < before && Day(last - 1) != Day(first)) return false;
        if (locals.Count > 0 && last <= locals[^1]) return false;
        offsets.Add(next);
        instants.Add(high);
        locals.Add(last);
        return new[] { first - 1, first, first + 1, (first + last) / 2, last - 1, last, last + 1 }.All(
            l => calendar.ToInstant(Time(l)).Ticks == (l - (l < last ? before : next)) * TimeSpan.TicksPerSecond);
    }

    /// <summary>Null where it is no whole number of seconds.</summary>
    private long? At(long instant)
    {
        var ticks = calendar.ToLocal(Time(instant, DateTimeKind.Utc)).Ticks - (instant * TimeSpan.TicksPerSecond);
        return ticks % TimeSpan.TicksPerSecond == 0 ? ticks / TimeSpan.TicksPerSecond : null;
    }

    private string Tree(string value, List<long> ends, int from, int to)
    {
        if (from == to) return offsets[from].ToString(CultureInfo.InvariantCulture);
        var middle = (from + to) / 2;
        return string.Create(CultureInfo.InvariantCulture, $"CASE WHEN {value} < {ends[middle]} THEN {Tree(value, ends, from, middle)} ELSE {Tree(value, ends, middle + 1, to)} END");
    }
}
