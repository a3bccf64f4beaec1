using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;
using Kaizen.Measuring;

namespace Kaizen.Hosting.Measure;

/// <summary>What one cycle asks to be measured: each metric for the check window, and for the late one once it has come.</summary>
internal static class Requests
{
    public static IEnumerable<MeasureRequest> Of(Cycle cycle, DateOnly factsAsOf, WorkCalendar calendar)
    {
        foreach (var metric in cycle.Metrics)
            yield return new MeasureRequest(cycle.Id, metric, "check", CycleWindows.Of(cycle, metric, cycle.Check.Date, factsAsOf, calendar));
        if (cycle.Check.Late is not { } late || late > factsAsOf) yield break;
        foreach (var metric in cycle.Metrics)
            yield return new MeasureRequest(cycle.Id, metric, "late", CycleWindows.Of(cycle, metric, late, factsAsOf, calendar));
    }
}
