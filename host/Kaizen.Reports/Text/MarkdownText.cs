using Kaizen.Reports.Templating;
using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Kaizen.Reports.Text;

/// <summary>
/// Prose of a cycle as markup: Markdown without HTML, links to http, https and mailto only, pictures as their words,
/// cut to the lines that its place on the sheet has.
/// </summary>
internal static class MarkdownText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    /// <summary>Renders what fits and says how much does not; null for no text.</summary>
    /// <param name="text">Markdown.</param>
    /// <param name="lines">Lines that fit.</param>
    /// <param name="width">Letters of average width that fit on a line.</param>
    public static string? Render(string? text, int lines, int width)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var document = Parse(text);
        Tame(document);
        var (left, cut) = (lines, 0);
        string? tail = null;
        foreach (var block in document.ToList())
        {
            var need = Lines(block, width);
            if (cut == 0 && need <= left)
            {
                left -= need;
                continue;
            }

            if (cut == 0 && left >= 1 && block is ParagraphBlock paragraph)
            {
                var words = Plain(paragraph);
                var kept = TextWidth.Cut(words, (left * width) - 16);
                tail = $"<p>{HtmlContext.Escape(kept)}&#8239;… ";
                need -= left;
            }

            cut += Math.Max(1, need);
            document.Remove(block);
        }

        using var writer = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.Render(document);
        var html = writer.ToString();
        if (cut > 0)
            html += $"{tail ?? "<p>"}<span class=\"more\">and {cut} more {(cut == 1 ? "line" : "lines")}</span></p>\n";
        return html;
    }

    /// <summary>Lines that a text will take, at most as many as fit.</summary>
    public static int LinesOf(string? text, int lines, int width) => string.IsNullOrWhiteSpace(text) ? 0
        : Math.Min(lines, Parse(text).Sum(b => Lines(b, width)));

    /// <summary>Lines that a text takes beyond those that fit.</summary>
    public static int SurplusOf(string? text, int lines, int width) => string.IsNullOrWhiteSpace(text) ? 0
        : Math.Max(0, Parse(text).Sum(b => Lines(b, width)) - lines);

    /// <summary>Words that <see cref="Line"/> cuts away.</summary>
    public static int WordsBeyond(string? text, int length)
    {
        var whole = Line(text, int.MaxValue);
        return TextWidth.Of(whole) <= length ? 0 : Words(whole) - Words(TextWidth.Cut(whole, length - 1));

        static int Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
    }

    /// <summary>The words without markup, on one line, cut at a word.</summary>
    public static string Line(string? text, int length)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        var plain = string.Join(' ', Parse(text).Select(b => b is LeafBlock l ? Plain(l) : PlainOf(b)))
            .ReplaceLineEndings(" ").Trim();
        return TextWidth.Of(plain) <= length ? plain : TextWidth.Cut(plain, length - 1) + "…";
    }

    public static bool MayLinkTo(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto"
        && !string.IsNullOrEmpty(url) && !url.Any(char.IsControl);

    private static void Tame(MarkdownDocument document)
    {
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            if (link.IsImage || !MayLinkTo(link.GetDynamicUrl?.Invoke() ?? link.Url))
                link.ReplaceBy(new LiteralInline(Plain(link)), copyChildren: false);
            else
                link.Title = null;
        }

        foreach (var link in document.Descendants<AutolinkInline>().ToList())
        {
            if (!link.IsEmail && !MayLinkTo(link.Url)) link.ReplaceBy(new LiteralInline(link.Url));
        }
    }

    private static int Lines(Block block, int width) => block switch
    {
        ListBlock or QuoteBlock => ((ContainerBlock)block).Sum(b => Lines(b, width - 3)),
        ContainerBlock c => c.Sum(b => Lines(b, width)),
        FencedCodeBlock or CodeBlock => ((LeafBlock)block).Lines.Count,
        LinkReferenceDefinition => 0,
        LeafBlock leaf => Math.Max(1, (int)Math.Ceiling(TextWidth.Of(Plain(leaf)) / width)),
        _ => 1,
    };

    private static string Plain(LeafBlock leaf) => leaf.Inline is { } inline ? Plain(inline) : leaf.Lines.ToString();

    private static string PlainOf(MarkdownObject block) =>
        string.Join(' ', block.Descendants<LeafBlock>().Select(Plain));

    private static string Plain(ContainerInline inline) =>
        string.Concat(inline.Descendants().Select(i => i switch
        {
            LiteralInline l => l.Content.ToString(),
            CodeInline c => c.Content,
            AutolinkInline a => a.Url,
            LineBreakInline => " ",
            HtmlEntityInline e => e.Transcoded.ToString(),
            _ => "",
        }));

    /// <summary>Markdown, or its bare words where marks are nested deeper than the parser goes.</summary>
    private static MarkdownDocument Parse(string text)
    {
        var clean = Clean(text);
        try
        {
            return Markdown.Parse(clean, Pipeline);
        }
        catch (ArgumentException)
        {
            return Markdown.Parse(string.Concat(clean.Where(c => char.IsLetterOrDigit(c) || char.IsWhiteSpace(c) || c is '.' or ',' or '%' or '?')), Pipeline);
        }
    }

    private static string Clean(string text) => string.Concat(text.ReplaceLineEndings("\n").Where(c =>
        c is '\n' or '\t' || (c >= ' ' && c is not ('\u007f' or '\ufffe' or '\uffff' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069')))));
}
