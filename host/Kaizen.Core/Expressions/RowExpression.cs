using Kaizen.Abstractions;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Metrics;

namespace Kaizen.Core.Expressions;

/// <summary>A row expression: SQL's scalar syntax over the columns of one row, parsed but not yet typed.</summary>
public sealed class RowExpression
{
    private readonly SourceSpan at;

    /// <summary>The part that a person wrote here: where it begins in the text, and how long it is.</summary>
    private readonly (int Start, int Length) own;

    /// <summary>Where the rest of the text comes from.</summary>
    private readonly SourceSpan? added;

    private RowExpression(string text, SourceSpan at, ExpressionNode root, (int Start, int Length)? own = null, SourceSpan? added = null)
    {
        Text = text;
        this.at = at;
        this.own = own ?? (0, text.Length);
        this.added = added;
        Root = root;
    }

    /// <summary>The expression as written, with what was added to it.</summary>
    public string Text { get; }

    /// <summary>Where it stands.</summary>
    public SourceSpan At => at;

    /// <summary>Its syntax tree.</summary>
    public ExpressionNode Root { get; }

    /// <summary>The columns it names, each once, in order of appearance.</summary>
    public IReadOnlyList<ExpressionNode.Column> Columns =>
        Walk(Root).OfType<ExpressionNode.Column>().OrderBy(c => c.Offset).DistinctBy(c => c.Name).ToList();

    /// <summary>The longest <c>within</c> in it, which sets a metric's maturity; null where it has none.</summary>
    public CalendarSpan? Maturity => !Text.Contains("within", StringComparison.OrdinalIgnoreCase) ? null
        : Walk(Root).OfType<ExpressionNode.Within>().Select(w => (CalendarSpan?)w.Span).MaxBy(s => s!.Value.After(new DateOnly(2000, 1, 1)));

    /// <summary>The span of a node in the person's file; of the whole expression where the text runs over lines.</summary>
    public SourceSpan SpanOf(ExpressionNode node)
    {
        var offset = node.Offset - own.Start;
        if (offset < 0) return added ?? at;
        return at.Length == own.Length ? at with { Column = at.Column + offset, Length = Math.Max(1, node.Length) } : at;
    }

    /// <summary>A comparison and what a person wrote: both have to hold.</summary>
    /// <param name="comparison">A comparison without a fault. It comes first, where a scan looks for what tells populations apart.</param>
    /// <param name="from">Where the comparison comes from.</param>
    /// <param name="where">What a person wrote, or null where it is all rows.</param>
    public static RowExpression Both(string comparison, SourceSpan from, RowExpression? where)
    {
        if (where is null) return new RowExpression(comparison, from, new ExpressionParser(comparison).Parse());
        var before = where.Root is ExpressionNode.Binary { Operator: BinaryOperator.Or } ? $"{comparison} and (" : $"{comparison} and ";
        var text = before + where.Text + (before[^1] == '(' ? ")" : "");
        // What a person may write, and one level and two operators more.
        return new RowExpression(text, where.at, new ExpressionParser(text, spare: 2).Parse(), (before.Length, where.Text.Length), from);
    }

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

    /// <summary>A column as an expression writes it: in double quotes where it would not be read as a column else.</summary>
    public static string ColumnText(string column) =>
        ExpressionParser.IsColumn(column) ? column : $"\"{column.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A node and all below it.</summary>
    public static IEnumerable<ExpressionNode> Walk(ExpressionNode node) => node.Children().SelectMany(Walk).Prepend(node);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
