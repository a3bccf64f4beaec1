namespace Scriban.Parsing;

/// <summary>A place in a source text; offset, line and column count from zero.</summary>
public struct TextPosition : IEquatable<TextPosition>
{
    /// <summary>The place after the last character of an unknown text.</summary>
    public static readonly TextPosition Eof = new(-1, -1, -1);

    public TextPosition(int offset, int line, int column)
    {
        Offset = offset;
        Line = line;
        Column = column;
    }

    public int Offset { get; set; }

    public int Column { get; set; }

    public int Line { get; set; }

    public readonly bool Equals(TextPosition other) =>
        Offset == other.Offset && Line == other.Line && Column == other.Column;

    public override readonly bool Equals(object? obj) => obj is TextPosition other && Equals(other);

    public override readonly int GetHashCode() => Offset;

    public override readonly string ToString() => $"({Offset}:{Line},{Column})";

    /// <summary>Line and column as a reader counts them, from one.</summary>
    public readonly string ToStringSimple() => $"{Line + 1},{Column + 1}";

    public static bool operator ==(TextPosition left, TextPosition right) => left.Equals(right);

    public static bool operator !=(TextPosition left, TextPosition right) => !left.Equals(right);
}
