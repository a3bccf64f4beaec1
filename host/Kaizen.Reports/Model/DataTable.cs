using Kaizen.Core.Checking;
using Kaizen.Core.Metrics;
using Kaizen.Reports.Templating;
using Kaizen.Reports.Text;
using Scriban.Runtime;

namespace Kaizen.Reports.Model;

/// <summary>The figures behind a chart, for the screen.</summary>
internal static class DataTable
{
    public static ScriptObject Of(Finding f, string id)
    {
        var ratio = f.Points.Any(p => p.Denominator is not null);
        return Tree.Of(
            ("id", id), ("title", $"{Show.Words(f.Metric)}{(f.Window == "late" ? ", late check" : "")}"),
            ("unit", f.Unit == "share" ? "%" : f.Unit), ("claim", f.Claim), ("ratio", ratio ? true : null),
            ("rows", Tree.List(f.Points.Select(p => Tree.Of(
                ("period", p.Period), ("value", Show.Bare(p.Value, f.Unit)), ("rows", Show.Count(p.Rows)),
                ("numerator", Show.Bare(p.Numerator, "")), ("denominator", Show.Bare(p.Denominator, "")),
                ("phase", p.Phase switch { Phase.Before => "before", Phase.After => "after", Phase.Immature => "too young", _ => "not counted" }))))));
    }
}
