namespace Kaizen.Reports.Text;

/// <summary>
/// How high text will stand, in millimetres. Charts are drawn for the room that the texts leave; the style sheet
/// stretches them by the little that an estimate is wrong.
/// </summary>
internal static class Room
{
    private const double Point = 0.3528;

    /// <summary>An average letter is about half as wide as it is high.</summary>
    private const double LetterWidth = 0.492;

    /// <summary>Letters of average width on a line.</summary>
    public static double Letters(double width, double points) => width / (points * Point * LetterWidth);

    /// <summary>Lines that a text needs; words that do not fit at the end of a line cost a few letters each.</summary>
    public static int Lines(string? text, double width, double points) =>
        string.IsNullOrEmpty(text) ? 0 : (int)Math.Ceiling((TextWidth.Of(text) + 1) / (Letters(width, points) - 2.5));

    public static double Height(int lines, double points, double leading) => lines * points * Point * leading;

    public static double Height(string? text, double width, double points, double leading) =>
        Height(Lines(text, width, points), points, leading);
}
