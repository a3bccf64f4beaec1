namespace Kaizen.Core.Lint;

/// <summary>Words that tell that what is counted came of something, or happened to somebody. Used by K56.</summary>
internal static class OutcomeWords
{
    public const string All = """
        won, lost, repeat, wait, waiting, answered, unanswered, late, response, satisfied, satisfaction, complaint, error, defect, failed, failure, missed, abandoned, dropped, returned, rejected, accepted, converted, conversion, qualified, customer, client, inbound, incoming,
        patient, visitor, web, website, shop, store, cost, value, revenue, margin, order, time, duration, share, quality, score, rework, correction, again, open, overdue, cancelled, canceled, useful, used, delay, backlog
        """;
}
