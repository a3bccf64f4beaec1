using System.Globalization;
using System.Text;
using Kaizen.Abstractions;
using Kaizen.Core.Diagnostics;

namespace Kaizen.Reports.Review;

/// <summary>Remarks as workflow commands, which GitHub shows beside the lines of a pull request.</summary>
public static class GithubText
{
    /// <summary>One line a remark; what the team accepts is left out.</summary>
    /// <param name="remarks">The remarks.</param>
    /// <param name="prefix">What stands before a file's path to make it relative to the repository: empty, or a folder with a slash at its end.</param>
    public static string Of(IReadOnlyList<Remark> remarks, string prefix)
    {
        var text = new StringBuilder();
        foreach (var remark in remarks.Where(r => r.Waived is null))
        {
            // A rule of the method asks; it does not break a build.
            var command = remark switch { { IsLint: false, Severity: Severity.Error } => "error", { Severity: Severity.Information } => "notice", _ => "warning" };
            text.Append("::").Append(command).Append(' ');
            if (remark.At is { } at)
                text.Append(CultureInfo.InvariantCulture, $"file={Property(prefix + at.File)},line={at.Line},col={at.Column},endColumn={at.Column + at.Length},");
            text.Append("title=").Append(Property(Title(remark))).Append("::").Append(Data(remark.Hint is null ? remark.Message : $"{remark.Message} {Sentence(remark.Hint)}")).Append('\n');
        }

        return text.ToString();
    }

    private static string Title(Remark remark) => remark.Gate is { } gate ? $"{remark.Code}, keeps {gate} shut" : remark.Code;

    private static string Sentence(string hint) => hint.Length == 0 || hint[^1] is '.' or '?' or '!' ? hint : hint + ".";

    // A log is read on a terminal, too: what would steer it becomes visible.
    private static string Data(string text) => string.Concat(text.Select(c => c switch
    {
        '%' => "%25",
        '\r' => "%0D",
        '\n' => "%0A",
        _ when char.IsControl(c) || Steering.Is(c) => "\uFFFD",
        _ => c.ToString(),
    }));

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
