using Kaizen.Abstractions;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Expressions;
using Kaizen.Measuring.Rows;

namespace Kaizen.Measuring.Expressions;

/// <summary>
/// Checks an expression against a source's columns and turns it into closures over the row buffer. Every fault goes
/// to the bag at its column in the YAML; the closures are then not to be used.
/// </summary>
internal sealed class ExpressionCompiler(RowExpression expression, ExpressionScope scope, DiagnosticBag faults)
{
    public ExpressionScope Scope => scope;

    public DiagnosticBag Faults => faults;

    public Numeric Number(ExpressionNode node) => node switch
    {
        ExpressionNode.Number n => NumericOperations.Constant(n.Value),
        ExpressionNode.Column c => NumberColumn(c),
        ExpressionNode.Unary { Operator: UnaryOperator.Minus } u => NumericOperations.Negate(Number(u.Operand)),
        ExpressionNode.Binary { Operator: <= BinaryOperator.Modulo } b => NumericOperations.Arithmetic(b.Operator, Number(b.Left), Number(b.Right)),
        ExpressionNode.Case c => new CaseCompiler(this).Compile(c, Number),
        ExpressionNode.Call c when Accepts(c, ColumnType.Number) => new CallCompiler(this).Number(c),
        _ => Never<double>(node, ColumnType.Number),
    };

    public Instant Time(ExpressionNode node) => node switch
    {
        ExpressionNode.Column c => TimeColumn(c),
        ExpressionNode.Text t => TimeText(t),
        ExpressionNode.Case c => new CaseCompiler(this).Compile(c, Time),
        ExpressionNode.Call c when Accepts(c, ColumnType.Time) => new CallCompiler(this).Time(c),
        _ => Never<long>(node, ColumnType.Time),
    };

    public Words Text(ExpressionNode node)
    {
        switch (node)
        {
            case ExpressionNode.Text t: return _ => t.Value;
            case ExpressionNode.Column c:
                var i = Ordinal(c, ColumnType.Text);
                return row => row.Nulls[i] ? null : row.Texts[i];
            case ExpressionNode.Case c: return AsWords(new CaseCompiler(this).Compile(c, n => AsReading(Text(n))));
            case ExpressionNode.Call c when Accepts(c, ColumnType.Text): return new CallCompiler(this).Text(c);
            default:
                Never<string>(node, ColumnType.Text);
                return _ => null;
        }
    }

    public Condition Flag(ExpressionNode node)
    {
        switch (node)
        {
            case ExpressionNode.Flag f: return _ => f.Value;
            case ExpressionNode.Column c:
                var i = Ordinal(c, ColumnType.Flag);
                return row => row.Nulls[i] ? null : row.Flags[i];
            case ExpressionNode.Case c: return AsCondition(new CaseCompiler(this).Compile(c, n => AsReading(Flag(n))));
            case ExpressionNode.Call c when Accepts(c, ColumnType.Flag): return new CallCompiler(this).Flag(c);
            case ExpressionNode.Unary { Operator: UnaryOperator.Not }:
            case ExpressionNode.Binary { Operator: > BinaryOperator.Modulo }:
            case ExpressionNode.In or ExpressionNode.Between or ExpressionNode.IsNull or ExpressionNode.Like or ExpressionNode.Within:
                return new ConditionCompiler(this).Compile(node);
            default:
                Never<bool>(node, ColumnType.Flag);
                return _ => null;
        }
    }

    /// <summary>The ordinal of a column read as a type; a fault where there is no such column or it has another type.</summary>
    public int Ordinal(ExpressionNode.Column column, ColumnType type)
    {
        if (!scope.Schema.ContainsKey(column.Name)) faults.Add(scope.Unknown(column.Name, expression.SpanOf(column)));
        else if ((scope.Types.Of(column.Name) ?? type) is var has && has != type) Wrong(column, type, has);
        else return scope.Columns.OrdinalOf(column.Name, type);
        return 0;
    }

