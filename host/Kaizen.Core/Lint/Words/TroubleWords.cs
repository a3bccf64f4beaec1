namespace Kaizen.Core.Lint;

/// <summary>Nouns that name trouble or the course of things: behind a word such as 'train' or 'build' they make a problem of it. Used by K01, K15.</summary>
internal static class TroubleWords
{
    public const string All = """
        delay, error, time, rate, cost, backlog, queue, complaint, failure, defect, downtime, loss, wait, gap, dropout, churn, overrun, shortage, date, request, letter, mistake,
        rework, outage, breakdown, conflict, cancellation, no-show, deviation, overload, number, volume, length, duration, price, quality, result, waste, scrap, stock, lead, late, slow, too
        """;
}
