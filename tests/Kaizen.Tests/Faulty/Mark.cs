using System.Text.RegularExpressions;

namespace Kaizen.Tests.Faulty;

/// <summary>A fault or a hit at a line.</summary>
/// <param name="File">Path relative to the workspace, with forward slashes.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Code"><c>KZ2003</c> or <c>K26</c>.</param>
internal sealed record Place(string File, int Line, string Code)
{
    public bool IsLint => Code[1] != 'Z';

    public override string ToString() => $"{File}:{Line} {Code}";
}

/// <summary>What stands between a cycle and one gate: <c>a check date</c>, or the rule that blocks it.</summary>
internal sealed record Lack(string File, string Gate, string What)
{
    public override string ToString() => $"{File} {Gate}: {What}";
}

/// <summary>
/// What a comment in a file of the corpus expects: <c># expect K26</c> at the end of the faulty line, <c># expect-next KZ1006</c>
/// above a line that can hold no comment, and anywhere in a cycle's file <c># expect-gate G2: a check date</c> and
/// <c># expect-state framed</c>.
/// </summary>
internal sealed partial record Mark(string Kind, string Text)
{
    /// <summary>The mark in a line, or null.</summary>
    public static Mark? In(string line) =>
        Comment().Match(line) is { Success: true } found ? new Mark(found.Groups["kind"].Value, found.Groups["text"].Value.Trim()) : null;

    /// <summary>The line without its mark.</summary>
    public static string Without(string line) => Comment().Replace(line, "").TrimEnd();

    [GeneratedRegex(@"\s*# expect(?<kind>-next|-gate|-state|) (?<text>.+)$")]
    private static partial Regex Comment();
}
