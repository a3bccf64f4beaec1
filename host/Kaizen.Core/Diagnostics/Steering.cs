namespace Kaizen.Core.Diagnostics;

/// <summary>Signs that show nothing themselves and change what a reader sees: line breaks of other kinds, marks that turn the order of signs.</summary>
public static class Steering
{
    /// <summary>Whether a sign is one of them. The joiners U+200C and U+200D are not: scripts and pictures need them.</summary>
    public static bool Is(char sign) =>
        sign is '\u061C' or '\u200B' or '\u200E' or '\u200F' or '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2069');
}
