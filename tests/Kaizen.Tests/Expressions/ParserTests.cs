using System.Globalization;
using Kaizen.Abstractions;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Expressions;

namespace Kaizen.Tests.Expressions;

public class ParserTests
{
    [Theory]
    [InlineData("a or b and c", "(or a (and b c))")]
    [InlineData("a and b or c", "(or (and a b) c)")]
    [InlineData("not a and b", "(and (not a) b)")]
    [InlineData("not a = b", "(not (= a b))")]
    [InlineData("not not a", "(not (not a))")]
    [InlineData("a + b * c", "(+ a (* b c))")]
    [InlineData("(a + b) * c", "(* (+ a b) c)")]
    [InlineData("a - b - c", "(- (- a b) c)")]
    [InlineData("a / b / c", "(/ (/ a b) c)")]
    [InlineData("a % b * c", "(* (% a b) c)")]
    [InlineData("-a * b", "(* (neg a) b)")]
    [InlineData("a - -b", "(- a (neg b))")]
    [InlineData("- - 1", "(neg (neg 1))")]
    [InlineData("+a", "a")]
    [InlineData("a + 1 < b * 2", "(< (+ a 1) (* b 2))")]
    [InlineData("a = b or a <> c and not d >= 4", "(or (= a b) (and (<> a c) (not (>= d 4))))")]
    [InlineData("a == b", "(= a b)")]
    [InlineData("a != b", "(<> a b)")]
    [InlineData("a <= 1", "(<= a 1)")]
    [InlineData("a > .5", "(> a 0.5)")]
    [InlineData("a > 1.5e3", "(> a 1500)")]
    [InlineData("a > 2E-1", "(> a 0.2)")]
    [InlineData("a between 1 and 2 and b", "(and (between a 1 2) b)")]
    [InlineData("a not between 1 + 1 and 2", "(not-between a (+ 1 1) 2)")]
    [InlineData("a in ('x', 'y')", "(in a 'x' 'y')")]
    [InlineData("a not in (1)", "(not-in a 1)")]
    [InlineData("a like 'x%'", "(like a 'x%')")]
    [InlineData("a not like b", "(not-like a b)")]
    [InlineData("a is null", "(null? a)")]
    [InlineData("a is not null or b", "(or (not-null? a) b)")]
    [InlineData("won_at within 90d", "(within won_at 90d)")]
    [InlineData("a within 2w and b within 3m", "(and (within a 2w) (within b 3m))")]
    [InlineData("case when a then 1 when b then 2 else 3 end", "(case _ a:1 b:2 else:3)")]
    [InlineData("case a when 'x' then 1 end", "(case a 'x':1 else:_)")]
    [InlineData("case when a then case when b then 1 end end + 1", "(+ (case _ a:(case _ b:1 else:_) else:_) 1)")]
    [InlineData("hours_between(a, b)", "(hours_between a b)")]
    [InlineData("NOW()", "(now)")]
    [InlineData("Coalesce(a, abs(-1))", "(coalesce a (abs (neg 1)))")]
    [InlineData("A AND NOT B IS NULL", "(and A (not (null? B)))")]
    [InlineData("true or FALSE or null", "(or (or true false) null)")]
    [InlineData("\"First answer\" = 'it''s'", "(= First answer 'it's')")]
    [InlineData("\"a\"\"b\"", "a\"b")]
    [InlineData("größe_1 > 0", "(> größe_1 0)")]
    [InlineData("d > 1", "(> d 1)")]
    [InlineData("  a\t=\n 1 ", "(= a 1)")]
    public void Precedence_and_constructs(string text, string tree) => Assert.Equal(tree, Text(Good(text).Root));

    [Fact]
    public void Nodes_have_their_place_in_the_file()
    {
        // As in cycles/c.yaml, line 9: `    where: region = 'north' and ...`, its first character in column 12.
        const string Text = "region = 'north' and hours_between(a, \"b c\") not in (1, 2.50)";
        var expression = RowExpression.Parse(Text, new SourceSpan("cycles/c.yaml", 9, 12, Text.Length), new DiagnosticBag())!;
        var spans = RowExpression.Walk(expression.Root).ToDictionary(n => Text.Substring(n.Offset, n.Length), n => expression.SpanOf(n));
        Assert.Equal(new SourceSpan("cycles/c.yaml", 9, 12, 6), spans["region"]);
        Assert.Equal(new SourceSpan("cycles/c.yaml", 9, 21, 7), spans["'north'"]);
        Assert.Equal(new SourceSpan("cycles/c.yaml", 9, 12, 16), spans["region = 'north'"]);
        Assert.Equal(new SourceSpan("cycles/c.yaml", 9, 33, 23), spans["hours_between(a, \"b c\")"]);
        Assert.Equal(new SourceSpan("cycles/c.yaml", 9, 50, 5), spans["\"b c\""]);
        Assert.Equal(new SourceSpan("cycles/c.yaml", 9, 68, 4), spans["2.50"]);
        Assert.Equal(new SourceSpan("cycles/c.yaml", 9, 12, Text.Length), spans[Text]);
    }

