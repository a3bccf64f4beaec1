namespace Kaizen.Core.Lint;

/// <summary>Things that are done, and counted as if they were results. Used by K56.</summary>
internal static class ActivityWords
{
    public const string All = """
        call, cold call, phone call, mail, email, e-mail, visit, meeting, training, trained, session, workshop, course, attendance, attendee, participant, demo, presentation, activity, login, checklist, audit, post, newsletter, report, touch, touchpoint, touchpoints,
        contact, follow-up, followup, coaching, lesson, suggestion, idea, hour worked, proposal, offer, quote, appointment, task, ticket closed, story point, commit, page, hours logged, certificate, walk, gemba walk, event, campaign, interview
        """;
}
