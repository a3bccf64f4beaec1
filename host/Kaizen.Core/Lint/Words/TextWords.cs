using System.Globalization;
using System.Text.RegularExpressions;

namespace Kaizen.Core.Lint;

/// <summary>
/// A text as words: lower case, hyphens and underscores part them, apostrophes do not; figures and the percent sign are words
/// of their own. Letters of every script count.
/// </summary>
internal sealed partial class TextWords
{
    private TextWords(List<string> words, List<int> sentences)
    {
        All = words;
        this.sentences = sentences;
    }

    private readonly List<int> sentences;

    /// <summary>The words in order.</summary>
    public IReadOnlyList<string> All { get; }

    public int Count => All.Count;

    /// <summary>The word at a place, or an empty one beyond the end.</summary>
    public string this[int index] => index >= 0 && index < All.Count ? All[index] : "";

    [GeneratedRegex(@"^(?:\d{4}-\d{1,2}-\d{1,2}|(?:19|20)\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})$")]
    private static partial Regex Day();

    public static TextWords Of(string? text)
    {
        var words = new List<string>();
        var sentences = new List<int>();
        var sentence = 0;
        var rest = (text ?? "").AsSpan();
        while (rest.Length > 0)
        {
            var length = char.IsDigit(rest[0]) ? Figure(rest) : IsLetter(rest[0]) ? Word(rest) : rest[0] == '%' ? 1 : 0;
            if (length > 0)
            {
                words.Add(Lower(rest[..length]));
                sentences.Add(sentence);
            }
            else if (EndsSentence(rest))
            {
                sentence++;
            }

            rest = rest[Math.Max(1, length)..];
        }

        return new TextWords(words, sentences);
    }

    /// <summary>Digits, with the marks of numbers, times and days between them.</summary>
    private static int Figure(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (true)
        {
            while (end < text.Length && char.IsDigit(text[end])) end++;
            if (end + 1 >= text.Length || text[end] is not ('.' or ',' or ':' or '/' or '-') || !char.IsDigit(text[end + 1])) return end;
            end++;
        }
    }

    /// <summary>Letters and digits, with apostrophes between letters.</summary>
    private static int Word(ReadOnlySpan<char> text)
    {
        var end = 1;
        while (end < text.Length && (IsLetter(text[end]) || char.IsDigit(text[end]))) end++;
        while (end + 1 < text.Length && text[end] is '\'' or '’' && IsLetter(text[end + 1]))
            for (end++; end < text.Length && IsLetter(text[end]); end++) ;
        return end;
    }

    private static bool EndsSentence(ReadOnlySpan<char> text)
    {
        if (text[0] is '.' or '!' or '?') return text.Length == 1 || char.IsWhiteSpace(text[1]) || text[1] is '"' or '”' or '’' or ')';
        if (text[0] != '\n') return false;
        // A blank line.
        var line = text[1..];
        var end = line.IndexOf('\n');
        return end >= 0 && line[..end].IsWhiteSpace();
    }

    private static bool IsLetter(char c) => char.IsAsciiLetter(c) || char.IsLetter(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static string Lower(ReadOnlySpan<char> word)
    {
        Span<char> lower = word.Length <= 64 ? stackalloc char[word.Length] : new char[word.Length];
        word.ToLowerInvariant(lower);
        lower.Replace('’', '\'');
        return RecentTexts.Of(lower);
    }

    /// <summary>The name of a column or metric as words: parted at underscores and where a capital begins.</summary>
    public static TextWords OfName(string name)
    {
        for (var i = 1; i < name.Length; i++)
            if (char.IsLower(name[i - 1]) && char.IsUpper(name[i])) name = name.Insert(i++, " ");
        return Of(name);
    }

    /// <summary>The sentence in which a word stands, from 0.</summary>
    public int SentenceOf(int word) => sentences[word];

    /// <summary>Each sentence as its first word and how many it has.</summary>
    public IEnumerable<(int Start, int Count)> Sentences()
    {
        for (var start = 0; start < All.Count;)
        {
            var end = start;
            while (end < All.Count && sentences[end] == sentences[start]) end++;
            yield return (start, end - start);
            start = end;
        }
    }

    /// <summary>Whether a word is a figure and not a day or a year.</summary>
    public static bool IsFigure(string word) => word.Length > 0 && char.IsDigit(word[0]) && !Day().IsMatch(word);
}
