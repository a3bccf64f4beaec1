using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Parsing;

internal sealed partial class Parser
{
    /// <summary>Reads statements up to a word that ends or divides a block, or the end of the template.</summary>
    private void ParseStatementsInto(List<ScriptStatement> statements)
    {
        while (true)
        {
            var token = Current;
            switch (token.Kind)
            {
                case TokenKind.Eof:
                    return;
                case TokenKind.Raw:
                    Advance();
                    statements.Add(new ScriptRawStatement(
                        _source.Span(token.Start, token.End), _source.Text, token.Start, token.End - token.Start));
                    break;
                case TokenKind.CodeEnter or TokenKind.CodeExit:
                    Advance();
                    if (_hasIndents)
                    {
                        statements.Add(new ScriptBorderStatement(
                            _source.Span(token.Start, token.End), token.Kind == TokenKind.CodeEnter, token.Value as string));
                    }

                    break;
                case TokenKind.NewLine or TokenKind.SemiColon:
                    Advance();
                    break;
                case TokenKind.Identifier when token.Name is "end" or "else" or "when" && IsStatementWord():
                    return;
                default:
                    ParseGuarded(statements);
                    break;
            }
        }
    }

    private bool IsStatementWord() => Next().Kind is not (TokenKind.Assign or TokenKind.Dot);

    private void ParseGuarded(List<ScriptStatement> statements)
    {
        var depth = _depth;
        var conditionals = _conditionals;
        try
        {
            statements.Add(ParseStatement());
            if (!IsStatementEnd(Current.Kind))
                throw Fault(Current, $"{Capitalized(Describe(Current))} does not belong to the statement before it.");
        }
        catch (FaultException fault)
        {
            // A lexical fault was reported when the tokens were made.
            if (fault.Token.Kind != TokenKind.Invalid)
                Error(fault.Token, fault.Message);
            SkipStatement();
        }
        finally
        {
            _depth = depth;
            _conditionals = conditionals;
            _isLoopHeader = false;
        }
    }

