namespace Kaizen.Core.Lint;

/// <summary>Verbs of a sentence that tells what happens; a title that has one states a problem. Used by K01, K15.</summary>
internal static class HappeningWords
{
    public const string All = """
        is, are, was, were, be, been, has, have, had, do, does, did, can, cannot, could, will, would, must, may, isn't, aren't, don't, doesn't, didn't, can't, won't,
        take, took, wait, cost, fall, fell, rise, rose, drop, lose, lost, miss, fail, slip, exceed, stay, come, came, last, double, triple, halve, grow, grew, need, go, went, arrive,
        get, got, vary, remain, stop, stand, stood, reach, start, begin, began, end, leave, left, die, keep, kept, happen, hold, lie, lay, pass, pay, call, ask, answer, buy, bought,
        win, won, know, knew, see, saw, find, found, give, gave, make, made, say, said, tell, told, think, repeat, return, break, broke, crash, block, delay, confuse, differ, depend,
        arise, appear, occur, queue, pile up, run out, run late, go back, come back, complain, cancel, switch off, swing, shrink, climb, decline, decrease, increase, worsen, vanish, disappear, expire,
        age, sit, sat, idle, contain, include, show, use, reject, refuse, forget, forgot, ignore, hear, heard, want, expect, open, close, ship, deliver, produce, generate, receive, send, sent, scrap,
        rework, correct, redo, retype, search, look for, spend, spent, account for, average, touch, cross, reach, eat, ate, dominate, rely, overlap, fit, turn, trail, lag, outnumber, peak, bounce, quit, resign,
        hide, hid, hidden, force, prevent, mislead, misled
        """;
}
