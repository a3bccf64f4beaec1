namespace Kaizen.Definitions.Editing;

/// <summary>Where the parts of a text behind <c>|</c> or <c>&gt;</c> stand.</summary>
internal static class BlockText
{
    /// <summary>Where the signs behind <c>|</c> or <c>&gt;</c> end.</summary>
    public static int HeaderEnd(string text, int start)
    {
        var at = start + 1;
        while (at < text.Length && text[at] is '+' or '-' or (>= '0' and <= '9')) at++;
        return at;
    }

    /// <summary>How far its lines are indented; 0 where it has none.</summary>
    public static int Indentation(string text, int start, int end)
    {
        foreach (var line in Body(text, start, end).Split('\n'))
            if (line.Trim(' ').Length > 0) return line.Length - line.TrimStart(' ').Length;
        return 0;
    }

    /// <summary>Where its last line ends. The parser counts the blank lines behind it, which belong to it only where they are kept.</summary>
    public static int End(string text, int start, int reached)
    {
        reached = Math.Min(reached, text.Length);
        if (text[start..HeaderEnd(text, start)].Contains('+', StringComparison.Ordinal))
            return reached > 0 && text[reached - 1] == '\n' ? reached - 1 : reached;
        var indentation = Indentation(text, start, reached);
        while (true)
        {
            var line = text.LastIndexOf('\n', reached - 1) + 1;
            if (line <= start) return reached;
            var written = text.AsSpan(line, reached - line);
            if (written.Trim(' ').Length > 0 || (written.Length > indentation && indentation > 0)) return reached;
            reached = line - 1;
        }
    }

    private static string Body(string text, int start, int end)
    {
        var first = text.IndexOf('\n', start);
        return first < 0 || first + 1 > end ? "" : text[(first + 1)..end];
    }
}