    private static string Capitalized(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private ScriptStatement ParseStatement()
    {
        var token = Current;
        if (token.Kind != TokenKind.Identifier || !Keywords.Contains(token.Name) || !IsKeywordUse(token))
            return ParseExpressionStatement();

        Advance();
        return token.Name switch
        {
            "if" => ParseIf(token.Start),
            "case" => ParseCase(token),
            "for" or "tablerow" => ParseFor(token),
            "while" => new ScriptWhileStatement(SpanFrom(token.Start), ParseHeader(token), ParseBody(token)),
            "func" => ParseFunction(token),
            "ret" => ParseReturn(token),
            "break" => new ScriptJumpStatement(SpanFrom(token.Start), FlowState.Break),
            "continue" => new ScriptJumpStatement(SpanFrom(token.Start), FlowState.Continue),
            "capture" => new ScriptCaptureStatement(SpanFrom(token.Start), ParseCaptureTarget(token), ParseBody(token)),
            "readonly" => ParseReadOnly(token),
            "import" => new ScriptImportStatement(SpanFrom(token.Start), ParseExpression()),
            "with" => new ScriptWithStatement(SpanFrom(token.Start), ParseHeader(token), ParseBody(token)),
            "wrap" => new ScriptWrapStatement(SpanFrom(token.Start), ParseHeader(token), ParseBody(token)),
            _ => throw Fault(token, $"`{token.Name}` has nothing to belong to here."),
        };
    }

    /// <summary><c>for.index</c> reads the state of a loop; <c>with = 1</c> is a name like any other.</summary>
    private bool IsKeywordUse(Token token) =>
        Next().Kind is not (TokenKind.Assign or TokenKind.CompoundAssign)
        && !(token.Name is "for" or "while" or "tablerow" && Next().Kind is TokenKind.Dot or TokenKind.QuestionDot);

    private ScriptBlockStatement ParseBlock(Token opener)
    {
        EnterDepth();
        _isLoopHeader = false;
        var start = Current.Start;
        var statements = new List<ScriptStatement>();
        ParseStatementsInto(statements);
        if (Is(TokenKind.Eof))
            Error(opener, $"`{opener.Name}` is not closed: an `end` is missing.");
        _depth--;
        return new ScriptBlockStatement(SpanFrom(start), [.. statements]);
    }

    private ScriptBlockStatement ParseBody(Token opener)
    {
        ExpectStatementEnd();
        var block = ParseBlock(opener);
        TakeEnd();
        return block;
    }

    /// <summary>A block whose header is faulty is read all the same, so that its `end` finds its place.</summary>
    private void ExpectStatementEnd()
    {
        if (IsStatementEnd(Current.Kind))
            return;
        if (Current.Kind != TokenKind.Invalid)
            Error(Current, $"{Capitalized(Describe(Current))} does not belong here.");
        SkipStatement();
    }

    private void TakeEnd()
    {
        while (Is(TokenKind.Identifier) && Current.Name is "else" or "when")
        {
            Error(Current, $"`{Current.Name}` has nothing to belong to here.");
            Advance();
            SkipStatement();
            ParseStatementsInto([]);
        }

        if (IsWord("end"))
            Advance();
    }

    private ScriptIfStatement ParseIf(int start)
    {
        var opener = _tokens[_at - 1];
        EnterDepth();
        var condition = ParseHeader(opener);
        var then = ParseBlock(opener);
        ScriptNode? otherwise = null;
        if (IsWord("else"))
        {
            var elseToken = Current;
            Advance();
            if (IsWord("if"))
            {
                Advance();
                otherwise = ParseIf(elseToken.Start);
            }
            else
            {
                ExpectStatementEnd();
                otherwise = ParseBlock(elseToken);
                TakeEnd();
            }
        }
        else
        {
            TakeEnd();
        }

        _depth--;
        return new ScriptIfStatement(SpanFrom(start), condition, then, otherwise);
    }

    /// <summary>Reads the head of a block; a fault in it is reported here so that the body is still read as one.</summary>
    private ScriptExpression ParseHeader(Token opener) =>
        ReadHeader(ParseExpression) ?? new ScriptLiteral(_source.Span(opener.Start, opener.End), null);

    private ScriptPath ParseCaptureTarget(Token opener) =>
        ReadHeader(ParseTarget) ?? new ScriptGlobalVariable(_source.Span(opener.Start, opener.End), "");

    private T? ReadHeader<T>(Func<T> read)
        where T : ScriptExpression
    {
        try
        {
            var header = read();
            ExpectStatementEnd();
            return header;
        }
        catch (FaultException fault)
        {
            if (fault.Token.Kind != TokenKind.Invalid)
                Error(fault.Token, fault.Message);
            SkipStatement();
            return null;
        }
    }

    private ScriptCaseStatement ParseCase(Token opener)
    {
        var value = ParseHeader(opener);
        EnterDepth();
        var between = new List<ScriptStatement>();
        ParseStatementsInto(between);
        if (between.Find(s => s is not (ScriptBorderStatement or ScriptRawStatement)) is { } stray)
            _messages.Add(new LogMessage(ParserMessageType.Error, stray.Span, "Only `when` can follow `case`."));

        var cases = new List<ScriptWhen>();
        while (IsWord("when"))
        {
            var when = Current;
            Advance();
            cases.Add(new ScriptWhen(ParseWhenValues(), ParseBlock(when)));
        }

        ScriptBlockStatement? otherwise = null;
        if (IsWord("else"))
        {
            var elseToken = Current;
            Advance();
            ExpectStatementEnd();
            otherwise = ParseBlock(elseToken);
        }
        else if (Is(TokenKind.Eof) && cases.Count == 0)
        {
            Error(opener, "`case` is not closed: an `end` is missing.");
        }

        TakeEnd();
        _depth--;
        return new ScriptCaseStatement(SpanFrom(opener.Start), value, [.. cases], otherwise);
    }

    private ScriptExpression[] ParseWhenValues()
    {
        var values = new List<ScriptExpression>();
        do
        {
            if (values.Count > 0 && IsStatementEnd(Current.Kind))
                break;
            values.Add(ParseBinary(Precedence(BinaryOperator.Or) + 1, allowsCall: true));
        }
        while (Take(TokenKind.Comma) || TakeOr());
        ExpectStatementEnd();
        return [.. values];
    }

    private bool TakeOr()
    {
        if (Current is not { Kind: TokenKind.Operator, Value: BinaryOperator.Or })
            return false;
        Advance();
        return true;
    }

    private ScriptReturnStatement ParseReturn(Token token)
    {
        var value = IsStatementEnd(Current.Kind) ? null : ParseExpression();
        return new ScriptReturnStatement(SpanFrom(token.Start), value);
    }

    private ScriptReadOnlyStatement ParseReadOnly(Token token)
    {
        var target = ParseTarget();
        var name = target switch
        {
            ScriptGlobalVariable global => global.Name,
            ScriptLocalVariable local => local.Name,
            _ => throw Fault(token, "`readonly` needs the name of a variable."),
        };
        return new ScriptReadOnlyStatement(SpanFrom(token.Start), target, name);
    }

    private ScriptPath ParseTarget()
    {
        var token = Current;
        return ParsePostfix() as ScriptPath ?? throw Fault(token, "The name of a variable or member is expected here.");
    }
}
