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
        // Evenly thinned, so that the eye can count: every first, second, third ... candidate.
        foreach (var every in (int[])[1, 2, 3, 4, 6, 12, 24, 48, 96])
        {
            var ticks = Every(every);
            if (Fit(ticks)) return ticks;
        }

        return [];

        List<Tick> Every(int every)
        {
            var ticks = new List<Tick>();
            int? year = null;
            foreach (var i in candidates.Where((_, n) => n % every == 0))
            {
                var date = points[i].Date;
                var format = (byMonth, date.Year == year) switch { (true, true) => "MMM", (true, _) => "MMM yyyy", (_, true) => "d MMM", _ => "d MMM yyyy" };
                var place = byMonth ? time.LeftOf(i) : time.Middle(i);
                var label = date.ToString(format, CultureInfo.InvariantCulture);
                if (place + (label.Length * CharacterWidth / 2) > time.Right + 8) continue;
                ticks.Add(new Tick(place, label));
                year = date.Year;
            }

            return ticks;
        }
    }

    private static bool Fit(List<Tick> ticks) => ticks.Zip(ticks.Skip(1), (a, b) =>
        b.Place - a.Place >= ((a.Label.Length + b.Label.Length) * CharacterWidth / 2) + 1).All(fits => fits);
}
