using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Core.Lint;
using Kaizen.Reports;

namespace Kaizen.Hosting.Report;

/// <summary>What the method says of the cycles of a workspace, with what their pages have no room for.</summary>
internal sealed class Reviewer(Workspace workspace, DateOnly asOf)
{
    private readonly (Loops, LintSettings) around = (Loops.Of(workspace), workspace.Lint);

    /// <summary>Looks at one cycle; without evidence there is no sheet, and so nothing that does not fit on it.</summary>
    public MethodReview Of(Cycle cycle, CycleNotes notes, CycleEvidence? evidence) =>
        MethodReview.Of(cycle, around, asOf, notes, (evidence, evidence is null ? null : PageFit.Of(workspace, cycle, evidence)));
}
