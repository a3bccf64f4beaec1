using Scriban.Syntax;

namespace Scriban.Parsing;

internal sealed partial class Parser
{
    /// <summary>An operand with what follows it without a blank: members, indexes, parentheses, <c>++</c>.</summary>
    private ScriptExpression ParsePostfix()
    {
        EnterDepth();
        var start = Current.Start;
        var expression = ParsePrimary();
        while (true)
        {
            var token = Current;
            switch (token.Kind)
            {
                case TokenKind.Dot or TokenKind.QuestionDot:
                    Advance();
                    var name = Expect(TokenKind.Identifier, "The name of a member");
                    if (name.Name[0] == '$' || name.Name is "null" or "true" or "false" or "this" or "do")
                        throw Fault(name, $"`{name.Name}` cannot be the name of a member.");
                    expression = new ScriptMember(SpanFrom(start), expression, name.Name, token.Kind == TokenKind.QuestionDot);
                    break;
                case TokenKind.OpenBracket when !token.SpaceBefore && expression is not ScriptArrayInitializer:
                    Advance();
                    var index = ParseInner();
                    Expect(TokenKind.CloseBracket, "`]`");
                    expression = new ScriptIndexer(SpanFrom(start), expression, index);
                    break;
                case TokenKind.OpenParen when !token.SpaceBefore && expression is ScriptPath:
                    Advance();
                    var arguments = ParseExplicitArguments();
                    expression = new ScriptFunctionCall(SpanFrom(start), expression, arguments, isExplicit: true);
                    break;
                case TokenKind.PlusPlus or TokenKind.MinusMinus when !token.SpaceBefore || IsStatementEnd(Next().Kind):
                    Advance();
                    if (expression is not ScriptPath target)
                        throw Fault(token, "Only a variable, a member or an indexed item can be counted up or down.");
                    expression = new ScriptIncrement(SpanFrom(start), target, token.Kind == TokenKind.PlusPlus ? 1 : -1, isPrefix: false);
                    break;
                default:
                    _depth--;
                    return expression;
            }
        }
    }

    private ScriptArgument[] ParseExplicitArguments()
    {
        var (isLoopHeader, conditionals) = LeaveHeader();
        var arguments = new List<ScriptArgument>();
        while (!Is(TokenKind.CloseParen))
        {
            arguments.Add(ParseArgument(arguments, isExplicit: true));
            if (!Take(TokenKind.Comma))
                break;
        }

        Expect(TokenKind.CloseParen, "`)`");
        (_isLoopHeader, _conditionals) = (isLoopHeader, conditionals);
        return [.. arguments];
    }

    /// <summary>An expression between brackets, where the rules of the line around it do not hold.</summary>
    private ScriptExpression ParseInner()
    {
        var (isLoopHeader, conditionals) = LeaveHeader();
        var expression = ParseExpression();
        (_isLoopHeader, _conditionals) = (isLoopHeader, conditionals);
        return expression;
    }

    private (bool IsLoopHeader, int Conditionals) LeaveHeader()
    {
        var state = (_isLoopHeader, _conditionals);
        (_isLoopHeader, _conditionals) = (false, 0);
        return state;
    }

    private ScriptExpression ParsePrimary()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Number or TokenKind.Text:
                Advance();
                return new ScriptLiteral(SpanFrom(token.Start), token.Value);
            case TokenKind.InterpolationStart:
                return ParseInterpolation();
            case TokenKind.OpenParen:
                Advance();
                var inner = ParseInner();
                Expect(TokenKind.CloseParen, "`)`");
                return new ScriptParenthesis(SpanFrom(token.Start), inner);
            case TokenKind.OpenBracket:
                return ParseArray();
            case TokenKind.OpenBrace:
                return ParseObject();
            case TokenKind.Identifier when !Keywords.Contains(token.Name) || !IsKeywordUse(token):
                Advance();
                return ParseName(token);
            default:
                throw Fault(token, $"A value is expected here, not {Describe(token)}.");
        }
    }

    private ScriptExpression ParseName(Token token)
    {
        var span = SpanFrom(token.Start);
        return token.Name switch
        {
            "true" => new ScriptLiteral(span, true),
            "false" => new ScriptLiteral(span, false),
            "null" => new ScriptLiteral(span, null),
            "do" => ParseAnonymousFunction(token),
            ['$', ..] => new ScriptLocalVariable(span, token.Name),
            _ => new ScriptGlobalVariable(span, token.Name),
        };
    }

    private ScriptInterpolation ParseInterpolation()
    {
        var start = Current;
        Advance();
        var parts = new List<ScriptExpression>();
        while (!Take(TokenKind.InterpolationEnd))
        {
            if (Is(TokenKind.Text))
            {
                parts.Add(new ScriptLiteral(_source.Span(Current.Start, Current.End), Current.Value));
                Advance();
                continue;
            }

            Expect(TokenKind.InterpolationOpen, "The end of the string");
            parts.Add(ParseInner());
            Expect(TokenKind.InterpolationClose, "`}`");
        }

        return new ScriptInterpolation(SpanFrom(start.Start), [.. parts]);
    }

    private ScriptArrayInitializer ParseArray()
    {
        var start = Current.Start;
        Advance();
        SkipNewLines();
        var items = new List<ScriptExpression>();
        while (!Is(TokenKind.CloseBracket))
        {
            items.Add(ParseInner());
            SkipNewLines();
            if (!Take(TokenKind.Comma))
                break;
            SkipNewLines();
        }

        Expect(TokenKind.CloseBracket, "`]`");
        return new ScriptArrayInitializer(SpanFrom(start), [.. items]);
    }

    private ScriptObjectInitializer ParseObject()
    {
        var start = Current.Start;
        Advance();
        SkipNewLines();
        var members = new List<(string, ScriptExpression)>();
        while (!Is(TokenKind.CloseBrace))
        {
            var key = Current;
            if (key.Kind is not (TokenKind.Identifier or TokenKind.Text))
                throw Fault(key, $"The name of a member is expected here, not {Describe(key)}.");
            Advance();
            Expect(TokenKind.Colon, "`:`");
            SkipNewLines();
            members.Add((key.Name, ParseInner()));
            SkipNewLines();
            if (!Take(TokenKind.Comma))
                break;
            SkipNewLines();
        }

        Expect(TokenKind.CloseBrace, "`}`");
        return new ScriptObjectInitializer(SpanFrom(start), [.. members]);
    }
}
