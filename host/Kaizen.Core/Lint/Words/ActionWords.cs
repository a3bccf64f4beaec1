namespace Kaizen.Core.Lint;

/// <summary>Words that begin an action, and as often something else (a train, a build, a launch date); what follows decides. Used by K01, K15.</summary>
internal static class ActionWords
{
    public const string All = """
        train, build, launch, purchase, run, hold, pilot, add, give, make, design, plan, offer, update, start, test, try, change, switch, move, set, send, call,
        visit, meet, prepare, define, document, review, revise, discuss, communicate, inform, explain, present, share, map, audit, schedule, book, order,
        print, post, check, clean, sort, collect, ask, agree, appoint, staff, equip, connect, link, shorten, split, open, close, analyse, analyze,
        investigate, conduct, perform, complete, finish, deliver, ensure, improve, increase, carry out, work on, follow up, reward
        """;
}
