namespace Kaizen.Core.Lint;

/// <summary>Nouns that name the making of a change: at the end of a title without a verb they are the answer. Used by K01.</summary>
internal static class ChangeWords
{
    public const string All = """
        implementation, introduction, installation, rollout, roll-out, deployment, migration, reorganisation, reorganization, restructuring, redesign, relaunch,
        automation, digitisation, digitization, digitalisation, centralisation, centralization, standardisation, standardization, optimisation, optimization,
        training, workshop, course, campaign, programme, upgrade, launch, purchase, creation, adoption, establishment, outsourcing, recruitment, setup, pilot, makeover
        """;
}
