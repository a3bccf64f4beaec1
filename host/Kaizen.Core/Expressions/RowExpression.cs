using Kaizen.Abstractions;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Metrics;

namespace Kaizen.Core.Expressions;

/// <summary>A row expression: SQL's scalar syntax over the columns of one row, parsed but not yet typed.</summary>
public sealed class RowExpression
{
    private readonly SourceSpan at;

    private RowExpression(string text, SourceSpan at, ExpressionNode root)
    {
        Text = text;
        this.at = at;
        Root = root;
    }

    /// <summary>The expression as written.</summary>
    public string Text { get; }

    /// <summary>Where it stands.</summary>
    public SourceSpan At => at;

    /// <summary>Its syntax tree.</summary>
    public ExpressionNode Root { get; }

    /// <summary>The columns it names, each once, in order of appearance.</summary>
    public IReadOnlyList<ExpressionNode.Column> Columns =>
        Walk(Root).OfType<ExpressionNode.Column>().OrderBy(c => c.Offset).DistinctBy(c => c.Name).ToList();

    /// <summary>The longest <c>within</c> in it, which sets a metric's maturity; null where it has none.</summary>
    public CalendarSpan? Maturity =>
        Walk(Root).OfType<ExpressionNode.Within>().Select(w => (CalendarSpan?)w.Span).MaxBy(s => s!.Value.After(new DateOnly(2000, 1, 1)));

    /// <summary>The span of a node in the person's file; of the whole expression where the text runs over lines.</summary>
    public SourceSpan SpanOf(ExpressionNode node) =>
        at.Length == Text.Length ? at with { Column = at.Column + node.Offset, Length = Math.Max(1, node.Length) } : at;

    /// <summary>Parses <paramref name="text"/>; a fault goes to <paramref name="faults"/> and null comes back.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="at">Where its first character stands; the length equals the text's where columns can be told apart.</param>
    /// <param name="faults">Receives the fault.</param>
    public static RowExpression? Parse(string text, SourceSpan at, DiagnosticBag faults)
    {
        try
        {
            return new RowExpression(text, at, new ExpressionParser(text).Parse());
        }
        catch (ExpressionSyntaxException fault)
        {
            var span = at.Length == text.Length ? at with { Column = at.Column + fault.Offset, Length = Math.Max(1, fault.Length) } : at;
            faults.Add(fault.TooDeep
                ? Catalogue.ExpressionTooDeep.At(span, fault.Message)
                : Catalogue.ExpressionSyntax.Hinting(fault.Hint, span, fault.Message));
            return null;
        }
    }

    /// <summary>A node and all below it.</summary>
    public static IEnumerable<ExpressionNode> Walk(ExpressionNode node) => node.Children().SelectMany(Walk).Prepend(node);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
