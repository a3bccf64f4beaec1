namespace Kaizen.Core.Lint;

/// <summary>Words that only say how it came out. Used by K46.</summary>
internal static class ResultWords
{
    public const string All = """
        improved, improvement, reached, achieved, met, missed target, target, goal, success, successful, successfully, better, worse, went well, good, great, fine, fell, rose, dropped, increased, decreased, reduced, done, finished, completed, ok, okay,
        as planned, as expected, as predicted, on track, on time, result, results, thanks, thank, nothing, n/a, none, tbd, happy, pleased, satisfied, worked, works
        """;
}
