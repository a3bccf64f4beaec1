namespace Kaizen.Core.Lint;

/// <summary>Words that claim an improvement. Used by K40.</summary>
internal static class ImprovedWords
{
    public const string All = """
        improved, has improved, have improved, improvement, improvements, successful, successfully, success, it works, it worked, got better, gets better, become better, became better, is better now, are better now,
        is faster now, are faster now, went down as hoped, went up as hoped, made progress, paid off, a win, breakthrough, did the trick
        """;
}
