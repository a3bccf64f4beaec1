using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Core.Lint;

namespace Kaizen.Reports;

/// <summary>What one sheet is made of: the definition, the evidence and what the ledger says, nothing else.</summary>
/// <param name="Workspace">The workspace, for the names of people and other cycles.</param>
/// <param name="Cycle">The definition.</param>
/// <param name="Evidence">What was concluded from it.</param>
public sealed record A3Input(Workspace Workspace, Cycle Cycle, CycleEvidence Evidence)
{
    /// <summary>What people asked, answered and signed, from the ledger.</summary>
    public CycleNotes Notes { get; init; } = CycleNotes.None;

    /// <summary>What the method asks of it.</summary>
    public MethodReview Review { get; init; } = MethodReview.None;

    /// <summary>The pictures of the plan that can be shown, by their path as it was written.</summary>
    public IReadOnlyDictionary<string, PictureData> Pictures { get; init; } = new Dictionary<string, PictureData>();
}
