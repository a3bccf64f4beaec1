using System.Runtime.CompilerServices;
using Kaizen.Core.Cycles;

namespace Kaizen.Core.Lint;

/// <summary>The words that rules about text look for: the usual English ones, and those that a workspace adds.</summary>
public sealed class WordLists
{
    private static readonly (string Name, string Words)[] Usual =
    [
        ("countermeasure", CountermeasureWords.All),
        ("action", ActionWords.All),
        ("answer", AnswerWords.All),
        ("change", ChangeWords.All),
        ("happening", HappeningWords.All),
        ("trouble", TroubleWords.All),
        ("vague", VagueWords.All),
        ("number_words", NumberWords.All),
        ("department", DepartmentWords.All),
        ("blame", BlameWords.All),
        ("blame_act", BlameActWords.All),
        ("person", PersonWords.All),
        ("lack", LackWords.All),
        ("lack_alone", LackAloneWords.All),
        ("improved", ImprovedWords.All),
        ("learning", LearningWords.All),
        ("result", ResultWords.All),
        ("activity", ActivityWords.All),
        ("outcome", OutcomeWords.All),
        ("person_column", PersonColumnWords.All),
    ];

    // Building the forms takes longer than reading a cycle; a workspace has one setting for all of its cycles.
    private static readonly ConditionalWeakTable<LintSettings, WordLists> Built = [];

    private readonly Dictionary<string, WordList> byName;

    private WordLists(LintSettings settings) => byName = Usual.ToDictionary(
        u => u.Name, u => new WordList(Split(u.Words).Concat(settings.Words.GetValueOrDefault(u.Name) ?? [])), StringComparer.Ordinal);

    /// <summary>The names of the lists, as <c>lint.words</c> knows them.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Usual.Select(u => u.Name)];

    /// <summary>The usual words of a list, in their base form.</summary>
    public static IReadOnlyList<string> UsualOf(string name) => [.. Split(Usual.First(u => u.Name == name).Words)];

    internal static WordLists For(LintSettings settings) => Built.GetValue(settings, s => new WordLists(s));

    internal WordList Countermeasure => byName["countermeasure"];

    internal WordList Action => byName["action"];

    internal WordList Answer => byName["answer"];

    internal WordList Change => byName["change"];

    internal WordList Happening => byName["happening"];

    internal WordList Trouble => byName["trouble"];

    internal WordList Vague => byName["vague"];

    internal WordList Number => byName["number_words"];

    internal WordList Department => byName["department"];

    internal WordList Blame => byName["blame"];

    internal WordList BlameAct => byName["blame_act"];

    internal WordList Person => byName["person"];

    internal WordList Lack => byName["lack"];

    internal WordList LackAlone => byName["lack_alone"];

    internal WordList Improved => byName["improved"];

    internal WordList Learning => byName["learning"];

    internal WordList Result => byName["result"];

    internal WordList Activity => byName["activity"];

    internal WordList Outcome => byName["outcome"];

    internal WordList PersonColumn => byName["person_column"];

    private static string[] Split(string words) =>
        words.Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
