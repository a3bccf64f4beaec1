namespace Kaizen.Core.Lint;

/// <summary>Words that say that something is not there. Used by K22.</summary>
internal static class LackWords
{
    public const string All = """
        lack of, lack, lacking, absence of, missing, insufficient, inadequate, not enough, too few, too little, no proper, no clear, no dedicated, no formal, no central, no common, no standard, no, without, need for, need a, need more, need better, need new,
        do not have, does not have, don't have, doesn't have, did not have, have no, has no, had no, there is no, there are no, there was no, nonexistent, non-existent
        """;
}
