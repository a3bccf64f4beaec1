using Kaizen.Abstractions;
using Kaizen.Core.Diagnostics;
using Scriban.Parsing;
using Scriban.Syntax;
using Span = Kaizen.Abstractions.SourceSpan;

namespace Kaizen.Reports.Templating;

/// <summary>The engine's messages as diagnostics; here its positions from 0 become positions from 1.</summary>
internal static class Faults
{
    public static Diagnostic Of(LogMessage message, string text) =>
        Quote(Catalogue.TemplateSyntax.At(Place(message.Span), Sentence(message.Message)), text);

    public static Diagnostic Of(ScriptRuntimeException fault, TemplateFolder folder)
    {
        var place = Place(fault.Span);
        var text = fault.OriginalMessage;
        var at = text.IndexOf(FolderLoader.Unknown, StringComparison.Ordinal);
        var diagnostic = at >= 0
            ? Unknown(place, text[(at + FolderLoader.Unknown.Length)..], folder)
            : Catalogue.TemplateFailed.At(place, Sentence(text));
        return Quote(diagnostic, folder.Find(place.File)?.Text);
    }

    private static Diagnostic Unknown(Span place, string name, TemplateFolder folder) =>
        Catalogue.UnknownTemplate.Hinting(Nearest.Hint(name, [.. folder.Templates.Keys]), place, name);

    private static Span Place(Scriban.Parsing.SourceSpan span)
    {
        var length = span.Start.Line == span.End.Line ? Math.Max(1, span.End.Column - span.Start.Column + 1) : 1;
        return new Span(span.FileName ?? "", Math.Max(0, span.Start.Line) + 1, Math.Max(0, span.Start.Column) + 1, length);
    }

    private static Diagnostic Quote(Diagnostic diagnostic, string? text) =>
        text is null || diagnostic.Span is not { } at ? diagnostic
        : diagnostic with { Excerpt = text.Split('\n').ElementAtOrDefault(at.Line - 1) };

    private static string Sentence(string message) => message.TrimEnd('.', ' ', '\n') + ".";
}
