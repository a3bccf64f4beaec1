namespace Kaizen.Core.Lint;

/// <summary>The regular forms of an English word; the irregular ones stand in the lists themselves.</summary>
internal static class Inflection
{
    private const string Vowels = "aeiou";

    /// <summary>The word with its regular endings: -s, -ed and -ing. Words of one or two letters have none.</summary>
    public static IEnumerable<(string Form, Ending Ending)> Of(string word)
    {
        yield return (word, Ending.None);
        if (word.Length < 3 || !word.All(char.IsLetter)) yield break;
        var (last, before) = (word[^1], word[^2]);
        var isVowel = Vowels.Contains(last, StringComparison.Ordinal);
        if (last == 'y' && !Vowels.Contains(before, StringComparison.Ordinal))
        {
            yield return ($"{word[..^1]}ies", Ending.S);
            yield return ($"{word[..^1]}ied", Ending.Ed);
            yield return ($"{word}ing", Ending.Ing);
            yield break;
        }

        yield return (word + (last is 's' or 'x' or 'z' || word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal) ? "es" : "s"), Ending.S);
        if (last == 'o') yield return ($"{word}es", Ending.S);
        if (last == 'e')
        {
            yield return ($"{word}d", Ending.Ed);
            yield return (before == 'e' ? $"{word}ing" : $"{word[..^1]}ing", Ending.Ing);
            yield break;
        }

        yield return ($"{word}ed", Ending.Ed);
        yield return ($"{word}ing", Ending.Ing);
        if (isVowel || last is 'w' or 'x' or 'y' || !Vowels.Contains(before, StringComparison.Ordinal)) yield break;
        yield return ($"{word}{last}ed", Ending.Ed);
        yield return ($"{word}{last}ing", Ending.Ing);
    }
}

/// <summary>How a form of a word ends.</summary>
internal enum Ending { None, S, Ed, Ing }
