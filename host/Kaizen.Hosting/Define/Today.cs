using Kaizen.Core.Cycles;

namespace Kaizen.Hosting.Define;

/// <summary>The date a run looks from: asked for, else that of a story's clock, else the workspace's <c>as_of</c>, else today in its zone.</summary>
internal static class Today
{
    public static DateOnly Of(Workspace workspace, DateOnly? asked, TimeProvider time) =>
        asked ?? (time is StoryClock ? null : workspace.AsOf) ?? ByTheClock(workspace, time);

    /// <summary>Today in the workspace's zone, whatever date somebody looks from.</summary>
    public static DateOnly ByTheClock(Workspace workspace, TimeProvider time) => workspace.Calendar.DayOf(time.GetUtcNow().UtcDateTime);
}
