using System.Globalization;
using System.Text;
using Kaizen.Abstractions;

namespace Kaizen.Cli.Output;

/// <summary>A diagnostic as people read it: what, where, the line itself, the way out.</summary>
internal static class DiagnosticText
{
    private const int WidestExcerpt = 160;

    public static string Of(Diagnostic diagnostic, Ink ink)
    {
        var text = new StringBuilder();
        var severity = diagnostic.Severity switch { Severity.Error => ink.Red("error"), Severity.Warning => ink.Yellow("warning"), _ => ink.Blue("note") };
        text.Append(severity).Append(' ').Append(ink.Bold(diagnostic.Code)).Append(": ").AppendLine(Plain.Text(diagnostic.Message));
        if (diagnostic.Span is { } span)
        {
            text.Append("  ").Append(ink.Blue("-->")).Append(' ').AppendLine(Plain.Text(span.ToString()));
            if (diagnostic.Excerpt is { } line) Excerpt(text, span, line, diagnostic.Hint, ink);
            else if (diagnostic.Hint is { } hint) text.Append("   ").Append(ink.Blue("=")).Append(' ').AppendLine(Plain.Text(hint));
        }
        else if (diagnostic.Hint is { } hint)
        {
            text.Append("   ").Append(ink.Blue("=")).Append(' ').AppendLine(Plain.Text(hint));
        }

        foreach (var detail in diagnostic.Details) text.Append("   ").Append(ink.Blue("-")).Append(' ').AppendLine(Plain.Text(detail));
        return text.ToString();
    }

    private static void Excerpt(StringBuilder text, SourceSpan span, string line, string? hint, Ink ink)
    {
        var number = span.Line.ToString(CultureInfo.InvariantCulture);
        var gutter = new string(' ', number.Length);
        var start = Math.Clamp(span.Column - 1, 0, line.Length);
        var from = start > WidestExcerpt - 40 ? start - 40 : 0;
        var shown = Plain.Text(line.Substring(from, Math.Min(WidestExcerpt, line.Length - from)).Replace('\t', ' '));
        var length = Math.Clamp(span.Length, 1, Math.Max(1, shown.Length - (start - from)));
        text.Append(ink.Blue($"{gutter} |")).AppendLine();
        text.Append(ink.Blue($"{number} |")).Append(' ').AppendLine(shown);
        text.Append(ink.Blue($"{gutter} |")).Append(' ').Append(' ', start - from)
            .Append(ink.Red(new string('^', length)));
        if (hint is not null) text.Append(' ').Append(Plain.Text(hint));
        text.AppendLine();
    }
}
