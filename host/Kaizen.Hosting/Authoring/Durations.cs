using System.Globalization;
using Kaizen.Core.Metrics;

namespace Kaizen.Hosting.Authoring;

/// <summary>From one date of a row to a later one: how long it takes, and how many get there in time.</summary>
internal static class Durations
{
    private const int Fewest = 20;
    private static readonly int[] Spans = [1, 2, 3, 5, 7, 10, 14, 21, 30, 45, 60, 90, 120, 180, 270, 365];

    public static IEnumerable<Proposal> Of(TableLook table, ColumnLook time)
    {
        var later = table.Columns.Where(c => c.Kind == ColumnKind.Time && c != time).ToList();
        var first = 0.0;
        foreach (var end in later)
        {
            foreach (var proposal in Between(time, end, 100 - first)) yield return proposal;
            first += 4;
        }

        foreach (var (start, end) in later.SelectMany(a => later.Where(b => b != a).Select(b => (a, b))))
            foreach (var proposal in Between(start, end, 50).Where(p => p.Measure.Key == "median")) yield return proposal;
    }

    private static IEnumerable<Proposal> Between(ColumnLook start, ColumnLook end, double rank)
    {
        var hours = start.Times.Zip(end.Times, (a, b) => (b - a)?.TotalHours).OfType<double>().Order().ToList();
        if (hours.Count < Fewest || hours.Count(h => h < 0) * 20 > hours.Count) yield break;
        var inHours = start.SaysTime && end.SaysTime && Quantile(hours, 0.5) < 72;
        var reached = (double)hours.Count / Math.Max(1, start.Times.Count(t => t is not null));
        var what = Words.Subject(end.Name);
        var latency = Span(Quantile(hours, 0.9) / 24);
        yield return new Proposal(
            Words.Name($"{(inHours ? "hours" : "days")}_to_{what}"),
            new ProposedMeasure("median", $"{(inHours ? "hours" : "days")}_between({start.Expression}, {end.Expression})"),
            $"{(inHours ? "Hours" : "Days")} from {start.Name} to {end.Name}; median of the {{per}}. A row without {end.Name} has no value.")
        {
            // Where few get there, how long those few took says little about the others.
            Rank = reached >= 0.8 ? rank : rank - 25,
            Better = Better.Lower,
            Role = MetricRole.Process,
            Latency = latency,
        };
        if (InTime(hours, start.Times.Count(t => t is not null)) is not { } within) yield break;
        var bad = Words.IsBad(what);
        yield return new Proposal(
            Words.Name($"{what}_within_{within}"),
            new ProposedMeasure("rate", $"{end.Expression} within {within}"),
            string.Create(CultureInfo.InvariantCulture, $"Share of the rows of a {{per}} that have {end.Name} within {within.Count} {(within.Count == 1 ? "day" : "days")} of {start.Name}."))
        {
            Rank = reached >= 0.8 ? rank - 20 : rank - 2,
            Better = bad ? Better.Lower : Better.Higher,
            Horizon = within.Count >= 60 ? Horizon.Long : Horizon.Short,
        };
    }

    /// <summary>The next round number of days, or null where it is more than a year.</summary>
    private static CalendarSpan? Span(double days) => Spans.FirstOrDefault(s => s >= days) is > 0 and var span ? new CalendarSpan(span, 'd') : null;

    /// <summary>A span that three of four of those who get there keep, unless nearly everybody does: such a share has no room to move.</summary>
    private static CalendarSpan? InTime(List<double> hours, int rows)
    {
        var usual = Quantile(hours, 0.75) / 24;
        var spans = Spans.Where(s => hours.Count(h => h <= s * 24) is var reached && reached >= 0.02 * rows && reached <= 0.97 * rows).ToList();
        var fitting = spans.FirstOrDefault(s => s >= usual);
        if (fitting == 0) fitting = spans.LastOrDefault();
        return fitting == 0 ? null : new CalendarSpan(fitting, 'd');
    }

    private static double Quantile(List<double> ordered, double share) => ordered[(int)((ordered.Count - 1) * share)];
}
