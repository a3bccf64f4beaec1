using Scriban.Syntax;

namespace Scriban.Parsing;

internal sealed partial class Lexer
{
    /// <summary>Longest first, so that the first match is the right one.</summary>
    private static readonly (string Text, TokenKind Kind, object? Value)[] Symbols =
    [
        ("...", TokenKind.Ellipsis, null),
        ("..<", TokenKind.Operator, BinaryOperator.RangeExclude),
        ("//=", TokenKind.CompoundAssign, BinaryOperator.DivideRound),
        ("..", TokenKind.Operator, BinaryOperator.Range),
        ("?.", TokenKind.QuestionDot, null),
        ("??", TokenKind.Operator, BinaryOperator.Coalesce),
        ("?!", TokenKind.Operator, BinaryOperator.NotNullThen),
        ("==", TokenKind.Operator, BinaryOperator.Equal),
        ("!=", TokenKind.Operator, BinaryOperator.NotEqual),
        ("<=", TokenKind.Operator, BinaryOperator.LessOrEqual),
        (">=", TokenKind.Operator, BinaryOperator.GreaterOrEqual),
        ("<<", TokenKind.Operator, BinaryOperator.ShiftLeft),
        (">>", TokenKind.Operator, BinaryOperator.ShiftRight),
        ("&&", TokenKind.Operator, BinaryOperator.And),
        ("||", TokenKind.Operator, BinaryOperator.Or),
        ("//", TokenKind.Operator, BinaryOperator.DivideRound),
        ("+=", TokenKind.CompoundAssign, BinaryOperator.Add),
        ("-=", TokenKind.CompoundAssign, BinaryOperator.Subtract),
        ("*=", TokenKind.CompoundAssign, BinaryOperator.Multiply),
        ("/=", TokenKind.CompoundAssign, BinaryOperator.Divide),
        ("%=", TokenKind.CompoundAssign, BinaryOperator.Modulus),
        ("++", TokenKind.PlusPlus, null),
        ("--", TokenKind.MinusMinus, null),
        ("|>", TokenKind.Pipe, null),
        ("+", TokenKind.Operator, BinaryOperator.Add),
        ("-", TokenKind.Operator, BinaryOperator.Subtract),
        ("*", TokenKind.Operator, BinaryOperator.Multiply),
        ("/", TokenKind.Operator, BinaryOperator.Divide),
        ("%", TokenKind.Operator, BinaryOperator.Modulus),
        ("<", TokenKind.Operator, BinaryOperator.Less),
        (">", TokenKind.Operator, BinaryOperator.Greater),
        ("=", TokenKind.Assign, null),
        ("!", TokenKind.Not, null),
        (".", TokenKind.Dot, null),
        (",", TokenKind.Comma, null),
        (":", TokenKind.Colon, null),
        ("?", TokenKind.Question, null),
        ("(", TokenKind.OpenParen, null),
        (")", TokenKind.CloseParen, null),
        ("[", TokenKind.OpenBracket, null),
        ("]", TokenKind.CloseBracket, null),
        ("{", TokenKind.OpenBrace, null),
        ("}", TokenKind.CloseBrace, null),
        ("|", TokenKind.Pipe, null),
        ("@", TokenKind.At, null),
        ("^", TokenKind.Caret, null),
    ];

    /// <summary>
    /// Reads code up to its end: the closing braces of the block, the end of a script, or, inside an
    /// interpolated string, the brace that closes the expression.
    /// </summary>
    private void ReadCode(bool interpolated)
    {
        var enter = _position;
        var depth = 0;
        while (true)
        {
            SkipBlanks();
            if (_position >= _text.Length)
            {
                if (interpolated)
                    Error(enter, enter + 1, "The expression inside the interpolated string is not closed: `}` is missing.");
                else if (!_scriptOnly)
                    Error(Math.Max(0, enter - 2), enter, "The code block is not closed: `}}` is missing.");
                return;
            }

            var c = _text[_position];
            if (interpolated && c == '}' && depth == 0)
                return;
            if (!interpolated && !_scriptOnly && TryReadExit(depth))
                return;
            if (interpolated && c == '\n')
            {
                _position++;
                continue;
            }

            if (c == '{')
                depth++;
            else if (c == '}' && depth > 0)
                depth--;

            ReadToken(c);
        }
    }

