using Kaizen.Core.Metrics;
using Kaizen.Reports.Templating;
using Kaizen.Reports.Text;
using Scriban.Runtime;

namespace Kaizen.Reports.Model;

/// <summary>What the sheet rests on: sources, queries, counts, dates, versions.</summary>
internal static class FooterModel
{
    public static ScriptObject Of(Sheet sheet, string templateHash)
    {
        var e = sheet.Evidence;
        var scans = e.Findings.Select(f => f.Scan).DistinctBy(s => s.Source).ToList();
        var cut = sheet.Lead?.Windows.Cut;
        var rules = e.Findings.Select(f => f.Rules).Distinct().ToList();
        var plugins = e.Findings.Select(f => f.Scan.Plugin).Distinct();
        return Tree.Of(
            ("query", sheet.Lead is { } lead && sheet.Cycle.Metrics.FirstOrDefault(m => m.Name == lead.Metric) is { } metric
                ? $"{Show.Words(metric.Name)}: {TextWidth.Cut(Query(metric), 130)}" : null),
            ("used", sheet.Lead is { } used ? $"{Show.Count(used.RowsBefore)} + {Show.Count(used.RowsAfter)} rows used" : null),
            ("queries", Tree.List(sheet.Cycle.Metrics.Select(m => Tree.Of(("metric", Show.Words(m.Name)), ("text", Query(m)))))),
            ("scans", Tree.List(scans.Take(2).Select(s => $"{TextWidth.Cut(s.Source, 30)}: {Show.Count(s.RowsRead)} rows read, {Show.Count(s.RowsLeftOut)} left out"
                + (s.RowsWithoutTime > 0 ? $", {Show.Count(s.RowsWithoutTime)} without a time" : "")))),
            ("scans_more", UnderstandingModel.More(scans.Count - 2, "source")),
            ("cut", cut is null ? null : $"data before {Show.Date(cut)}"),
            ("facts", $"facts as of {Show.Date(e.FactsAsOf)}"),
            ("definition", Show.Hash(e.DefinitionHash)), ("definition_full", e.DefinitionHash),
            ("rules", rules.Count == 0 ? null : $"XmR, rules {string.Join(", ", rules)}"),
            ("engine", e.Engine), ("plugins", string.Join(", ", plugins)), ("templates", Show.Hash(templateHash)),
            ("waived", LifeModel.Waived(sheet)),
            ("file", TextWidth.Cut(e.File, 50)), ("score", sheet.Review.Score is { Parts.Count: > 0 } score ? $"method {score.Total} of 100" : null),
            ("inferred", Tree.List(sheet.Cycle.Inferred.Select(i => $"{i.What}: {i.Value} ({i.Because})"))));
    }

    private static string Query(Metric m)
    {
        var measure = m.Measure;
        var name = Words.Name(measure.Aggregate);
        var text = measure.Over is { } over
            ? $"{name}({measure.Value?.Text} over {over.Text})"
            : $"{name}({measure.Value?.Text ?? "rows"})";
        if (measure.Plugin is { } plugin) text = plugin.Use.Text;
        if (measure.Where is { } where) text += $" where {where.Text}";
        return $"{text} from {string.Join(", ", m.Sources.Select(s => s.Name))} per {Words.Of(m.Per)} of {m.Time.Text}";
    }
}
