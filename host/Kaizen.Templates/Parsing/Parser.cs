using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>
/// Builds the page from the tokens. A fault costs the statement it stands in: the parser reports it, goes to
/// the end of the statement and carries on, so that one pass finds all faults.
/// </summary>
internal sealed partial class Parser
{
    private static readonly HashSet<string> Keywords =
    [
        "if", "else", "end", "for", "while", "tablerow", "case", "when", "func", "ret", "break", "continue",
        "capture", "readonly", "import", "with", "wrap", "in",
    ];

    private readonly SourceText _source;
    private readonly List<Token> _tokens;
    private readonly LogMessageBag _messages;
    private readonly int _depthLimit;
    private readonly bool _hasIndents;
    private int _at;
    private int _depth;
    private bool _isLoopHeader;
    private int _conditionals;

    public Parser(SourceText source, List<Token> tokens, LogMessageBag messages, int depthLimit)
    {
        _source = source;
        _tokens = tokens;
        _messages = messages;
        _depthLimit = depthLimit;
        _hasIndents = tokens.Exists(t => t is { Kind: TokenKind.CodeEnter, Value: not null });
    }

    private Token Current => _tokens[_at];

    public ScriptPage ParsePage()
    {
        var statements = new List<ScriptStatement>();
        try
        {
            while (Current.Kind != TokenKind.Eof)
            {
                ParseStatementsInto(statements);
                if (Current.Kind == TokenKind.Eof)
                    break;
                Error(Current, $"`{Current.Name}` has nothing to belong to here.");
                Advance();
                SkipStatement();
            }
        }
        catch (NestingException)
        {
            Error(Current, $"The template is nested more than {_depthLimit} levels deep.");
        }

        var body = new ScriptBlockStatement(_source.Span(0, _source.Text.Length), [.. statements]);
        var single = statements is [ScriptExpressionStatement only] ? only.Expression : null;
        return new ScriptPage(body, single);
    }

    private void Advance()
    {
        if (_at < _tokens.Count - 1)
            _at++;
    }

    private Token Next(int ahead = 1) => _tokens[Math.Min(_at + ahead, _tokens.Count - 1)];

    private bool Is(TokenKind kind) => Current.Kind == kind;

    private bool IsWord(string word) => Current.Kind == TokenKind.Identifier && Current.Name == word;

    private bool Take(TokenKind kind)
    {
        if (Current.Kind != kind)
            return false;
        Advance();
        return true;
    }

    private Token Expect(TokenKind kind, string what)
    {
        var token = Current;
        if (token.Kind != kind)
            throw Fault(token, $"{what} is expected here, not {Describe(token)}.");
        Advance();
        return token;
    }

    private void SkipNewLines()
    {
        while (Is(TokenKind.NewLine))
            Advance();
    }

    private void SkipStatement()
    {
        while (!IsStatementEnd(Current.Kind))
            Advance();
    }

    private static bool IsStatementEnd(TokenKind kind) =>
        kind is TokenKind.NewLine or TokenKind.SemiColon or TokenKind.CodeExit or TokenKind.Eof;

    private SourceSpan SpanFrom(int start) =>
        _source.Span(start, Math.Max(start + 1, _at > 0 ? _tokens[_at - 1].End : start + 1));

    private void Error(Token token, string message) =>
        _messages.Add(new LogMessage(ParserMessageType.Error, _source.Span(token.Start, token.End), message));

    private static FaultException Fault(Token token, string message) => new(token, message);

    private void EnterDepth()
    {
        if (++_depth > _depthLimit)
            throw new NestingException();
    }

    private string Describe(Token token) => token.Kind switch
    {
        TokenKind.Eof => "the end of the template",
        TokenKind.CodeExit => "the end of the code block",
        TokenKind.NewLine => "the end of the line",
        _ when token.End > token.Start && token.End - token.Start <= 40 => $"`{_source.Text[token.Start..token.End]}`",
        _ => "this",
    };

    /// <summary>Ends one statement; caught where statements are read.</summary>
    private sealed class FaultException(Token token, string message) : Exception(message)
    {
        public Token Token => token;
    }

    /// <summary>Ends the parse: what is nested this deep is not looked into.</summary>
    private sealed class NestingException : Exception;
}
