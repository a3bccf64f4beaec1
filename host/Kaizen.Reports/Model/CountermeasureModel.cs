using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Core.Lint;
using Kaizen.Reports.Templating;
using Kaizen.Reports.Text;
using Scriban.Runtime;

namespace Kaizen.Reports.Model;

/// <summary>Cause, countermeasure, prediction and result on one line, so that the eye can follow the logic.</summary>
internal static class CountermeasureModel
{
    private const int MostRows = 3;
    private const int LineLetters = 33;
    private const double FurtherHeight = 5.2;
    private const double RowGap = 1.2;

    public static ScriptObject Of(Sheet sheet)
    {
        var all = sheet.Cycle.Plan.Countermeasures;
        var causes = sheet.Cycle.Plan.Causes.SelectMany(c => c.All()).ToList();
        var numbers = WhyTreeModel.Numbers(sheet.Cycle.Plan.Causes);
        var shown = Math.Min(all.Count, MostRows);
        var further = Further(sheet).ToList();
        var room = RoomOf(shown, sheet.Economy);
        var fits = Fitting(sheet);
        var prediction = 0;
        var rows = all.Take(MostRows).Select((c, i) => Row(sheet, c, new Place(
            $"CM{i + 1}", c.Predicts is null ? null : $"P{++prediction}",
            c.Addresses is { } id ? numbers.GetValueOrDefault(id) : null, causes.FirstOrDefault(x => x.Id == c.Addresses)?.Text, room))).ToList();
        return Tree.Of(
            ("title", Title(sheet)), ("note", all.Count > shown || further.Count > fits
                ? string.Join(", ", new[] { UnderstandingModel.More(all.Count - shown, "countermeasure"), UnderstandingModel.More(further.Count - fits, "prediction") }.OfType<string>())
                : sheet.IsSdca || all.Count == 0 && LearningModel.Exists(sheet) ? null : "cause → countermeasure → prediction → result"),
            ("rows", Tree.List(rows)),
            ("further", Tree.List(further.Take(fits).Select(f => Prediction(f.Prediction!, f, $"P{++prediction}")))),
            ("question", sheet.IsSdca
                ? "When an alarm rings: who looks first, at what, by when?"
                : "Which cause does it remove? What else was considered? What is the smallest test, and what do you expect of it?"));
    }

    private static string Title(Sheet sheet) => sheet.IsSdca ? "When an alarm rings"
        : sheet.Cycle.Plan.Countermeasures.Count > 0 || !LearningModel.Exists(sheet) ? "Countermeasures"
        : sheet.Cycle.Do.Experiments.Count > 0 ? "Experiments" : sheet.Cycle.Plan.Alternatives.Count > 0 ? "Alternatives" : "Obstacles";

    private static ScriptObject Row(Sheet sheet, Countermeasure c, Place place) => Tree.Of(
        ("cause_number", place.CauseNumber), ("cause", MarkdownText.Line(place.Cause, (place.Lines * 22) - 4)),
        ("number", place.Number), ("text", MarkdownText.Line(c.Text, place.Lines * LineLetters)),
        ("considered", Considered(c, sheet.Economy)),
        ("scale", c.Scale is null || sheet.Economy > 0 ? null : $"scale: {TextWidth.Cut(c.Scale, 10)}"),
        ("prediction", c.Predicts is not { } p || place.PredictionNumber is null ? null
            : Prediction(new PredictionFinding(p.Expect, new OpenInterval(p.Low, p.High), p.Confidence, p.Because ?? c.Because), sheet.Lead, place.PredictionNumber)),
        ("because", (c.Predicts?.Because ?? c.Because) is { Length: > 0 } because
            ? Because(because, place.Lines) : null),
        ("result", sheet.Lead is { } lead ? Result(lead, place.Lines) : null));

    /// <summary>Countermeasures that have no row, and words of those that have one.</summary>
    public static IEnumerable<Surplus> Surplus(Sheet sheet, int economy)
    {
        var all = sheet.Cycle.Plan.Countermeasures;
        var letters = RoomOf(Math.Min(all.Count, MostRows), economy) * LineLetters;
        return all.Take(MostRows).Select(c => new Surplus("Countermeasures", $"plan.countermeasures.{c.Id}.text", MarkdownText.WordsBeyond(c.Text, letters), "word"))
            .Append(new("Countermeasures", "plan.countermeasures", all.Count - MostRows, "countermeasure"));
    }

