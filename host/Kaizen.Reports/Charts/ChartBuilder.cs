using System.Text;
using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;
using Kaizen.Reports.Text;

namespace Kaizen.Reports.Charts;

/// <summary>Lays out the chart of one finding. All figures are the evidence's; only places are worked out.</summary>
internal sealed class ChartBuilder
{
    private const int MostFlags = 5;
    private readonly ChartSpec spec;
    private readonly Finding finding;
    private readonly IReadOnlyList<FindingPoint> points;
    private readonly IReadOnlyList<FindingPoint> comparison;
    private readonly Plot plot;
    private readonly TimeScale time;
    private readonly Axis axis;
    private readonly bool atLeastZero;

    private ChartBuilder(ChartSpec spec)
    {
        this.spec = spec;
        finding = spec.Finding;
        (points, comparison) = Scoped();
        plot = spec.Small
            ? new Plot(0.6, 1, spec.Width - 0.6, spec.Height - 1)
            : new Plot(11, 6.2, spec.Width - 24, spec.Height - 5.2);
        time = new TimeScale(points, plot.Left, plot.Right);
        atLeastZero = finding.Points.All(p => p.Value is not < 0);
        axis = spec.Bare ? Axis.Tight(Drawn(), plot.Top, plot.Bottom)
            : spec.Axis is { } given ? Axis.Given(given, plot.Top, plot.Bottom, spec.Height > 45 ? 5 : 4)
            : Axis.Over(Drawn(), plot.Top, plot.Bottom, spec.Height > 45 ? 5 : 4, finding.Unit == "share");
    }

    public static ChartGeometry Build(ChartSpec spec) => new ChartBuilder(spec).Build();

