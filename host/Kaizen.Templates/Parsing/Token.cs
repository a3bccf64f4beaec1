namespace Scriban.Parsing;

internal enum TokenKind
{
    Eof,
    Raw,
    CodeEnter,
    CodeExit,
    NewLine,
    SemiColon,
    Identifier,
    Number,
    Text,
    InterpolationStart,
    InterpolationOpen,
    InterpolationClose,
    InterpolationEnd,
    Dot,
    QuestionDot,
    Comma,
    Colon,
    Question,
    OpenParen,
    CloseParen,
    OpenBracket,
    CloseBracket,
    OpenBrace,
    CloseBrace,
    Pipe,
    At,
    Caret,
    Not,
    PlusPlus,
    MinusMinus,
    Assign,
    CompoundAssign,
    Operator,
    Ellipsis,
    Invalid,
}

/// <summary>
/// One token: its place, whether blanks stand before it, and its value (a name, a literal, an operator,
/// the indent of a code block, the bounds of a text).
/// </summary>
internal readonly record struct Token(TokenKind Kind, int Start, int End, bool SpaceBefore, object? Value)
{
    public string Name => Value as string ?? "";
}
