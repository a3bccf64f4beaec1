namespace Kaizen.Core.Lint;

/// <summary>Words that say that an answer is not there, whatever follows. Used by K22.</summary>
internal static class LackAloneWords
{
    public const string All = """
        lack of, absence of, no dedicated, untrained, not trained, not yet trained, not properly trained, not sufficiently trained, not well trained, poorly trained, insufficiently trained, not automated, not yet automated, not standardised, not standardized,
        not digitised, not digitized, not integrated, not centralised, not centralized, not implemented, not introduced, understaffed, under-resourced
        """;
}