    [Fact]
    public void Where_the_text_runs_over_lines_every_node_stands_at_the_whole()
    {
        var at = new SourceSpan("cycles/c.yaml", 9, 12, 3);
        var expression = RowExpression.Parse("a =\n b", at, new DiagnosticBag())!;
        Assert.All(RowExpression.Walk(expression.Root), n => Assert.Equal(at, expression.SpanOf(n)));
    }

    [Fact]
    public void Columns_are_named_once_in_order_of_appearance() =>
        Assert.Equal(["b", "a", "c d"], Good("case when b then a else b end + \"c d\" + coalesce(a, 1)").Columns.Select(c => c.Name));

    [Theory]
    [InlineData("a within 14d", "14d")]
    [InlineData("a within 14d or b within 3w or c within 20d", "3w")]
    [InlineData("a within 8w and b within 2m", "2m")]
    [InlineData("not (case when a within 1m then 1 end = 1) or b in (c within 5w)", "5w")]
    [InlineData("a > 14", null)]
    public void Maturity_is_the_longest_within(string text, string? span) => Assert.Equal(span, Good(text).Maturity?.ToString());

    [Theory]
    [InlineData("", 10, 1, "it is empty")]
    [InlineData("   ", 10, 1, "it is empty")]
    [InlineData("a b", 12, 1, "'b' stands where an operator or the end is expected")]
    [InlineData("a =", 13, 1, "it ends where a column, a value or '(' is expected")]
    [InlineData("a = )", 14, 1, "')' stands where a column, a value or '(' is expected")]
    [InlineData("(a", 12, 1, "it ends where ')' is expected")]
    [InlineData("a)", 11, 1, "')' stands where an operator or the end is expected")]
    [InlineData("f(a", 13, 1, "it ends where ')' is expected")]
    [InlineData("f(a,)", 14, 1, "')' stands where a column, a value or '(' is expected")]
    [InlineData("a in ()", 16, 1, "')' stands where a value is expected")]
    [InlineData("a in 'x'", 15, 3, "'x' stands where '(' is expected")]
    [InlineData("a between 1", 21, 1, "it ends where 'and' is expected")]
    [InlineData("a not b", 16, 1, "'b' stands where 'in', 'between' or 'like' is expected")]
    [InlineData("a not within 3d", 16, 6, "'within' stands where 'in', 'between' or 'like' is expected")]
    [InlineData("a is 3", 15, 1, "'3' stands where 'null' is expected")]
    [InlineData("a within 14", 19, 2, "'14' stands where a length such as 14d, 12w or 3m is expected")]
    [InlineData("a within 99999d", 19, 6, "'99999d' stands where a length such as 14d, 12w or 3m is expected")]
    [InlineData("a within 1.5d", 19, 4, "'1.5d' stands where a length such as 14d, 12w or 3m is expected")]
    [InlineData("a > 14d", 14, 3, "'14d' stands where a column, a value or '(' is expected")]
    [InlineData("a and or b", 16, 2, "'or' stands where a column or a value is expected")]
    [InlineData("case a end", 17, 3, "'end' stands where 'when' is expected")]
    [InlineData("case when a then 1", 28, 1, "it ends where 'end' is expected")]
    [InlineData("case when a 1", 22, 1, "'1' stands where 'then' is expected")]
    [InlineData("a > 1.2.3", 14, 5, "'1.2.3' is not a number")]
    [InlineData("a > 1e999", 14, 5, "'1e999' is not a number")]
    [InlineData("a = 'open", 14, 5, "a text in single quotes is not closed")]
    [InlineData("\"open = 1", 10, 9, "a column in double quotes is not closed")]
    [InlineData("a = ‘x’", 14, 1, "'‘' has no meaning here", "use straight quotes: 'text'")]
    [InlineData("a = “x”", 14, 1, "'“' has no meaning here", "use straight quotes: 'text'")]
    [InlineData("a && b", 12, 1, "'&' has no meaning here", "write 'and' or 'or'")]
    [InlineData("a || b", 12, 1, "'|' has no meaning here", "write 'and' or 'or'")]
    [InlineData("a; b", 11, 1, "';' has no meaning here")]
    [InlineData("a = 😀", 14, 2, "'😀' has no meaning here")]
    public void A_fault_is_told_with_its_place(string text, int column, int length, string message, string? hint = null)
    {
        var fault = Fault(text);
        Assert.Equal(("KZ2101", Severity.Error, hint), (fault.Code, fault.Severity, fault.Hint));
        Assert.Equal($"This row expression cannot be read: {message}.", fault.Message);
        Assert.Equal(new SourceSpan("cycles/c.yaml", 3, column, length), fault.Span);
    }

    public static TheoryData<string> Deep => new(
        "100,000 parentheses", "100,000 not", "100,000 minus", "10,000 plus", "10,000 and", "10,000 comparisons",
        "10,000 is null", "10,000 in", "10,000 like", "10,000 between", "10,000 within", "10,000 calls", "10,000 cases", "10,000 else");

