using System.Globalization;
using Kaizen.Core.Metrics;

namespace Kaizen.Core.Expressions;

/// <summary>Recursive descent over SQL's scalar grammar; precedence: or, and, not, comparison, sum, product, sign.</summary>
internal sealed class ExpressionParser
{
    public const int DeepestNesting = 100;
    private const int LongestChain = 500;

    private readonly ExpressionLexer lexer;
    private readonly int spare;
    private Token token;
    private int end;
    private int depth;
    private int chain;

    /// <param name="text">The expression.</param>
    /// <param name="spare">How much longer and deeper than what a person wrote it may be.</param>
    public ExpressionParser(string text, int spare = 0)
    {
        this.spare = spare;
        lexer = new ExpressionLexer(text);
        token = lexer.Next();
    }

    /// <summary>Whether a text by itself is read as the column of that name.</summary>
    public static bool IsColumn(string text)
    {
        try
        {
            return new ExpressionParser(text).Parse() is ExpressionNode.Column column && column.Name == text;
        }
        catch (ExpressionSyntaxException)
        {
            return false;
        }
    }

    public ExpressionNode Parse()
    {
        if (token.Kind == TokenKind.End) throw new ExpressionSyntaxException("it is empty", 0, 1);
        var root = Or();
        if (token.Kind != TokenKind.End) throw Unexpected("an operator or the end");
        return root;
    }

    private ExpressionNode Or()
    {
        var left = And();
        while (token.Is("or"))
        {
            Advance();
            left = Binary(BinaryOperator.Or, left, And());
        }

        return left;
    }

    private ExpressionNode And()
    {
        var left = Not();
        while (token.Is("and"))
        {
            Advance();
            left = Binary(BinaryOperator.And, left, Not());
        }

        return left;
    }

    private ExpressionNode Not()
    {
        if (!token.Is("not")) return Comparison();
        var start = token.Offset;
        Advance();
        Deeper();
        var operand = Not();
        depth--;
        return new ExpressionNode.Unary(UnaryOperator.Not, operand, start, end - start);
    }

    private ExpressionNode Comparison()
    {
        var left = Sum();
        while (true)
        {
            if (token.Kind == TokenKind.Symbol && ComparisonOf(token.Text) is { } comparison)
            {
                Advance();
                left = Binary(comparison, left, Sum());
                continue;
            }

            if (token.Is("is"))
            {
                Longer(left);
                Advance();
                var negated = Accept("not");
                Expect("null");
                left = new ExpressionNode.IsNull(left, negated, left.Offset, end - left.Offset);
                continue;
            }

            var not = false;
            if (token.Is("not"))
            {
                Advance();
                not = true;
            }

            if (token.Is("in")) left = In(left, not);
            else if (token.Is("between")) left = Between(left, not);
            else if (token.Is("like")) left = Like(left, not);
            else if (!not && token.Is("within")) left = Within(left);
            else if (not) throw Unexpected("'in', 'between' or 'like'");
            else return left;
        }
    }

    private ExpressionNode.In In(ExpressionNode left, bool negated)
    {
        Longer(left);
        Advance();
        Symbol("(");
        var items = List();
        if (items.Count == 0) throw Unexpected("a value");
        Symbol(")");
        return new ExpressionNode.In(left, items, negated, left.Offset, end - left.Offset);
    }

    private ExpressionNode.Between Between(ExpressionNode left, bool negated)
    {
        Longer(left);
        Advance();
        var low = Sum();
        Expect("and");
        var high = Sum();
        return new ExpressionNode.Between(left, low, high, negated, left.Offset, end - left.Offset);
    }

    private ExpressionNode.Like Like(ExpressionNode left, bool negated)
    {
        Longer(left);
        Advance();
        var pattern = Sum();
        return new ExpressionNode.Like(left, pattern, negated, left.Offset, end - left.Offset);
    }

