using System.Globalization;

namespace Kaizen.Core.Expressions;

internal enum TokenKind { End, Identifier, QuotedIdentifier, Number, Span, Text, Symbol }

internal readonly record struct Token(TokenKind Kind, string Text, int Offset, int Length)
{
    public bool Is(string word) => Kind == TokenKind.Identifier && Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool IsSymbol(string symbol) => Kind == TokenKind.Symbol && Text == symbol;
}

/// <summary>Cuts a row expression into tokens.</summary>
internal sealed class ExpressionLexer(string text)
{
    private static readonly string[] Symbols = ["<=", ">=", "<>", "!=", "==", "=", "<", ">", "(", ")", ",", "+", "-", "*", "/", "%"];

    private int position;

    public Token Next()
    {
        while (position < text.Length && char.IsWhiteSpace(text[position])) position++;
        if (position >= text.Length) return new Token(TokenKind.End, "", text.Length, 1);
        var c = text[position];
        if (char.IsLetter(c) || c == '_') return Identifier();
        if (char.IsAsciiDigit(c) || (c == '.' && position + 1 < text.Length && char.IsAsciiDigit(text[position + 1]))) return Number();
        if (c == '\'') return Quoted('\'', TokenKind.Text, "a text in single quotes is not closed");
        if (c == '"') return Quoted('"', TokenKind.QuotedIdentifier, "a column in double quotes is not closed");
        foreach (var symbol in Symbols)
        {
            if (string.CompareOrdinal(text, position, symbol, 0, symbol.Length) != 0) continue;
            position += symbol.Length;
            return new Token(TokenKind.Symbol, symbol, position - symbol.Length, symbol.Length);
        }

        var length = position + 1 < text.Length && char.IsSurrogatePair(text, position) ? 2 : 1;
        throw new ExpressionSyntaxException($"'{text.Substring(position, length)}' has no meaning here", position, length)
        {
            Hint = c is '‘' or '’' or '“' or '”' ? "use straight quotes: 'text'" : c is '&' or '|' ? "write 'and' or 'or'" : null,
        };
    }

    private Token Identifier()
    {
        var start = position;
        while (position < text.Length && (char.IsLetterOrDigit(text[position]) || text[position] == '_')) position++;
        return new Token(TokenKind.Identifier, RecentTexts.Of(text.AsSpan(start..position)), start, position - start);
    }

    private Token Number()
    {
        var start = position;
        while (position < text.Length && (char.IsAsciiDigit(text[position]) || text[position] == '.')) position++;
        if (position < text.Length && text[position] is 'e' or 'E')
        {
            var mark = position++;
            if (position < text.Length && text[position] is '+' or '-') position++;
            if (position < text.Length && char.IsAsciiDigit(text[position]))
                while (position < text.Length && char.IsAsciiDigit(text[position])) position++;
            else
                position = mark;
        }

        if (position < text.Length && text[position] is 'd' or 'w' or 'm'
            && (position + 1 >= text.Length || !(char.IsLetterOrDigit(text[position + 1]) || text[position + 1] == '_')))
        {
            position++;
            return new Token(TokenKind.Span, text[start..position], start, position - start);
        }

        var digits = text[start..position];
        if (!double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
            throw new ExpressionSyntaxException($"'{digits}' is not a number", start, digits.Length);
        return new Token(TokenKind.Number, digits, start, digits.Length);
    }

    private Token Quoted(char quote, TokenKind kind, string whenOpen)
    {
        var start = position++;
        var value = new System.Text.StringBuilder();
        while (position < text.Length)
        {
            var c = text[position++];
            if (c != quote) { value.Append(c); continue; }
            if (position < text.Length && text[position] == quote) { value.Append(quote); position++; continue; }
            return new Token(kind, value.ToString(), start, position - start);
        }

        throw new ExpressionSyntaxException(whenOpen, start, text.Length - start);
    }
}
