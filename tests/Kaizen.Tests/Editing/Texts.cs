namespace Kaizen.Tests.Editing;

/// <summary>Texts that are hard to write down.</summary>
internal static class Texts
{
    public static readonly string[] All =
    [
        "plain words", "", " leading", "trailing ", "  ", "a: b", "a:b", "ends:", ": x", "a #b", "a#b", "# c", "- x", "-x", "-", "--- x", "---", "...", "? x", "?x", ":x",
        "yes", "No", "on", "OFF", "null", "~", "true", "y", "12", "1.5", "-3e4", "0x1F", "1_000", "12:30", "2026-01-31", ".inf", ".5", "017", "<<", "=",
        "[a]", "{a: b}", "a, b", "a]b", "x}", "*a", "&a", "!t", "|", "> x", "%d", "@x", "`x`", "'", "\"", "it's", "say \"x\"", "'a' b", "\"a\" b", "\\", "C:\\new", "it's \"both\" \\",
        "tab\there", "\ttab", "tab\t", "a\t#b", "a:\tb", "é à ü", "日本語", "😀 done", "nbsp\u00a0", "\u00a0x", "ls\u2028x", "nel\u0085x", "bom\uFEFFx", "bell\u0007", "del\u007f",
        "two\nlines", "two\nlines\n", "three\n\nlines\n\n", "\nfirst", "\n", "\n\n", " indented\nthen not", "a\n  deeper\nb\n", "blank\n   \nline", "end blank\n  ", "\ttab\nline",
        "a\r\nb", "a\rb", "a: b\n- c\n# d\n", "--- \n...\n", "key:\n", "trailing \nspaces \n", "x\n\n\n\ny", "😀\n😀\n", "100 %", "a -- b", "a, b: c", "http://x/y?z=1#f", "50%: half",
        new string('w', 3000), string.Join(' ', Enumerable.Repeat("word", 400)),
    ];

    public static string Next(int number) => All[(number & int.MaxValue) % All.Length];
}
