using Kaizen.Core.Cycles;

namespace Kaizen.Hosting.Define;

/// <summary>The date a run looks from: asked for, else the workspace's <c>as_of</c>, else today in its zone.</summary>
internal static class Today
{
    public static DateOnly Of(Workspace workspace, DateOnly? asked, TimeProvider time) =>
        asked ?? workspace.AsOf ?? workspace.Calendar.DayOf(time.GetUtcNow().UtcDateTime);
}