    /// <summary>Height of the section as far as texts can be told in advance.</summary>
    public static double SectionHeight(Sheet sheet, int economy)
    {
        var all = sheet.Cycle.Plan.Countermeasures;
        var further = Fitting(sheet);
        var learning = LearningModel.Height(sheet, economy);
        if (all.Count == 0) return PageRoom.Heading + (learning > 0 ? learning : 16) + ((further + 1) / 2 * (FurtherHeight + RowGap));
        var lines = RoomOf(Math.Min(all.Count, MostRows), economy);
        var causes = sheet.Cycle.Plan.Causes.SelectMany(c => c.All()).ToList();
        var rows = all.Take(MostRows).Sum(c => 1.9 + RowGap + new[]
        {
            Room.Height($"C10 {MarkdownText.Line(causes.Find(x => x.Id == c.Addresses)?.Text, (lines * 22) - 4)}", 36.4, 9, 1.24),
            Room.Height($"CM1 {MarkdownText.Line(c.Text, lines * LineLetters)}", 57.4, 9, 1.24) + Room.Height($"{Considered(c, economy)} {(economy == 0 ? c.Scale : null)}", 57.4, 8, 1.2),
            Room.Height("P1 first response 1000 h (1000 to 1000 h), 90 % sure", 54.4, 9, 1.24) + Room.Height($"because: {Because(c.Predicts?.Because ?? c.Because ?? "", lines)}", 54.4, 8, 1.2),
            Room.Height(4, 9, 1.24),
        }.Max());
        return PageRoom.Heading + learning + rows + ((further + 1) / 2 * (FurtherHeight + RowGap)) - RowGap;
    }

    /// <summary>Lines of a cell: one countermeasure may tell its story, three must be short.</summary>
    private static int RoomOf(int shown, int economy) => shown switch { <= 1 => economy == 0 ? 5 : 4, 2 => 4, _ => 3 };

    private static int Fitting(Sheet sheet) =>
        Math.Min(Further(sheet).Count(), Math.Min(sheet.Cycle.Plan.Countermeasures.Count, MostRows) switch { <= 1 => 4, _ => 2 });

    private static string? Considered(Countermeasure c, int economy) => c.Considered.Count == 0 || economy > 1 ? null
        : MarkdownText.Line("Also considered: " + string.Join(" ", c.Considered), economy == 0 ? 150 : 110);

    private static string? Because(string because, int lines) =>
        because.Length == 0 ? null : MarkdownText.Line(because, lines switch { > 4 => 170, 4 => 130, _ => 68 });

    /// <summary>Predictions of metrics other than the lead, which stand at no countermeasure.</summary>
    private static IEnumerable<Finding> Further(Sheet sheet)
    {
        var atCountermeasure = sheet.Cycle.Plan.Countermeasures.Any(c => c.Predicts is not null);
        return sheet.Evidence.Findings.Where(f => f.Prediction is not null && f.Window == "check" && (!atCountermeasure || f != sheet.Lead));
    }

    private static ScriptObject Prediction(PredictionFinding p, Finding? finding, string number) => Tree.Of(
        ("number", number), ("metric", finding is null ? null : TextWidth.Cut(Show.Words(finding.Metric), 22)),
        ("expect", Show.Value(p.Expect, Show.UnitBeside(finding?.Metric, finding?.Unit ?? ""))),
        ("between", Show.BareRange(p.Between.Low, p.Between.High, finding?.Unit ?? "")),
        ("confidence", $"{Show.Percent(p.Confidence)} sure"),
        ("result", finding is null ? null : Result(finding)));

    public static ScriptObject Result(Finding f, int lines = 1) => Tree.Of(
        ("glyph", Words.Glyph(f.Effect)), ("tone", Words.Tone(f.Effect)), ("effect", Words.Of(f.Effect, f.Complete)),
        ("versus", Words.Of(f.VsPrediction)), ("learned", lines < 3 ? null : MarkdownText.Line(f.Learned, 56)), ("after", f.After is null ? null : Show.Value(f.After, f.Unit)));

    private sealed record Place(string Number, string? PredictionNumber, string? CauseNumber, string? Cause, int Lines);
}
