using Scriban.Syntax;

namespace Scriban.Parsing;

internal sealed partial class Parser
{
    private static readonly HashSet<string> LoopClauses = ["offset", "limit", "cols"];

    private ScriptStatement ParseFor(Token opener)
    {
        ScriptPath? variable = null;
        ScriptExpression? source = null;
        var options = new ScriptLoopOptions(null, null, null, false);
        try
        {
            variable = ParseTarget();
            if (variable is not (ScriptGlobalVariable or ScriptLocalVariable))
                throw Fault(opener, $"`{opener.Name}` needs the name of a variable.");
            if (!IsWord("in"))
                throw Fault(Current, $"`in` is expected here, not {Describe(Current)}.");
            Advance();
            _isLoopHeader = true;
            source = ParseExpression();
            options = ParseLoopOptions(opener);
        }
        catch (FaultException fault)
        {
            if (fault.Token.Kind != TokenKind.Invalid)
                Error(fault.Token, fault.Message);
            SkipStatement();
        }

        _isLoopHeader = false;
        ExpectStatementEnd();
        var body = ParseBlock(opener);
        ScriptBlockStatement? otherwise = null;
        if (IsWord("else"))
        {
            var elseToken = Current;
            Advance();
            ExpectStatementEnd();
            otherwise = ParseBlock(elseToken);
        }

        TakeEnd();
        var span = SpanFrom(opener.Start);
        variable ??= new ScriptGlobalVariable(span, "");
        source ??= new ScriptLiteral(span, null);
        return opener.Name == "for"
            ? new ScriptForStatement(span, variable, source, options, body) { Otherwise = otherwise }
            : new ScriptTableRowStatement(span, variable, source, options, body) { Otherwise = otherwise };
    }

    private ScriptLoopOptions ParseLoopOptions(Token opener)
    {
        var options = new ScriptLoopOptions(null, null, null, false);
        while (Is(TokenKind.Identifier))
        {
            var clause = Current;
            Advance();
            if (clause.Name == "reversed")
            {
                options = options with { Reversed = true };
                continue;
            }

            if (!LoopClauses.Contains(clause.Name) || (clause.Name == "cols" && opener.Name == "for"))
                throw Fault(clause, $"`{clause.Name}` is no clause of `{opener.Name}`.");
            Expect(TokenKind.Colon, "`:`");
            var value = ParseUnary(allowsCall: false);
            options = clause.Name switch
            {
                "offset" => options with { Offset = value },
                "limit" => options with { Limit = value },
                _ => options with { Columns = value },
            };
        }

        return options;
    }

    private bool IsLoopClause() => _isLoopHeader && Is(TokenKind.Identifier)
        && (Current.Name == "reversed" || (LoopClauses.Contains(Current.Name) && Next().Kind == TokenKind.Colon));
}