    private ChartGeometry Build()
    {
        var rules = Rules().ToList();
        var marked = Marked(spec.Annotations);
        var known = Marked(spec.Events.ExceptBy(spec.Annotations.Select(a => a.Date), e => e.Date));
        var flags = spec.Small ? [] : Flags(marked, known);
        var shapes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var signal in finding.Signals) shapes.TryAdd(signal.Rule, Shapes.OfRules[shapes.Count % Shapes.OfRules.Count]);
        return new ChartGeometry
        {
            Spec = spec,
            Plot = plot,
            YTicks = [.. axis.Ticks.Select(t => new Tick(axis.Y(t), Show.Bare(t, finding.Unit)))],
            XTicks = spec.Small ? [] : PeriodTicks.Of(points, time, finding.Per),
            Zones = [.. Zones()],
            Rules = rules,
            Labels = spec.Small ? [] : Labels(rules),
            Segments = [.. spec.Bare ? [] : Segments(comparison, "comparison"), .. Segments(points, "own")],
            Marks = [.. Marks(shapes)],
            MarkSize = spec.Small ? Math.Clamp(time.Slot * 0.4, 0.22, 0.5) : Math.Clamp(time.Slot * 0.4, 0.3, 0.85),
            Flags = flags,
            MoreFlags = spec.Small ? 0 : marked.Count + known.Count - flags.Count,
            Start = StartMark(),
            Signals = [.. Shown().GroupBy(s => s.Rule).Select(g => new SignalLegend(shapes[g.Key], Words.Rule(g.Key), g.Count(), g.First().Period))],
            Description = ChartWords.Describe(spec, points, flags),
        };
    }

    private (IReadOnlyList<FindingPoint>, IReadOnlyList<FindingPoint>) Scoped()
    {
        bool Kept(FindingPoint p, int index) => spec.Scope switch
        {
            ChartScope.Baseline => finding.Windows.Started is not { } day || p.Date < day,
            ChartScope.Control => index >= FirstAfter() - 10,
            _ => true,
        };
        var own = finding.Points.Where(Kept).ToList();
        return (own, (finding.Comparison?.Points ?? []).Where(Kept).ToList());
    }

    private int FirstAfter()
    {
        if (finding.Windows.Started is not { } day) return 0;
        var first = finding.Points.ToList().FindIndex(p => p.Date >= day);
        return first < 0 ? finding.Points.Count : first;
    }

    /// <summary>Every value that must lie on the axis, whatever the scope.</summary>
    private IEnumerable<double> Drawn()
    {
        // A control chart stands alone: what came before its last slots would only press it flat.
        foreach (var p in spec.Scope == ChartScope.Control ? points : finding.Points) if (p.Value is { } v) yield return v;
        if (spec.Bare)
        {
            if (finding.Limits?.Centre is { } centre) yield return centre;
            yield break;
        }

        foreach (var p in finding.Comparison?.Points ?? []) if (p.Value is { } v) yield return v;
        if (finding.Limits is { } limits)
        {
            yield return Clip(limits.Lower);
            yield return Clip(limits.Upper);
        }

        if (spec.Target is { } target) yield return target;
        if (finding.Guardrail is { } guardrail) yield return guardrail.Value;
        if (finding.Prediction is not { } prediction) yield break;
        yield return prediction.Expect;
        if (prediction.Between.Low is { } low) yield return low;
        if (prediction.Between.High is { } high) yield return high;
    }

    private double Clip(double value) => atLeastZero ? Math.Max(0, value) : value;

    private double? StartX => finding.Windows.Started is { } day ? time.At(day) : null;

    private Start? StartMark()
    {
        if (spec.Scope == ChartScope.Baseline || StartX is not { } x || x >= plot.Right) return null;
        return new Start(x, $"{spec.StartLabel} {Show.ShortDate(finding.Windows.Started)}", x > (plot.Left + plot.Right) * 0.6);
    }

    private IEnumerable<Zone> Zones()
    {
        if (spec is { Small: true, Bare: false } && finding.Limits is { } limits)
        {
            var (top, bottom) = (axis.Y(Clip(limits.Upper)), axis.Y(Clip(limits.Lower)));
            yield return new Zone("limits", plot.Left, top, plot.Right - plot.Left, bottom - top);
        }

        if (!spec.Bare && spec.Scope != ChartScope.Baseline && finding.Prediction is { } p && StartX is { } start)
        {
            var end = finding.Windows.CheckDate is { } check && time.At(check) is { } x ? Math.Max(x, start) : plot.Right;
            var (top, bottom) = (p.Between.High is { } h ? axis.Y(h) : plot.Top, p.Between.Low is { } l ? axis.Y(l) : plot.Bottom);
            if (end > start) yield return new Zone("predicted", start, top, end - start, bottom - top);
        }

        var first = points.ToList().FindIndex(q => q.Phase == Phase.Immature);
        if (first >= 0) yield return new Zone("immature", time.LeftOf(first), plot.Top, time.End - time.LeftOf(first), plot.Bottom - plot.Top);
    }

    private IEnumerable<Rule> Rules()
    {
        var change = StartX ?? plot.Right;
        var unit = finding.Unit;
        if (finding.Limits is { } limits)
        {
            foreach (var rule in Frozen("centre", limits.Centre, change, $"mean {Show.Bare(limits.Centre, unit)}")) yield return rule;
            if (spec.Bare) yield break;
            foreach (var rule in Frozen("limit", limits.Upper, change, $"limit {Show.Bare(limits.Upper, unit)}")) yield return rule;
            var lower = limits.Lower < 0 && atLeastZero ? "limit 0 (drawn)" : $"limit {Show.Bare(limits.Lower, unit)}";
            foreach (var rule in Frozen("limit", limits.Lower, change, lower)) yield return rule;
        }
        else if (finding.MedianBefore is { } median)
        {
            yield return new Rule("median", plot.Left, plot.Right, axis.Y(median), $"median {Show.Bare(median, unit)}");
        }

        if (spec.Bare) yield break;
        if (finding.Guardrail is { } guardrail)
            yield return new Rule("guardrail", plot.Left, plot.Right, axis.Y(guardrail.Value), $"guardrail {Show.Bare(guardrail.Value, unit)}");
        if (spec.Target is { } target)
            yield return new Rule("target", plot.Left, plot.Right, axis.Y(target), $"target {Show.Bare(target, unit)}");
        if (spec.Scope != ChartScope.Baseline && finding.Prediction is { } p && p.Expect != spec.Target && StartX is { } start)
            yield return new Rule("expect", start, plot.Right, axis.Y(p.Expect), $"expected {Show.Bare(p.Expect, unit)}");
    }

    /// <summary>A line frozen at the change: whole over the baseline, dashed over what came after.</summary>
    private IEnumerable<Rule> Frozen(string kind, double value, double change, string label)
    {
        var y = axis.Y(Clip(value));
        var split = Math.Clamp(change, plot.Left, plot.Right);
        if (split > plot.Left) yield return new Rule(kind, plot.Left, split, y, label);
        if (split < plot.Right) yield return new Rule(kind + " frozen", split, plot.Right, y, label);
    }

    private List<RightLabel> Labels(List<Rule> rules)
    {
        const double Gap = 3.1;
        // A line in two parts, whole and dashed, has one label: that of its last part.
        var labels = rules.Where((r, i) => r.To >= plot.Right - 0.01 && rules.FindLastIndex(o => o.Label == r.Label && o.Y.Equals(r.Y)) == i)
            .OrderBy(r => r.Y).ToList();
        var places = new double[labels.Count];
        for (var i = 0; i < labels.Count; i++) places[i] = Math.Max(labels[i].Y, i == 0 ? plot.Top + 1 : places[i - 1] + Gap);
        for (var i = labels.Count - 1; i >= 0; i--) places[i] = Math.Min(places[i], i == labels.Count - 1 ? plot.Bottom - 0.5 : places[i + 1] - Gap);
        return [.. labels.Select((l, i) => new RightLabel(l.Kind, l.Label, places[i], l.Y))];
    }

    private IEnumerable<Segment> Segments(IReadOnlyList<FindingPoint> series, string kind)
    {
        var run = new StringBuilder();
        var length = 0;
        for (var i = 0; i <= series.Count; i++)
        {
            if (i < series.Count && series[i].Value is { } v)
            {
                if (length++ > 0) run.Append(' ');
                run.Append(Show.Coordinate(time.Middle(i))).Append(',').Append(Show.Coordinate(axis.Y(v)));
                continue;
            }

            if (length > 1) yield return new Segment(kind, run.ToString());
            run.Clear();
            length = 0;
        }
    }

    private IEnumerable<Signal> Shown()
    {
        var periods = points.Select(p => p.Period).ToHashSet(StringComparer.Ordinal);
        return finding.Signals.Where(s => periods.Contains(s.Period));
    }

    private IEnumerable<Mark> Marks(Dictionary<string, string> shapes)
    {
        var fired = Shown().GroupBy(s => s.Period, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        for (var i = 0; i < points.Count; i++)
        {
            var p = points[i];
            if (p.Value is not { } v) continue;
            var signal = p.Phase == Phase.After ? fired.GetValueOrDefault(p.Period) : null;
            var shape = signal is not null ? shapes[signal.Rule] : p.Phase switch
            {
                Phase.Before => "before",
                Phase.After => "after",
                _ => "hollow",
            };
            yield return new Mark(shape, time.Middle(i), axis.Y(v), ChartWords.Point(p, finding.Unit, signal));
        }
    }

    /// <summary>Events within the time of the chart, by day.</summary>
    private List<(Annotation Event, double X)> Marked(IEnumerable<Annotation> events) =>
        [.. events.OrderBy(a => a.Date).Select(a => (a, X: time.At(a.Date))).Where(a => a.X < time.End).Select(a => (a.a, a.X!.Value))];

    /// <summary>As many as the chart holds, what the team marked before what everybody knew of; numbered by day.</summary>
    private static List<Flag> Flags(List<(Annotation Event, double X)> marked, List<(Annotation Event, double X)> known) =>
        [.. marked.Concat(known).Take(MostFlags).OrderBy(a => a.Event.Date).Select((a, i) => new Flag(i + 1, a.X, Show.ShortDate(a.Event.Date), a.Event.Text))];
}
