namespace Kaizen.Core.Lint;

/// <summary>Words that stand where a figure should. Used by K11.</summary>
internal static class VagueWords
{
    public const string All = """
        often, sometimes, many, much, few, several, a lot, lots, too long, too late, too slow, too many, too much, too high, too low, frequently, regularly, rarely, seldom,
        usually, generally, mostly, always, poor, bad, slow, late, high, low, inefficient, insufficient, suboptimal, significant, huge, big, some, increasingly, more and more
        """;
}
