using Scriban.Syntax;

namespace Scriban.Parsing;

internal sealed partial class Parser
{
    private ScriptStatement ParseExpressionStatement()
    {
        var start = Current;
        var expression = ParseExpression();
        switch (Current.Kind)
        {
            case TokenKind.Assign when expression is ScriptFunctionCall { IsExplicit: true, Target: ScriptPath name } call:
                Advance();
                var declaration = ReadInlineFunction(call, start);
                return new ScriptFunctionStatement(SpanFrom(start.Start), name, declaration);
            case TokenKind.Assign or TokenKind.CompoundAssign:
                return ParseAssignment(start, expression);
            default:
                return new ScriptExpressionStatement(expression);
        }
    }

    private ScriptAssignStatement ParseAssignment(Token start, ScriptExpression expression)
    {
        var token = Current;
        if (expression is not ScriptPath target)
            throw Fault(token, "Only a variable, a member or an indexed item can be assigned.");
        Advance();
        var value = ParseExpression();
        if (Current.Kind is TokenKind.Assign or TokenKind.CompoundAssign)
            throw Fault(Current, "An assignment cannot stand inside another.");
        return new ScriptAssignStatement(SpanFrom(start.Start), target, token.Value as BinaryOperator?, value);
    }

    /// <summary>A whole expression: pipes, and around them the choice <c>? :</c>.</summary>
    private ScriptExpression ParseExpression()
    {
        EnterDepth();
        var start = Current.Start;
        var expression = ParsePipes();
        if (Is(TokenKind.Question))
        {
            Advance();
            _conditionals++;
            var whenTrue = ParseExpression();
            _conditionals--;
            Expect(TokenKind.Colon, "`:`");
            var whenFalse = ParseExpression();
            expression = new ScriptConditional(SpanFrom(start), expression, whenTrue, whenFalse);
        }

        _depth--;
        return expression;
    }

    private ScriptExpression ParsePipes()
    {
        var start = Current.Start;
        var expression = ParseBinary(0, allowsCall: true);
        while (true)
        {
            if (!Take(TokenKind.Pipe))
                return expression;
            _isLoopHeader = false;
            SkipNewLines();
            var target = ParseUnary(allowsCall: true);
            if (_conditionals > 0 && Is(TokenKind.Colon) && target is ScriptMember)
                throw Fault(Current, "Put the pipe between `?` and `:` into parentheses.");
            expression = new ScriptPipe(SpanFrom(start), expression, target);
            expression = ParseBinaryRest(expression, start, 0, allowsCall: true);
        }
    }

    private ScriptExpression ParseBinary(int precedence, bool allowsCall)
    {
        EnterDepth();
        var start = Current.Start;
        var expression = ParseBinaryRest(ParseUnary(allowsCall), start, precedence, allowsCall);
        _depth--;
        return expression;
    }

    private ScriptExpression ParseBinaryRest(ScriptExpression left, int start, int precedence, bool allowsCall)
    {
        while (Current is { Kind: TokenKind.Operator, Value: BinaryOperator op } && Precedence(op) >= precedence)
        {
            Advance();
            var right = ParseBinary(Precedence(op) + 1, allowsCall);
            left = new ScriptBinary(SpanFrom(start), op, left, right);
        }

        return left;
    }

    private static int Precedence(BinaryOperator op) => op switch
    {
        BinaryOperator.Coalesce or BinaryOperator.NotNullThen => 20,
        BinaryOperator.Or => 30,
        BinaryOperator.And => 40,
        BinaryOperator.Equal or BinaryOperator.NotEqual => 70,
        BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual => 80,
        BinaryOperator.Add or BinaryOperator.Subtract => 100,
        BinaryOperator.Range or BinaryOperator.RangeExclude => 130,
        _ => 110,
    };

    private ScriptExpression ParseUnary(bool allowsCall)
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Not:
                return ParseOperand(token, UnaryOperator.Not, allowsCall);
            case TokenKind.Operator when token.Value is BinaryOperator.Subtract:
                return ParseOperand(token, UnaryOperator.Negate, allowsCall);
            case TokenKind.Operator when token.Value is BinaryOperator.Add:
                return ParseOperand(token, UnaryOperator.Plus, allowsCall);
            case TokenKind.At:
                Advance();
                return new ScriptUnary(SpanFrom(token.Start), UnaryOperator.Alias, ParsePostfix());
            case TokenKind.Caret:
                Advance();
                return new ScriptUnary(SpanFrom(token.Start), UnaryOperator.Expand, ParsePostfix());
            case TokenKind.PlusPlus or TokenKind.MinusMinus:
                Advance();
                var target = ParseTarget();
                return new ScriptIncrement(SpanFrom(token.Start), target, token.Kind == TokenKind.PlusPlus ? 1 : -1, isPrefix: true);
            default:
                return ParseCall(allowsCall);
        }
    }

    private ScriptUnary ParseOperand(Token token, UnaryOperator op, bool allowsCall)
    {
        EnterDepth();
        Advance();
        var operand = ParseUnary(allowsCall);
        _depth--;
        return new ScriptUnary(SpanFrom(token.Start), op, operand);
    }

    /// <summary>An operand, with the arguments that follow it after blanks where it can be called.</summary>
    private ScriptExpression ParseCall(bool allowsCall)
    {
        var start = Current.Start;
        var target = ParsePostfix();
        if (!allowsCall || target is not (ScriptPath or ScriptParenthesis) || !IsArgumentStart())
            return target;

        var isLoopHeader = _isLoopHeader;
        _isLoopHeader = false;
        var arguments = new List<ScriptArgument>();
        while (IsArgumentStart())
            arguments.Add(ParseArgument(arguments));
        _isLoopHeader = isLoopHeader;
        return new ScriptFunctionCall(SpanFrom(start), target, [.. arguments], isExplicit: false);
    }

    private ScriptArgument ParseArgument(List<ScriptArgument> before, bool isExplicit = false)
    {
        var token = Current;
        if (IsNamedArgument(isExplicit))
        {
            Advance();
            Advance();
            return new ScriptArgument(token.Name, isExplicit ? ParseExpression() : ParseBinary(0, allowsCall: false));
        }

        if (before.Count > 0 && before[^1].Name is not null)
            throw Fault(token, "After a named argument every argument needs a name.");
        return new ScriptArgument(null, isExplicit ? ParseExpression() : ParseBinary(0, allowsCall: false));
    }

    /// <summary>Between <c>?</c> and <c>:</c> a colon after a blank belongs to the choice.</summary>
    private bool IsNamedArgument(bool isExplicit) =>
        Is(TokenKind.Identifier) && Next().Kind == TokenKind.Colon
        && (isExplicit || _conditionals == 0 || !Next().SpaceBefore);

    private bool IsArgumentStart()
    {
        switch (Current.Kind)
        {
            case TokenKind.Number or TokenKind.Text or TokenKind.InterpolationStart or TokenKind.OpenBracket
                or TokenKind.OpenParen or TokenKind.OpenBrace or TokenKind.At or TokenKind.Caret or TokenKind.Not:
                return true;
            case TokenKind.Identifier:
                if (IsLoopClause())
                    return false;
                return !Keywords.Contains(Current.Name) || !IsKeywordUse(Current) || IsNamedArgument(false);
            default:
                return false;
        }
    }
}
