namespace Scriban.Parsing;

/// <summary>
/// Cuts a template into tokens in one pass. Faults are reported and stepped over, so that the parser sees
/// the rest of the text as well.
/// </summary>
internal sealed partial class Lexer
{
    /// <summary>How deep interpolated strings may stand inside each other.</summary>
    private const int InterpolationLimit = 50;

    private readonly SourceText _source;
    private readonly string _text;
    private readonly LogMessageBag _messages;
    private readonly bool _scriptOnly;
    private readonly List<Token> _tokens = [];
    private int _position;
    private bool _space;
    private int _interpolations;

    public Lexer(SourceText source, ScriptMode mode, LogMessageBag messages)
    {
        _source = source;
        _text = source.Text;
        _messages = messages;
        _scriptOnly = mode == ScriptMode.ScriptOnly;
    }

    public List<Token> Run()
    {
        if (_scriptOnly)
            ReadCode(interpolated: false);
        else
            ReadTemplate();

        Add(TokenKind.Eof, _text.Length);
        return _tokens;
    }

    private void ReadTemplate()
    {
        var rawStart = 0;
        while (_position < _text.Length)
        {
            if (_text[_position] != '{' || _position + 1 >= _text.Length)
            {
                _position++;
            }
            else if (_text[_position + 1] == '{')
            {
                ReadCodeBlock(rawStart);
                rawStart = _position;
            }
            else if (_text[_position + 1] == '%' && CountPercents(_position + 1) is var percents
                && At(_position + 1 + percents) == '{')
            {
                ReadEscapeBlock(rawStart, percents);
                rawStart = _position;
            }
            else
            {
                _position++;
            }
        }

        AddRaw(rawStart, _text.Length);
    }

    private void ReadCodeBlock(int rawStart)
    {
        var enter = _position;
        var strip = At(enter + 2);
        AddRaw(rawStart, StripBefore(rawStart, enter, strip));
        var indent = strip is '-' or '~' ? null : IndentBefore(rawStart, enter);
        _position += strip is '-' or '~' ? 3 : 2;
        Add(TokenKind.CodeEnter, enter, indent);
        ReadCode(interpolated: false);
    }

    private void ReadEscapeBlock(int rawStart, int percents)
    {
        var enter = _position;
        var strip = At(enter + percents + 2);
        var isStrip = strip is '-' or '~';
        AddRaw(rawStart, StripBefore(rawStart, enter, strip));
        _position = enter + percents + (isStrip ? 3 : 2);

        var closing = "}" + new string('%', percents) + "}";
        var end = _text.IndexOf(closing, _position, StringComparison.Ordinal);
        if (end < 0)
        {
            Error(enter, _position, $"The escape block is not closed: `{closing}` is missing.");
            AddRaw(_position, _text.Length);
            _position = _text.Length;
            return;
        }

        var stripAfter = end > _position ? _text[end - 1] : '\0';
        AddRaw(_position, stripAfter is '-' or '~' ? end - 1 : end);
        _position = end + closing.Length;
        StripAfter(stripAfter);
    }

    private int CountPercents(int at)
    {
        var count = 0;
        while (At(at + count) == '%')
            count++;
        return count;
    }

    private int StripBefore(int start, int end, char mode)
    {
        if (mode == '-')
        {
            while (end > start && char.IsWhiteSpace(_text[end - 1]))
                end--;
        }
        else if (mode == '~')
        {
            while (end > start && IsBlank(_text[end - 1]))
                end--;
        }

        return end;
    }

    private void StripAfter(char mode)
    {
        if (mode == '-')
        {
            while (_position < _text.Length && char.IsWhiteSpace(_text[_position]))
                _position++;
        }
        else if (mode == '~')
        {
            while (_position < _text.Length && (IsBlank(_text[_position]) || _text[_position] == '\r'))
                _position++;
            if (At(_position) == '\n')
                _position++;
        }
    }

    /// <summary>The blanks that stand alone before a code block on its line; null where other text does.</summary>
    private string? IndentBefore(int rawStart, int enter)
    {
        var start = enter;
        while (start > rawStart && IsBlank(_text[start - 1]))
            start--;
        var atLineStart = start == 0 || _text[start - 1] == '\n';
        return atLineStart && start < enter ? _text[start..enter] : null;
    }

    private void AddRaw(int start, int end)
    {
        if (end > start)
            _tokens.Add(new Token(TokenKind.Raw, start, end, false, null));
    }

    private void Add(TokenKind kind, int start, object? value = null)
    {
        _tokens.Add(new Token(kind, start, Math.Max(_position, start), _space, value));
        _space = false;
    }

    private void Error(int start, int end, string message) =>
        _messages.Add(new LogMessage(ParserMessageType.Error, _source.Span(start, end), message));

    private char At(int index) => index < _text.Length ? _text[index] : '\0';

    private bool StartsWith(string value) =>
        string.CompareOrdinal(_text, _position, value, 0, value.Length) == 0;

    private static bool IsBlank(char c) => c != '\n' && c != '\r' && char.IsWhiteSpace(c);
}
