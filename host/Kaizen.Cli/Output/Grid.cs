using System.Globalization;
using System.Text;

namespace Kaizen.Cli.Output;

/// <summary>Rows of text in aligned columns, the last one unpadded. Widths count what a terminal shows.</summary>
internal sealed class Grid
{
    private readonly List<string[]> rows = [];

    public void Row(params string[] cells) => rows.Add(cells.Select(Plain.Text).ToArray());

    public string ToText(Func<int, int, string, string>? paint = null)
    {
        var text = new StringBuilder();
        if (rows.Count == 0) return "";
        var widths = Enumerable.Range(0, rows.Max(r => r.Length)).Select(c => rows.Max(r => c < r.Length ? Width(r[c]) : 0)).ToArray();
        for (var r = 0; r < rows.Count; r++)
        {
            var line = new StringBuilder("  ");
            for (var c = 0; c < rows[r].Length; c++)
            {
                var cell = rows[r][c];
                line.Append(paint is null ? cell : paint(r, c, cell));
                if (c < rows[r].Length - 1) line.Append(' ', widths[c] - Width(cell) + 2);
            }

            text.AppendLine(line.ToString().TrimEnd());
        }

        return text.ToString();
    }

    private static int Width(string text) => new StringInfo(text).LengthInTextElements;
}