    private bool TryReadExit(int depth)
    {
        var start = _position;
        var strip = _text[start];
        var braces = strip is '-' or '~' ? start + 1 : start;
        if (At(braces) != '}' || At(braces + 1) != '}')
            return false;

        // `{ a: { b: 1 }}` closes two objects; `{ a: 1 }}` with nothing after it can only be a forgotten brace.
        if (depth > 1 || (depth == 1 && (braces != start || At(braces + 2) == '}')))
            return false;

        _position = braces + 2;
        Add(TokenKind.CodeExit, start);
        StripAfter(braces == start ? '\0' : strip);
        return true;
    }

    private void ReadToken(char c)
    {
        var start = _position;
        if (c == '\n')
        {
            _position++;
            Add(TokenKind.NewLine, start);
        }
        else if (c == ';')
        {
            _position++;
            Add(TokenKind.SemiColon, start);
        }
        else if (c == '#')
        {
            SkipComment();
        }
        else if (char.IsAsciiDigit(c))
        {
            ReadNumber();
        }
        else if (c is '"' or '\'')
        {
            ReadString(c);
        }
        else if (c == '`')
        {
            ReadVerbatim();
        }
        else if (c == '$' && At(start + 1) is '"' or '\'')
        {
            ReadInterpolated();
        }
        else if (IsNameStart(c) || c == '$')
        {
            ReadName();
        }
        else
        {
            ReadSymbol();
        }
    }

    private void ReadSymbol()
    {
        var start = _position;
        foreach (var (text, kind, value) in Symbols)
        {
            if (!StartsWith(text))
                continue;
            _position += text.Length;
            Add(kind, start, value);
            return;
        }

        _position += char.IsSurrogatePair(_text, start) ? 2 : 1;
        Error(start, _position, $"The character `{_text[start.._position]}` has no meaning here.");
        Add(TokenKind.Invalid, start);
    }

    private void ReadName()
    {
        var start = _position++;
        if (_text[start] == '$' && At(_position) == '$')
        {
            _position++;
        }
        else
        {
            while (_position < _text.Length && IsNamePart(_text[_position]))
                _position++;
        }

        // `.empty?` is the one name that ends with a question mark.
        var afterDot = _tokens.Count > 0 && _tokens[^1].Kind is TokenKind.Dot or TokenKind.QuestionDot;
        if (afterDot && At(_position) == '?' && _text.AsSpan(start.._position) is "empty"
            && At(_position + 1) is not ('.' or '?' or '!'))
        {
            _position++;
        }

        Add(TokenKind.Identifier, start, _text[start.._position]);
    }

    private void SkipBlanks()
    {
        while (_position < _text.Length && _text[_position] != '\n' && char.IsWhiteSpace(_text[_position]))
        {
            _position++;
            _space = true;
        }
    }

    private void SkipComment()
    {
        var isBlock = At(_position + 1) == '#';
        _position += isBlock ? 2 : 1;
        while (_position < _text.Length && !IsExitAhead())
        {
            if (isBlock && _text[_position] == '#' && At(_position + 1) == '#')
            {
                _position += 2;
                return;
            }

            if (!isBlock && _text[_position] == '\n')
                return;
            _position++;
        }
    }

    private bool IsExitAhead()
    {
        if (_scriptOnly)
            return false;
        var braces = _text[_position] is '-' or '~' ? _position + 1 : _position;
        return At(braces) == '}' && At(braces + 1) == '}';
    }

    private static bool IsNameStart(char c) => c == '_' || char.IsLetter(c);

    private static bool IsNamePart(char c) => c == '_' || char.IsLetterOrDigit(c);
}
