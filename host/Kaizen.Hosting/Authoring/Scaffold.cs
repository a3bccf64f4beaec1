using System.Text;
using System.Text.RegularExpressions;
using Kaizen.Definitions.Editing;

namespace Kaizen.Hosting.Authoring;

/// <summary>
/// A file to be filled in. A line <c>? key: words</c> becomes the key with its answer, or without one a comment that says
/// what belongs there; lines <c>: words</c> below it are more of that comment. A section of which nothing is answered
/// becomes a comment as a whole. All other lines stay.
/// </summary>
internal sealed partial class Scaffold(string text)
{
    private readonly string[] lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    /// <summary>The scaffold of a name that lies beside the command.</summary>
    public static Scaffold Load(string name) => new(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "templates", "workspace", "kinds", $"{name}.yaml")));

    /// <summary>The file.</summary>
    /// <param name="answers">Values by path, such as <c>plan.background</c>.</param>
    /// <param name="below">Comments by path, for lines below an answer.</param>
    public string Fill(IReadOnlyDictionary<string, YamlValue> answers, IReadOnlyDictionary<string, IReadOnlyList<string>> below)
    {
        var written = new StringBuilder();
        var sections = new List<(int Column, string Key, bool Answered)>();
        var silent = true;
        foreach (var line in lines)
        {
            var column = line.Length - line.TrimStart(' ').Length;
            if (line.Trim().Length > 0) while (sections.Count > 0 && sections[^1].Column >= column) sections.RemoveAt(sections.Count - 1);
            var margin = sections.FindIndex(s => !s.Answered) is >= 0 and var open ? sections[open].Column : column;
            string Comment(string words) => $"{new string(' ', margin)}# {new string(' ', column - margin)}{words}".TrimEnd();
            if (More().Match(line) is { Success: true } more)
            {
                if (!silent) written.Append(Comment(more.Groups[1].Value)).Append('\n');
            }
            else if (Question().Match(line) is { Success: true } question)
            {
                var path = string.Join('.', sections.Select(s => s.Key).Append(question.Groups[1].Value));
                silent = answers.ContainsKey(path);
                if (!silent) written.Append(Comment($"{question.Groups[1].Value}:{question.Groups[2].Value}")).Append('\n');
                else Answer(written, column, question.Groups[1].Value, answers[path], below.GetValueOrDefault(path, []));
            }
            else if (Section().Match(line) is { Success: true } section)
            {
                var path = string.Join('.', sections.Select(s => s.Key).Append(section.Groups[1].Value)) + ".";
                var answered = answers.Keys.Any(k => k.StartsWith(path, StringComparison.Ordinal));
                written.Append(answered ? line : Comment(line.TrimStart())).Append('\n');
                sections.Add((column, section.Groups[1].Value, answered));
            }
            else written.Append(line).Append('\n');
        }

        return written.ToString();
    }

    private static void Answer(StringBuilder written, int column, string key, YamlValue value, IReadOnlyList<string> below)
    {
        foreach (var line in YamlLines.Of(key, value).Concat(below))
            written.Append(line.Length == 0 ? "" : new string(' ', column)).Append(line).Append('\n');
    }

    [GeneratedRegex(@"^ *\? ([a-z_]+):(.*)$")]
    private static partial Regex Question();

    [GeneratedRegex(@"^ *: (.*)$")]
    private static partial Regex More();

    [GeneratedRegex(@"^ *([a-z_]+):$")]
    private static partial Regex Section();
}
