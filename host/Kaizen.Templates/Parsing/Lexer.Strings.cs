using System.Globalization;
using System.Text;

namespace Scriban.Parsing;

internal sealed partial class Lexer
{
    private void ReadString(char quote)
    {
        var start = _position++;
        var builder = new StringBuilder();
        while (_position < _text.Length)
        {
            var c = _text[_position];
            if (c == quote)
            {
                _position++;
                Add(TokenKind.Text, start, builder.ToString());
                return;
            }

            if (c == '\\')
            {
                ReadEscape(builder, inInterpolation: false);
            }
            else
            {
                builder.Append(c);
                _position++;
            }
        }

        GiveUpString(start);
    }

    private void ReadVerbatim()
    {
        var start = _position++;
        var builder = new StringBuilder();
        while (_position < _text.Length)
        {
            var c = _text[_position++];
            if (c != '`')
            {
                builder.Append(c);
            }
            else if (At(_position) == '`')
            {
                builder.Append('`');
                _position++;
            }
            else
            {
                Add(TokenKind.Text, start, builder.ToString());
                return;
            }
        }

        GiveUpString(start);
    }

    private void ReadInterpolated()
    {
        var start = _position;
        var quote = _text[start + 1];
        _position += 2;
        Add(TokenKind.InterpolationStart, start);
        if (++_interpolations > InterpolationLimit)
        {
            Error(start, _position, "Interpolated strings are nested too deep.");
            _position = _text.Length;
            return;
        }

        var builder = new StringBuilder();
        var textStart = _position;
        while (_position < _text.Length)
        {
            var c = _text[_position];
            if (c == quote)
            {
                AddPart(textStart, builder);
                _position++;
                Add(TokenKind.InterpolationEnd, _position - 1);
                _interpolations--;
                return;
            }

            if (c == '{')
            {
                AddPart(textStart, builder);
                _position++;
                Add(TokenKind.InterpolationOpen, _position - 1);
                ReadCode(interpolated: true);
                if (_position >= _text.Length)
                    return;
                _position++;
                Add(TokenKind.InterpolationClose, _position - 1);
                textStart = _position;
            }
            else if (c == '\\')
            {
                ReadEscape(builder, inInterpolation: true);
            }
            else
            {
                builder.Append(c);
                _position++;
            }
        }

        _interpolations--;
        GiveUpString(start);
    }

    private void AddPart(int start, StringBuilder builder)
    {
        if (builder.Length > 0)
            Add(TokenKind.Text, start, builder.ToString());
        builder.Clear();
    }

    private void ReadEscape(StringBuilder builder, bool inInterpolation)
    {
        var start = _position++;
        var c = At(_position);
        _position++;
        switch (c)
        {
            case '\'' or '"' or '\\':
                builder.Append(c);
                break;
            case 'n':
                builder.Append('\n');
                break;
            case 'r':
                builder.Append('\r');
                break;
            case 't':
                builder.Append('\t');
                break;
            case 'b':
                builder.Append('\b');
                break;
            case 'f':
                builder.Append('\f');
                break;
            case '0':
                builder.Append('\0');
                break;
            case '\n':
                break;
            case '\r' when At(_position) == '\n':
                _position++;
                break;
            case '{' or '}' when inInterpolation:
                builder.Append(c);
                break;
            case 'u':
                ReadHex(start, 4, builder);
                break;
            case 'x':
                ReadHex(start, 2, builder);
                break;
            default:
                _position = Math.Min(_position, _text.Length);
                Error(start, _position, $"`{_text[start.._position]}` is no escape sequence; write `\\\\` for a backslash.");
                break;
        }
    }

    private void ReadHex(int start, int digits, StringBuilder builder)
    {
        var end = Math.Min(_position + digits, _text.Length);
        if (end - _position == digits
            && int.TryParse(_text.AsSpan(_position, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            builder.Append((char)code);
            _position = end;
            return;
        }

        Error(start, _position, $"The escape sequence needs {digits} hexadecimal digits.");
    }

    /// <summary>After a string that never ends, reading goes on behind the next closing braces.</summary>
    private void GiveUpString(int start)
    {
        Error(start, start + 1, "The string is not closed.");
        var next = _scriptOnly ? -1 : _text.IndexOf("}}", start + 1, StringComparison.Ordinal);
        _position = next < 0 ? _text.Length : next;
        Add(TokenKind.Invalid, start);
    }
}
