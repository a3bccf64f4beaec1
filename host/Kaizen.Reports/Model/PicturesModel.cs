using Kaizen.Core.Cycles;
using Kaizen.Reports.Templating;
using Kaizen.Reports.Text;
using Scriban.Runtime;

namespace Kaizen.Reports.Model;

/// <summary>Photos, sketches and maps of the current condition, side by side with their captions.</summary>
internal static class PicturesModel
{
    private const int Most = 3;
    private const double Gap = 3;
    private const double CaptionHeight = 4;
    private const double Smallest = 22;
    private const double Largest = 40;

    /// <summary>The chart under the pictures says enough at this height.</summary>
    private const double WantedChart = 46;

    public static ScriptArray? Of(Sheet sheet)
    {
        var shown = Shown(sheet);
        var width = (PageRoom.LeftWidth - (Gap * (shown.Count - 1))) / Math.Max(1, shown.Count);
        return Tree.List(shown.Select(p => Tree.Of(
            ("address", sheet.Pictures[p.File.Text].Address),
            ("caption", MarkdownText.Line(p.Caption, (int)Room.Letters(width, 8) - 2)), ("words", MarkdownText.Line(p.Caption ?? p.File.Text, 200)),
            ("width", Show.Coordinate(width)), ("height", Show.Coordinate(PageRoom.Pictures(sheet) - CaptionHeight)))));
    }

    /// <summary>What is said of the pictures that have no place, or whose file cannot be shown.</summary>
    public static string? Note(Sheet sheet)
    {
        var others = sheet.Cycle.Plan.Pictures.Except(Shown(sheet)).ToList();
        return others.Count == 0 ? null : MarkdownText.Line($"Not shown: {string.Join(" · ", others.Select(p => p.Caption ?? p.File.Text))}", 120);
    }

    /// <summary>The height of the row, from what is left for it and the chart.</summary>
    public static double Height(Sheet sheet, double left) => Shown(sheet).Count == 0 ? 0 : Math.Clamp(left - WantedChart, Smallest, Largest);

    private static List<Picture> Shown(Sheet sheet) => [.. sheet.Cycle.Plan.Pictures.Where(p => sheet.Pictures.ContainsKey(p.File.Text)).Take(Most)];
}
