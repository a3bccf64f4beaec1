using System.Globalization;
using System.Text;
using Scriban;
using Scriban.Parsing;

namespace Kaizen.Reports.Templating;

/// <summary>
/// A template context for HTML: whatever a template writes is escaped, in text as in quoted attributes and in SVG,
/// unless it went through <c>kz.raw</c>. One context serves one rendering.
/// </summary>
internal sealed class HtmlContext : TemplateContext
{
    public HtmlContext()
    {
        PushCulture(CultureInfo.InvariantCulture);
        StrictVariables = true;
        LoopLimit = 200_000;
        LimitToString = 64 * 1024 * 1024;
        RecursiveLimit = 60;
    }

    public override TemplateContext Write(SourceSpan span, object? textAsObject) => textAsObject switch
    {
        null => this,
        RawHtml raw => base.Write(span, raw.ToString()),
        _ => base.Write(span, Escape(ObjectToString(textAsObject))),
    };

    /// <summary>Escapes for text, quoted attributes and SVG alike; what XML cannot hold becomes U+FFFD.</summary>
    public static string Escape(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var escaped = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case '&': escaped.Append("&amp;"); break;
                case '<': escaped.Append("&lt;"); break;
                case '>': escaped.Append("&gt;"); break;
                case '"': escaped.Append("&quot;"); break;
                case '\'': escaped.Append("&#39;"); break;
                case '`': escaped.Append("&#96;"); break;
                case '\t' or '\n' or '\r': escaped.Append(c); break;
                case < ' ' or '\u007f' or '\ufffe' or '\uffff': escaped.Append('\ufffd'); break;
                // Overrides of the reading direction would reorder what stands beside them; isolates come from the style sheet.
                case >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069': break;
                case var s when char.IsSurrogate(s):
                    if (char.IsHighSurrogate(s) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                        escaped.Append(s).Append(text[++i]);
                    else
                        escaped.Append('\ufffd');
                    break;
                default: escaped.Append(c); break;
            }
        }

        return escaped.ToString();
    }
}
