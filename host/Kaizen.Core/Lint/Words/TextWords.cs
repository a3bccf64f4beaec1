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

    [GeneratedRegex(@"\d+(?:[.,:/-]\d+)*|[\p{L}\p{M}][\p{L}\p{M}\p{Nd}]*(?:['’][\p{L}\p{M}]+)*|%|[.!?](?=\s|$|[""”’)])|\n\s*\n")]
    private static partial Regex Token();

    [GeneratedRegex(@"^(?:\d{4}-\d{1,2}-\d{1,2}|(?:19|20)\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})$")]
    private static partial Regex Day();

    public static TextWords Of(string? text)
    {
        var words = new List<string>();
        var sentences = new List<int>();
        var sentence = 0;
        foreach (Match token in Token().Matches(text ?? ""))
        {
            if (token.Value[0] is '.' or '!' or '?' or '\n') sentence++;
            else
            {
                words.Add(token.Value.Replace('’', '\'').ToLower(CultureInfo.InvariantCulture));
                sentences.Add(sentence);
            }
        }

        return new TextWords(words, sentences);
    }

    /// <summary>The name of a column or metric as words: parted at underscores and where a capital begins.</summary>
    public static TextWords OfName(string name) => Of(Capital().Replace(name.Replace('_', ' '), "$1 $2"));

    [GeneratedRegex(@"(\p{Ll})(\p{Lu})")]
    private static partial Regex Capital();

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
