namespace Kaizen.Core.Lint;

/// <summary>Words that judge a person, whoever is meant. Used by K21.</summary>
internal static class BlameWords
{
    public const string All = """
        careless, carelessness, lazy, laziness, sloppy, sloppiness, incompetent, incompetence, negligent, negligence, unmotivated, demotivated, undisciplined, inattentive, inattention,
        uncooperative, stubborn, stubbornness, stupid, stupidity, ignorant, irresponsible, unreliable, unprofessional, unwilling, disinterested, human error, operator error, user error,
        human failure, lack of discipline, lack of motivation, lack of care, lack of attention, lack of interest, lack of commitment, lack of ownership, lack of concentration, lack of effort, lack of diligence,
        bad attitude, poor attitude, wrong attitude, wrong mindset, bad habit, resistance to change, resist change, does not care, do not care, don't care, doesn't care, not careful, not paying attention, pays no attention, pay no attention,
        not motivated, not disciplined, not committed, fault of, at fault, to blame, his fault, her fault, their fault, not concentrated, too comfortable, can't be bothered, cannot be bothered
        """;
}
