using Kaizen.Core.Cycles;
using Kaizen.Definitions.Text;

namespace Kaizen.Definitions.Binding;

/// <summary>A cycle bound on its own, before what it says of other cycles is resolved.</summary>
/// <param name="Cycle">It; baselines of <c>after_of</c> have no dates yet, and the hash is empty.</param>
/// <param name="Faults">Its faults.</param>
/// <param name="AfterOf">Where it names a cycle as its baseline.</param>
/// <param name="Previous">Where it names the cycle before, or null.</param>
/// <param name="Uses">Canonical text of what it takes from <c>kaizen.yaml</c>; null once the hash is known.</param>
internal sealed record CycleDraft(Cycle Cycle, FaultList Faults, IReadOnlyList<ScalarNode> AfterOf, ScalarNode? Previous, string? Uses)
{
    /// <summary>
    /// The draft without its text where nothing in other files can change what it means or add a fault: of ten thousand files
    /// only what they say is held.
    /// </summary>
    public CycleDraft Settled()
    {
        if (AfterOf.Count > 0 || Previous is not null || Cycle.Kind == CycleKind.Sdca) return this;
        var hash = DefinitionHash.Of(Faults.Text!.Text, Uses!);
        Faults.Settle();
        return this with { Cycle = Cycle with { DefinitionHash = hash }, Uses = null };
    }
}
