namespace Kaizen.Core.Metrics;

/// <summary>On which side of the change a point counts.</summary>
public enum Phase
{
    /// <summary>Drawn, counted on neither side.</summary>
    Neither,

    Before,

    After,

    /// <summary>It lies after the change but its rows are too young to count: the hatched zone.</summary>
    Immature,
}

/// <summary>
/// The windows of one metric, as STATISTICS defines them: which slots are before, which after, which neither.
/// A null bound is open; without a start of Do nothing is after.
/// </summary>
/// <param name="BeforeFrom">Slots before start at or after this.</param>
/// <param name="BeforeTo">Slots before end at or before this.</param>
/// <param name="AfterFrom">Slots after start at or after this.</param>
/// <param name="AfterTo">Slots after end at or before this.</param>
/// <param name="Cut">The earlier of as-of and the source's <c>known_until</c>.</param>
/// <param name="Maturity">How long a slot needs after its end before it counts.</param>
public sealed record Windows(
    DateTime? BeforeFrom, DateTime? BeforeTo, DateTime? AfterFrom, DateTime? AfterTo, DateTime Cut, CalendarSpan? Maturity)
{
    /// <summary>The phase of a slot [start, finish).</summary>
    public Phase PhaseOf(DateTime start, DateTime finish, WorkCalendar calendar)
    {
        var before = (BeforeFrom is not { } f || start >= f) && (BeforeTo is not { } t || finish <= t) && finish <= Cut;
        var after = AfterFrom is { } from && start >= from && finish <= Cut && (AfterTo is not { } to || finish <= to);
        var mature = Maturity is not { } m || calendar.Add(finish, m) <= Cut;
        // Where a baseline overlaps the change (which definitions refuse), after wins: a point is never on both sides.
        if (after) return mature ? Phase.After : Phase.Immature;
        return before && mature ? Phase.Before : before ? Phase.Immature : Phase.Neither;
    }
}
