using Kaizen.Abstractions;
using Kaizen.Core.Diagnostics;

namespace Kaizen.Definitions.Text;

/// <summary>The faults of one file; every one gets its source line and its cycle here, once.</summary>
internal sealed class FaultList(string file, string? cycle)
{
    private const int MostTold = 200;

    private List<Diagnostic> all = [];

    public string File { get; } = file;

    /// <summary>The file's text, as soon as it is read.</summary>
    public SourceText? Text { get; set; }

    public bool Any => all.Count > 0;

    public bool HasErrors => all.Exists(d => d.Severity == Severity.Error);

    /// <summary>Lets the text go where no fault can be added any more; the faults there are keep their lines.</summary>
    public void Settle()
    {
        if (Any) all = [.. Ordered()];
        Text = null;
    }

    public SourceSpan SpanOf(Node node) => Text!.Span(node.Start, node.End);

    public void Add(Message message, Node at, string? hint, params object?[] named) => Add(message, SpanOf(at), hint, named);

    public void Add(Message message, SourceSpan at, string? hint, params object?[] named) => Add(message.Hinting(hint, at, named));

    /// <summary>A fault of the whole file.</summary>
    public void AddAtStart(Message message, string? hint, params object?[] named) => Add(message, new SourceSpan(File, 1, 1), hint, named);

    public void Add(Diagnostic fault) =>
        all.Add(fault with { Cycle = cycle });

    /// <summary>
    /// In the order of the file, each once even where an alias or a merge repeats its place. Of a file that is wrong
    /// from end to end, such as data that came into the wrong folder, only the first are told.
    /// </summary>
    public IEnumerable<Diagnostic> InOrder()
    {
        if (!Any) return [];
        var ordered = Ordered().ToList();
        if (ordered.Count <= MostTold) return ordered;
        var last = ordered[MostTold - 1];
        return ordered.Take(MostTold).Append(Catalogue.MoreFaults.At(last.Span, ordered.Count - MostTold) with { Cycle = cycle, Excerpt = last.Excerpt });
    }

    private IEnumerable<Diagnostic> Ordered() =>
        all.DistinctBy(d => (d.Code, d.Span, d.Message)).OrderBy(d => d.Span?.Line).ThenBy(d => d.Span?.Column)
            .Select(d => d is { Excerpt: null, Span: { } at } && Text is not null ? d with { Excerpt = Text.Line(at.Line) } : d);
}