    public SourceSpan SpanOf(ExpressionNode node) => expression.SpanOf(node);

    /// <summary>A node as written.</summary>
    public string TextOf(ExpressionNode node) => expression.Text.Substring(node.Offset, node.Length);

    /// <summary>Says that a node is not of the wanted type.</summary>
    public void Wrong(ExpressionNode node, ColumnType wanted, ColumnType has)
    {
        var name = NameOf(wanted);
        faults.Add(Catalogue.WrongType.At(expression.SpanOf(node), char.ToUpperInvariant(name[0]) + name[1..], NameOf(has)));
    }

    public static Reading<string> AsReading(Words words) => (Row row, out string value) => (value = words(row)!) is not null;

    public static Words AsWords(Reading<string> reading) => row => reading(row, out var value) ? value : null;

    public static Reading<bool> AsReading(Condition condition) => (Row row, out bool value) =>
    {
        var truth = condition(row);
        value = truth == true;
        return truth is not null;
    };

    public static Condition AsCondition(Reading<bool> reading) => row => reading(row, out var value) ? value : null;

    /// <summary>A type in words.</summary>
    public static string NameOf(ColumnType type) => type switch
    {
        ColumnType.Number => "a number",
        ColumnType.Text => "a text",
        ColumnType.Time => "a time",
        _ => "a condition",
    };

    private Numeric NumberColumn(ExpressionNode.Column column)
    {
        var i = Ordinal(column, ColumnType.Number);
        return (Row row, out double value) =>
        {
            value = row.Numbers[i];
            return !row.Nulls[i];
        };
    }

    private Instant TimeColumn(ExpressionNode.Column column)
    {
        var i = Ordinal(column, ColumnType.Time);
        return (Row row, out long ticks) =>
        {
            ticks = row.Ticks[i];
            return !row.Nulls[i];
        };
    }

    private Instant TimeText(ExpressionNode.Text text)
    {
        if (!TimeLiteral.TryParse(text.Value, out var time))
        {
            faults.Add(Catalogue.WrongType.At(expression.SpanOf(text), "A time", $"'{text.Value}'") with
            {
                Hint = "write it as '2026-03-16' or '2026-03-16T09:00'",
            });
        }

        var ticks = time.Kind == DateTimeKind.Utc ? time.Ticks : scope.Clock.ToInstant(time.Ticks);
        return (Row row, out long value) =>
        {
            value = ticks;
            return true;
        };
    }

    /// <summary>Whether a call is known, has the right number of arguments and gives the wanted type.</summary>
    private bool Accepts(ExpressionNode.Call call, ColumnType wanted)
    {
        if (!Signature.All.TryGetValue(call.Function, out var signature)) return false;
        return call.Arguments.Count >= signature.Least && call.Arguments.Count <= signature.Most
            && (signature.Result ?? NaturalTypes.Of(call, scope) ?? wanted) == wanted;
    }

    private Reading<T> Never<T>(ExpressionNode node, ColumnType wanted)
    {
        if (node is ExpressionNode.Call call && !Signature.All.ContainsKey(call.Function))
        {
            faults.Add(Catalogue.UnknownFunction.Hinting(
                Nearest.Hint(call.Function, Signature.All.Keys.ToList()), expression.SpanOf(node) with { Length = call.Function.Length }, call.Function));
        }
        else if (node is ExpressionNode.Call c && Signature.All[c.Function] is var s && (c.Arguments.Count < s.Least || c.Arguments.Count > s.Most))
        {
            faults.Add(Catalogue.WrongArgumentCount.At(expression.SpanOf(node), c.Function, s.Arity, c.Arguments.Count));
        }
        else if (NaturalTypes.Of(node, scope) is { } type)
        {
            Wrong(node, wanted, type);
        }

        // What is left is null, which is of every type.
        return (Row row, out T value) =>
        {
            value = default!;
            return false;
        };
    }
}
