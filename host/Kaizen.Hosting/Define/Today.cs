using Kaizen.Core.Cycles;

namespace Kaizen.Hosting.Define;

/// <summary>The day by the clock, and the one a run looks from: asked for, else that of a story's clock, else the workspace's <c>as_of</c>, else the clock's.</summary>
/// <param name="AsOf">The date to look from.</param>
/// <param name="Clock">The day in the workspace's zone, whatever date somebody looks from.</param>
/// <param name="Held">Whether <c>as_of</c> holds the calendar at the date to look from.</param>
internal sealed record Today(DateOnly AsOf, DateOnly Clock, bool Held)
{
    /// <summary>Whether the date to look from is not over, so that what is kept of it may still change.</summary>
    public bool IsOpen => AsOf >= Clock || Held;

    /// <summary>Whether sheets of the date to look from are kept: what a day that has not come will show, nobody has seen.</summary>
    public bool IsKept => AsOf <= Clock || Held;

    /// <summary>Both days, from one look at the clock.</summary>
    public static Today Now(Workspace workspace, DateOnly? asked, TimeProvider time)
    {
        var clock = workspace.Calendar.DayOf(time.GetUtcNow().UtcDateTime);
        var held = time is StoryClock ? null : workspace.AsOf;
        var asOf = asked ?? held ?? clock;
        return new Today(asOf, clock, asOf == held);
    }

    /// <summary>The date to look from.</summary>
    public static DateOnly Of(Workspace workspace, DateOnly? asked, TimeProvider time) => Now(workspace, asked, time).AsOf;
}
