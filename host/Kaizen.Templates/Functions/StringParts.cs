using System.Text;

namespace Scriban.Functions;

/// <summary>The longer ones of the <c>string</c> functions.</summary>
internal static class StringParts
{
    public static string CapitalizeWords(string text)
    {
        var builder = new StringBuilder(text.Length);
        var isWordStart = true;
        foreach (var c in text)
        {
            builder.Append(isWordStart ? char.ToUpperInvariant(c) : c);
            isWordStart = char.IsWhiteSpace(c);
        }

        return builder.ToString();
    }

    public static string Handleize(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
                builder.Append(char.ToLowerInvariant(c));
            else if (builder.Length == 0 || builder[^1] != '-')
                builder.Append('-');
        }

        return builder.ToString().TrimEnd('-');
    }

    public static string? ReplaceOne(string? text, string? match, string? by, bool fromEnd)
    {
        if (string.IsNullOrEmpty(text) || string.IsNullOrEmpty(match))
            return text;
        var at = fromEnd ? text.LastIndexOf(match, StringComparison.Ordinal) : text.IndexOf(match, StringComparison.Ordinal);
        return at < 0 ? text : string.Concat(text.AsSpan(0, at), by, text.AsSpan(at + match.Length));
    }

    /// <summary>A start before the text takes from the length what it lies before it.</summary>
    public static string Slice(string? text, int start, int length)
    {
        if (string.IsNullOrEmpty(text) || start >= text.Length)
            return "";
        long count = length <= 0 ? text.Length : length;
        long from = start < 0 ? (long)start + text.Length : start;
        if (from < 0)
        {
            count += from;
            from = 0;
        }

        count = Math.Min(count, text.Length - from);
        return count <= 0 ? "" : text.Substring((int)from, (int)count);
    }

    public static string? Truncate(string? text, int length, string ellipsis)
    {
        if (text is null || text.Length <= length)
            return text;
        var kept = Math.Max(0, length - ellipsis.Length);
        return text[..Math.Min(kept, text.Length)] + ellipsis;
    }

    public static string? TruncateWords(string? text, int count, string ellipsis)
    {
        if (string.IsNullOrEmpty(text))
            return text;
        var words = text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Take(Math.Max(0, count))) + ellipsis;
    }

    public static object? IndexOf(Call call)
    {
        var text = call.Text(0) ?? "";
        var search = call.Text(1) ?? "";
        var start = call[2] is null ? 0 : call.Int(2);
        if (start < 0 || start > text.Length)
            throw call.Fault("The start of the search lies outside the text.");
        var count = call[3] is null ? text.Length - start : call.Int(3);
        if (count < 0 || count > text.Length - start)
            throw call.Fault("The search goes beyond the end of the text.");
        var comparison = StringComparison.CurrentCulture;
        if (call.Text(4) is { } name && !Enum.TryParse(name, ignoreCase: true, out comparison))
            throw call.Fault($"`{name}` is no way to compare texts.");
        return text.IndexOf(search, start, count, comparison);
    }
}
