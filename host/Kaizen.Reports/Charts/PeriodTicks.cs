using System.Globalization;
using Kaizen.Core.Checking;
using Kaizen.Core.Metrics;

namespace Kaizen.Reports.Charts;

/// <summary>Labels under the time axis, as many as stand beside each other.</summary>
internal static class PeriodTicks
{
    private const double CharacterWidth = 1.6;

    public static IReadOnlyList<Tick> Of(IReadOnlyList<FindingPoint> points, TimeScale time, Period per)
    {
        if (points.Count == 0) return [];
        var months = Enumerable.Range(0, points.Count)
            .Where(i => per == Period.Month || i > 0 && points[i].Date.Month != points[i - 1].Date.Month || i == 0 && points[i].Date.Day <= 7)
            .ToList();
        var byMonth = per == Period.Month || months.Count >= 3;
        var candidates = byMonth ? months : [.. Enumerable.Range(0, points.Count)];
        var ticks = new List<Tick>();
        var free = double.NegativeInfinity;
        int? year = null;
        foreach (var i in candidates)
        {
            var date = points[i].Date;
            var label = date.ToString(byMonth ? date.Year == year ? "MMM" : "MMM yyyy" : date.Year == year ? "d MMM" : "d MMM yyyy", CultureInfo.InvariantCulture);
            var place = byMonth ? time.LeftOf(i) : time.Middle(i);
            var half = label.Length * CharacterWidth / 2;
            if (place - half < free || place + half > time.Right + 8) continue;
            ticks.Add(new Tick(place, label));
            free = place + half + 1.5;
            year = date.Year;
        }

        return ticks;
    }
}
