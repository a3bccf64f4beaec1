using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;

namespace Kaizen.Core.Checking;

/// <summary>When a verdict on the lead metric becomes possible, with one value in every slot to come.</summary>
internal static class OutlookOf
{
    public static Outlook? Of(Cycle cycle, Finding? lead, DateOnly asOf, WorkCalendar calendar)
    {
        if (lead is null || cycle.Lead is not { Per: not Period.Row } metric) return null;
        var started = CycleWindows.StartedBy(cycle, asOf);
        var missing = Math.Max(0, FindingMaker.TrialPoints - lead.NBefore);
        if (missing == 0 && lead.NAfter >= FidelityOf.PointsNeeded) return null;
        return new Outlook(lead.NBefore, FindingMaker.TrialPoints, From(started));

        DateOnly? From(DateOnly? start)
        {
            // Once Do has started, the points before cannot become more.
            if (start is not null && missing > 0) return null;
            var first = start is { } s ? calendar.SlotOf(metric.Per, s) : Skip(calendar.SlotOf(metric.Per, CycleWindows.CutOf(metric, asOf)), missing);
            if (first.First < (start ?? first.First)) first = Skip(first, 1);
            var last = Skip(first, FidelityOf.PointsNeeded - 1);
            return metric.Maturity is { } m ? m.After(last.End) : last.End;
        }

        Slot Skip(Slot slot, int count)
        {
            for (var i = 0; i < count; i++) slot = calendar.SlotOf(metric.Per, slot.End);
            return slot;
        }
    }
}
