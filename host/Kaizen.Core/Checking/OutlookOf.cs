using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;

namespace Kaizen.Core.Checking;

/// <summary>When a verdict on the lead metric becomes possible, with one value in every slot to come.</summary>
internal static class OutlookOf
{
    public static Outlook? Of(Cycle cycle, Finding? lead, DateOnly asOf, WorkCalendar calendar)
    {
        if (lead is null || cycle.Lead is not { Per: not Period.Row } metric) return null;
        if (lead.NBefore >= FindingMaker.TrialPoints && lead.NAfter >= FidelityOf.PointsNeeded) return null;
        return new Outlook(lead.NBefore, FindingMaker.TrialPoints, From());

        DateOnly? From()
        {
            var start = cycle.Do.Started;
            // Points that only have to grow old enough are not missing.
            var ageing = lead.Points.Count(p => p is { Phase: Phase.Immature, Value: not null } && !(p.Date >= start));
            var missing = Math.Max(0, FindingMaker.TrialPoints - lead.NBefore - ageing);
            var cut = CycleWindows.CutOf(metric, asOf);
            var filled = Skip(calendar.SlotOf(metric.Per, cut), missing).First;
            // Once the baseline has ended, the points before cannot become more.
            if (missing > 0 && (filled > start || filled > metric.Baseline.To)) return null;
            var from = start ?? (missing > 0 ? filled : cut);
            var first = calendar.SlotOf(metric.Per, from);
            if (first.First < from) first = Skip(first, 1);
            var last = Skip(first, FidelityOf.PointsNeeded - 1);
            if (last.End > cycle.Check.Date) return null;
            return metric.Maturity is { } m ? m.After(last.End) : last.End;
        }

        Slot Skip(Slot slot, int count)
        {
            for (var i = 0; i < count; i++) slot = calendar.SlotOf(metric.Per, slot.End);
            return slot;
        }
    }
}
