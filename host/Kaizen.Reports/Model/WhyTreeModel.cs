using Kaizen.Core.Cycles;
using Kaizen.Core.Lint;
using Kaizen.Reports.Templating;
using Kaizen.Reports.Text;
using Scriban.Runtime;

namespace Kaizen.Reports.Model;

/// <summary>The why-tree from left to right: boxes and arrows as places in millimetres.</summary>
internal static class WhyTreeModel
{
    private const double Height = 56;
    private const double Gap = 7;
    private const double WidestBox = 92;
    private const int DeepestColumn = 4;
    private const int MostRows = 5;

    /// <summary>Two causes leave room for a question under them.</summary>
    private const double Question = 14;

    public static double SectionHeight(Sheet sheet)
    {
        var rows = Math.Clamp(sheet.Cycle.Plan.Causes.Sum(Leaves), 0, MostRows);
        return PageRoom.Heading + TreeHeight(rows);
    }

    private static double RowHeight(int rows) => Math.Min(18.4, Height / rows);

    private static double TreeHeight(int rows) => rows == 0 ? 30 : Math.Min(Height, (rows * RowHeight(rows)) + (rows <= 2 ? Question : 0));

    public static ScriptObject Of(Sheet sheet)
    {
        var numbers = Numbers(sheet.Cycle.Plan.Causes);
        var tree = sheet.Cycle.Plan.Causes;
        var columns = Math.Max(1, Math.Min(DeepestColumn, tree.Select(Depth).DefaultIfEmpty(0).Max()));
        var width = Math.Min(WidestBox, (PageRoom.LeftWidth - (Gap * (columns - 1))) / columns);
        var rows = Math.Clamp(tree.Sum(Leaves), 1, MostRows);
        var layout = new Layout(sheet, numbers, width, RowHeight(rows));
        foreach (var cause in tree) layout.Place(cause, 0);
        return Tree.Of(
            ("boxes", Tree.List(layout.Boxes)), ("arrows", Tree.List(layout.Arrows)),
            ("width", Show.Coordinate(PageRoom.LeftWidth)), ("height", Show.Coordinate(TreeHeight(rows))),
            ("more", UnderstandingModel.More(tree.Sum(c => c.All().Count()) - layout.Boxes.Count, "cause")),
            ("shallow", layout.Boxes.Count > 0 && layout.Used + 13 < TreeHeight(rows) ? "Read it backwards with “therefore”: what is the evidence for each arrow, and what lies behind?" : null),
            ("rest_y", Show.Coordinate(layout.Used + 3)),
            ("question", "What is the evidence for each cause? What lies behind it? Read it backwards with “therefore”."));
    }

    /// <summary>Causes that find no place in the tree.</summary>
    public static IEnumerable<Surplus> Surplus(Sheet sheet)
    {
        var tree = sheet.Cycle.Plan.Causes;
        var rows = 0;
        return [new("Root causes", "plan.causes", tree.Sum(c => c.All().Count()) - tree.Sum(c => Placed(c, 0, ref rows)), "cause")];
    }

    /// <summary>How many of a cause and those behind it are placed, from the leaves as in <see cref="Layout.Place"/>.</summary>
    private static int Placed(Cause cause, int column, ref int rows)
    {
        if (rows >= MostRows || column >= DeepestColumn) return 0;
        var (first, placed) = (rows, 1);
        foreach (var behind in cause.Because) placed += Placed(behind, column + 1, ref rows);
        if (rows == first) rows++;
        return placed;
    }

    /// <summary>C1, C2 and so on, depth first.</summary>
    public static IReadOnlyDictionary<string, string> Numbers(IReadOnlyList<Cause> causes)
    {
        var numbers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var cause in causes.SelectMany(c => c.All())) numbers.TryAdd(cause.Id, $"C{numbers.Count + 1}");
        return numbers;
    }

    private static int Depth(Cause cause) => 1 + cause.Because.Select(Depth).DefaultIfEmpty(0).Max();

    private static int Leaves(Cause cause) => cause.Because.Count == 0 ? 1 : cause.Because.Sum(Leaves);

    private sealed class Layout(Sheet sheet, IReadOnlyDictionary<string, string> numbers, double width, double rowHeight)
    {
        private const double CharacterWidth = 1.63;
        private const double LineHeight = 3.65;
        private int rowsUsed;

        public List<ScriptObject> Boxes { get; } = [];

        public List<ScriptObject> Arrows { get; } = [];

        public double Used => rowsUsed * rowHeight;

        /// <summary>Places a cause and what lies behind it; says the middle of its box, or null where it did not fit.</summary>
        public double? Place(Cause cause, int column)
        {
            if (rowsUsed >= MostRows || column >= DeepestColumn) return null;
            var at = Boxes.Count;
            var first = rowsUsed;
            var behind = cause.Because.Select(b => Place(b, column + 1)).OfType<double>().ToList();
            if (rowsUsed == first) rowsUsed++;
            var middle = (first + rowsUsed) / 2.0 * rowHeight;
            var height = rowHeight - 1.6;
            var (x, y) = (column * (width + Gap), middle - (height / 2));
            foreach (var other in behind) Arrows.Add(Tree.Of(("path", Arrow(x + width, middle, x + width + Gap, other)), ("tip", $"M{Show.Coordinate(x + width)} {Show.Coordinate(middle)}l2 -1v2Z")));
            Boxes.Insert(at, Box(cause, (x, y, height)));
            return middle;
        }

        private ScriptObject Box(Cause cause, (double X, double Y, double Height) at)
        {
            var links = sheet.Cycle.Plan.Countermeasures.Select((c, i) => (c, Number: $"CM{i + 1}")).Where(c => c.c.Addresses == cause.Id).Select(c => c.Number).ToList();
            var lines = Math.Max(1, (int)((at.Height - 1.4) / LineHeight));
            var tags = (cause.Evidence is null ? 0 : 10) + (lines == 1 || cause.Share is null ? 0 : 6) + (links.Count == 0 ? 0 : 8) + 4;
            var fits = (int)(lines * (width - 4) / CharacterWidth) - tags - (lines * 1);
            return Tree.Of(
                ("number", numbers.GetValueOrDefault(cause.Id)), ("text", MarkdownText.Line(cause.Text, Math.Max(12, fits))),
                ("evidence", Words.Of(cause.Evidence)), ("kind", cause.Evidence is { } e ? Words.Name(e) : null),
                ("share", lines > 1 && cause.Share is { } share ? Show.Percent(share) : null),
                ("share_width", cause.Share is { } part ? Show.Coordinate(Math.Clamp(part, 0, 1) * 100) : null),
                ("links", links.Count == 0 ? null : TextWidth.Cut(string.Join(" ", links), 16)),
                ("x", Show.Coordinate(at.X)), ("y", Show.Coordinate(at.Y)), ("width", Show.Coordinate(width)), ("height", Show.Coordinate(at.Height)));
        }

        private static string Arrow(double x1, double y1, double x2, double y2)
        {
            var middle = Show.Coordinate(x1 + 3);
            return $"M{Show.Coordinate(x2)} {Show.Coordinate(y2)}H{middle}V{Show.Coordinate(y1)}H{Show.Coordinate(x1 + 1)}";
        }
    }
}
