using Scriban.Syntax;

namespace Scriban.Parsing;

internal sealed partial class Parser
{
    private ScriptFunctionStatement ParseFunction(Token opener)
    {
        var name = Expect(TokenKind.Identifier, "The name of the function");
        ScriptPath target = name.Name[0] == '$'
            ? new ScriptLocalVariable(_source.Span(name.Start, name.End), name.Name)
            : new ScriptGlobalVariable(_source.Span(name.Start, name.End), name.Name);
        FunctionParameter[]? parameters = null;
        try
        {
            parameters = ParseParameters();
        }
        catch (FaultException fault)
        {
            if (fault.Token.Kind != TokenKind.Invalid)
                Error(fault.Token, fault.Message);
            SkipStatement();
        }

        if (parameters is not null && Take(TokenKind.Assign))
        {
            var inline = ParseExpression();
            return new ScriptFunctionStatement(
                SpanFrom(opener.Start), target, new FunctionDeclaration(name.Name, parameters, inline));
        }

        var body = ParseBody(opener);
        return new ScriptFunctionStatement(
            SpanFrom(opener.Start), target, new FunctionDeclaration(name.Name, parameters, body));
    }

    private ScriptAnonymousFunction ParseAnonymousFunction(Token opener)
    {
        var parameters = ParseParameters();
        var isLoopHeader = _isLoopHeader;
        var conditionals = _conditionals;
        _conditionals = 0;
        var body = ParseBlock(opener);
        TakeEnd();
        _isLoopHeader = isLoopHeader;
        _conditionals = conditionals;
        return new ScriptAnonymousFunction(SpanFrom(opener.Start), new FunctionDeclaration("do", parameters, body) { IsAnonymous = true });
    }

    /// <summary><c>(x, y = 1, rest...)</c>; null where there are no parentheses.</summary>
    private FunctionParameter[]? ParseParameters()
    {
        if (!Is(TokenKind.OpenParen))
            return null;
        Advance();
        var parameters = new List<FunctionParameter>();
        while (!Is(TokenKind.CloseParen))
        {
            parameters.Add(ParseParameter(parameters));
            if (!Take(TokenKind.Comma))
                break;
        }

        Expect(TokenKind.CloseParen, "`)`");
        return [.. parameters];
    }

    private FunctionParameter ParseParameter(List<FunctionParameter> before)
    {
        var token = Expect(TokenKind.Identifier, "The name of a parameter");
        if (token.Name[0] == '$' || Keywords.Contains(token.Name))
            throw Fault(token, $"`{token.Name}` cannot be the name of a parameter.");
        if (before.Exists(p => p.Name == token.Name))
            throw Fault(token, $"The parameter `{token.Name}` stands there twice.");
        if (before.Count > 0 && before[^1].TakesRest)
            throw Fault(token, "Nothing can follow a parameter that takes the rest.");
        if (Take(TokenKind.Ellipsis))
            return new FunctionParameter(token.Name, null, true);
        if (Take(TokenKind.Assign))
            return new FunctionParameter(token.Name, ParseBinary(0, allowsCall: false), false);
        if (before.Exists(p => p.Default is not null))
            throw Fault(token, $"The parameter `{token.Name}` needs a default like the one before it.");
        return new FunctionParameter(token.Name, null, false);
    }

    /// <summary><c>f(x, y) = x + y</c> looks like a call until its equals sign.</summary>
    private FunctionDeclaration ReadInlineFunction(ScriptFunctionCall call, Token start)
    {
        var parameters = new List<FunctionParameter>();
        foreach (var argument in call.Arguments)
        {
            if (argument is not { Name: null, Value: ScriptGlobalVariable variable } || parameters.Exists(p => p.Name == variable.Name))
                throw Fault(start, "The parameters of a function are plain names, each of them once.");
            parameters.Add(new FunctionParameter(variable.Name, null, false));
        }

        var name = (call.Target as ScriptGlobalVariable)?.Name ?? "";
        return new FunctionDeclaration(name, [.. parameters], ParseExpression());
    }
}