    private ExpressionNode.Within Within(ExpressionNode left)
    {
        Longer(left);
        Advance();
        if (token.Kind != TokenKind.Span || !int.TryParse(token.Text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > 36_500)
            throw Unexpected("a length such as 14d, 12w or 3m");
        var span = new CalendarSpan(count, token.Text[^1]);
        Advance();
        return new ExpressionNode.Within(left, span, left.Offset, end - left.Offset);
    }

    private ExpressionNode Sum()
    {
        var left = Product();
        while (token.IsSymbol("+") || token.IsSymbol("-"))
        {
            var operation = token.Text == "+" ? BinaryOperator.Add : BinaryOperator.Subtract;
            Advance();
            left = Binary(operation, left, Product());
        }

        return left;
    }

    private ExpressionNode Product()
    {
        var left = Sign();
        while (token.IsSymbol("*") || token.IsSymbol("/") || token.IsSymbol("%"))
        {
            var operation = token.Text switch { "*" => BinaryOperator.Multiply, "/" => BinaryOperator.Divide, _ => BinaryOperator.Modulo };
            Advance();
            left = Binary(operation, left, Sign());
        }

        return left;
    }

    private ExpressionNode Sign()
    {
        if (token.IsSymbol("+")) Advance();
        if (!token.IsSymbol("-")) return Primary();
        var start = token.Offset;
        Advance();
        Deeper();
        var operand = Sign();
        depth--;
        return new ExpressionNode.Unary(UnaryOperator.Minus, operand, start, end - start);
    }

    private ExpressionNode Primary()
    {
        var t = token;
        switch (t.Kind)
        {
            case TokenKind.Number:
                Advance();
                return new ExpressionNode.Number(double.Parse(t.Text, CultureInfo.InvariantCulture), t.Offset, t.Length);
            case TokenKind.Text:
                Advance();
                return new ExpressionNode.Text(t.Text, t.Offset, t.Length);
            case TokenKind.QuotedIdentifier:
                Advance();
                return new ExpressionNode.Column(t.Text, t.Offset, t.Length);
            case TokenKind.Identifier:
                return Word(t);
            case TokenKind.Symbol when t.Text == "(":
                Advance();
                Deeper();
                var inner = Or();
                depth--;
                Symbol(")");
                return inner;
            default:
                throw Unexpected("a column, a value or '('");
        }
    }

    private ExpressionNode Word(Token t)
    {
        if (t.Is("case")) return Case();
        if (Reserved(t)) throw Unexpected("a column or a value");
        Advance();
        if (t.Is("true") || t.Is("false")) return new ExpressionNode.Flag(t.Is("true"), t.Offset, t.Length);
        if (t.Is("null")) return new ExpressionNode.Null(t.Offset, t.Length);
        if (!token.IsSymbol("(")) return new ExpressionNode.Column(t.Text, t.Offset, t.Length);
        Advance();
        Deeper();
        var arguments = token.IsSymbol(")") ? [] : List();
        depth--;
        Symbol(")");
        return new ExpressionNode.Call(t.Text.ToLowerInvariant(), arguments, t.Offset, end - t.Offset);
    }

    private ExpressionNode.Case Case()
    {
        var start = token.Offset;
        Advance();
        Deeper();
        var operand = token.Is("when") ? null : Or();
        var arms = new List<CaseArm>();
        while (Accept("when"))
        {
            var when = Or();
            Expect("then");
            arms.Add(new CaseArm(when, Or()));
        }

        if (arms.Count == 0) throw Unexpected("'when'");
        var otherwise = Accept("else") ? Or() : null;
        Expect("end");
        depth--;
        return new ExpressionNode.Case(operand, arms, otherwise, start, end - start);
    }

    private List<ExpressionNode> List()
    {
        var items = new List<ExpressionNode>();
        if (token.IsSymbol(")")) return items;
        items.Add(Or());
        while (token.IsSymbol(","))
        {
            Advance();
            items.Add(Or());
        }

        return items;
    }

    private ExpressionNode.Binary Binary(BinaryOperator operation, ExpressionNode left, ExpressionNode right)
    {
        Longer(left);
        return new ExpressionNode.Binary(operation, left, right, left.Offset, end - left.Offset);
    }

    /// <summary>A long chain of operators is as deep as a nested expression once it is a tree.</summary>
    private void Longer(ExpressionNode left)
    {
        if (++chain > LongestChain + spare) throw new ExpressionSyntaxException($"is a chain of more than {LongestChain} operators", left.Offset, 1) { TooDeep = true };
    }

    private static bool Reserved(Token t) =>
        t.Is("and") || t.Is("or") || t.Is("not") || t.Is("in") || t.Is("between") || t.Is("like") || t.Is("is") || t.Is("within")
        || t.Is("when") || t.Is("then") || t.Is("else") || t.Is("end");

    private static BinaryOperator? ComparisonOf(string symbol) => symbol switch
    {
        "=" or "==" => BinaryOperator.Equal,
        "<>" or "!=" => BinaryOperator.NotEqual,
        "<" => BinaryOperator.Less,
        "<=" => BinaryOperator.LessOrEqual,
        ">" => BinaryOperator.Greater,
        ">=" => BinaryOperator.GreaterOrEqual,
        _ => null,
    };

    private void Deeper()
    {
        if (++depth > DeepestNesting + spare) throw new ExpressionSyntaxException($"is nested deeper than {DeepestNesting} levels", token.Offset, token.Length) { TooDeep = true };
    }

    private bool Accept(string word)
    {
        if (!token.Is(word)) return false;
        Advance();
        return true;
    }

    private void Expect(string word)
    {
        if (!Accept(word)) throw Unexpected($"'{word}'");
    }

    private void Symbol(string symbol)
    {
        if (!token.IsSymbol(symbol)) throw Unexpected($"'{symbol}'");
        Advance();
    }

    private void Advance()
    {
        end = token.Offset + token.Length;
        token = lexer.Next();
    }

    private ExpressionSyntaxException Unexpected(string expected) =>
        new(token.Kind == TokenKind.End ? $"it ends where {expected} is expected" : $"'{token.Text}' stands where {expected} is expected",
            token.Offset, token.Length);
}