    [Theory]
    [MemberData(nameof(Deep))]
    public void Nesting_without_end_is_a_fault_and_no_overflow(string what)
    {
        var parts = what.Split(' ', 2);
        var n = int.Parse(parts[0], NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
        string Many(string text) => string.Concat(Enumerable.Repeat(text, n));
        var text = parts[1] switch
        {
            "parentheses" => Many("(") + "a" + Many(")"),
            "not" => Many("not ") + "a",
            "minus" => Many("- ") + "a",
            "plus" => "a" + Many(" + 1"),
            "and" => "a" + Many(" and b"),
            "comparisons" => "a" + Many(" = 1"),
            "is null" => "a" + Many(" is null"),
            "in" => "a" + Many(" in (1)"),
            "like" => "a" + Many(" like 'x'"),
            "between" => "a" + Many(" between 1 and 2"),
            "within" => "a" + Many(" within 1d"),
            "calls" => Many("f(") + "a" + Many(")"),
            "cases" => Many("case when ") + "a" + Many(" then 1 end"),
            _ => Many("case when a then 1 else ") + "a" + Many(" end"),
        };
        Assert.Equal("KZ2105", Fault(text).Code);
    }

    [Theory]
    [InlineData(true, "This row expression is nested deeper than 100 levels.")]
    [InlineData(false, "This row expression is a chain of more than 500 operators.")]
    public void The_fault_says_which_kind_of_too_much_it_is(bool nested, string expected)
    {
        var fault = Fault(nested ? new string('(', 200) + "a" + new string(')', 200) : "a" + string.Concat(Enumerable.Repeat(" + 1", 600)));
        Assert.Equal(expected, fault.Message);
        Assert.StartsWith("split the metric", fault.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hundred_parentheses_and_long_lists_are_fine()
    {
        Assert.Equal("a", Text(Good(new string('(', 100) + "a" + new string(')', 100)).Root));
        Assert.Equal(10_000, Assert.IsType<ExpressionNode.In>(Good($"a in ({string.Join(",", Enumerable.Range(0, 10_000))})").Root).Items.Count);
        Assert.Equal(2, Good("a" + string.Concat(Enumerable.Repeat(" + b", 500))).Columns.Count);
    }

    private static RowExpression Good(string text)
    {
        var faults = new DiagnosticBag();
        var expression = RowExpression.Parse(text, new SourceSpan("cycles/c.yaml", 3, 10, Math.Max(1, text.Length)), faults);
        Assert.Empty(faults.All);
        return expression!;
    }

    private static Diagnostic Fault(string text)
    {
        var faults = new DiagnosticBag();
        Assert.Null(RowExpression.Parse(text, new SourceSpan("cycles/c.yaml", 3, 10, text.Length), faults));
        return Assert.Single(faults.All);
    }

    private static string Text(ExpressionNode? node) => node switch
    {
        null => "_",
        ExpressionNode.Column n => n.Name,
        ExpressionNode.Number n => n.Value.ToString(CultureInfo.InvariantCulture),
        ExpressionNode.Text n => $"'{n.Value}'",
        ExpressionNode.Flag n => n.Value ? "true" : "false",
        ExpressionNode.Null => "null",
        ExpressionNode.Unary n => $"({(n.Operator == UnaryOperator.Not ? "not" : "neg")} {Text(n.Operand)})",
        ExpressionNode.Binary n => $"({Sign(n.Operator)} {Text(n.Left)} {Text(n.Right)})",
        ExpressionNode.In n => $"({Not(n.Negated)}in {Text(n.Operand)} {string.Join(" ", n.Items.Select(Text))})",
        ExpressionNode.Between n => $"({Not(n.Negated)}between {Text(n.Operand)} {Text(n.Low)} {Text(n.High)})",
        ExpressionNode.IsNull n => $"({Not(n.Negated)}null? {Text(n.Operand)})",
        ExpressionNode.Like n => $"({Not(n.Negated)}like {Text(n.Operand)} {Text(n.Pattern)})",
        ExpressionNode.Within n => $"(within {Text(n.Operand)} {n.Span})",
        ExpressionNode.Case n => $"(case {Text(n.Operand)} {string.Join(" ", n.Arms.Select(a => $"{Text(a.When)}:{Text(a.Then)}"))} else:{Text(n.Else)})",
        ExpressionNode.Call n => $"({string.Join(" ", n.Arguments.Select(Text).Prepend(n.Function))})",
        _ => throw new InvalidOperationException(),
    };

    private static string Not(bool negated) => negated ? "not-" : "";

    private static string Sign(BinaryOperator operation) => operation switch
    {
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        BinaryOperator.Modulo => "%",
        BinaryOperator.Equal => "=",
        BinaryOperator.NotEqual => "<>",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        BinaryOperator.GreaterOrEqual => ">=",
        BinaryOperator.And => "and",
        _ => "or",
    };
}
