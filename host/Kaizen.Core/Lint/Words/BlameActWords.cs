namespace Kaizen.Core.Lint;

/// <summary>What is said of people when they are blamed; only behind a word for people. Used by K21.</summary>
internal static class BlameActWords
{
    public const string All = """
        forget, forgot, forgotten, ignore, refuse, neglect, fail to, make mistake, make error, made mistake, made error, do not follow, does not follow, did not follow, don't follow, doesn't follow, not follow, do not listen, does not listen, did not listen, did not read,
        don't listen, do not bother, don't bother, doesn't bother, did not bother, do not read, don't read, does not read, do not try, don't try, skip, cheat, resist, sabotage, procrastinate, overlook, mess up, do not think, don't think,
        do not pay attention, don't pay attention, work too slowly, too slow, cut corner, do not take responsibility, don't take responsibility, careless, do not respect, don't respect, disregard, should know better, do not bother,
        did not pay attention, didn't pay attention, does not pay attention, doesn't pay attention, pay too little attention, pay no attention, didn't listen, didn't follow, didn't read, doesn't read, didn't bother, did not try, didn't try,
        does not try, doesn't try, did not think, didn't think, does not think, doesn't think, did not take responsibility, does not take responsibility
        """;
}
