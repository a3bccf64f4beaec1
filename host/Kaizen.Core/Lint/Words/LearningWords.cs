namespace Kaizen.Core.Lint;

/// <summary>Words of somebody who looks back: surprise, reason, doubt, another time. Used by K46.</summary>
internal static class LearningWords
{
    public const string All = """
        learn, learned, learnt, lesson, surprise, surprising, unexpected, unexpectedly, because, why, wrong, wrongly, thought, assume, assumption, realise, realize, discover, notice, overlook, underestimate, overestimate, misjudge,
        next time, another time, had said, had told, trust, may be, did less, should have, would have, could have, had we, if we, blame, reason, rather than, although, though, yet, nobody had, did not see, did not know, did not expect, not expect, never asked, turned out, differently,
        understand, understood, missed, mistake, regret, doubt, question, hope, hoped, hidden, lay in, felt, told us, were right, was right, must be, not for nothing, does not, alone, too few to tell, cannot tell, could not tell,
        cause, due to, contrary
        """;
}
