using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Reports.Model;
using Kaizen.Reports.Templating;

namespace Kaizen.Reports;

/// <summary>What the portfolio page is made of.</summary>
/// <param name="Workspace">The workspace with its cycles.</param>
/// <param name="AsOf">The date as of which the run looked; it says which dates lie ahead.</param>
/// <param name="Evidence">The evidence of every cycle that has some.</param>
public sealed record IndexInput(Workspace Workspace, DateOnly AsOf, IReadOnlyList<CycleEvidence> Evidence);

/// <summary>Renders the portfolio: one row a cycle, self-contained, readable without script.</summary>
public sealed class IndexRenderer(TemplateFolder folder)
{
    /// <summary>Renders the page.</summary>
    /// <exception cref="TemplateException">A template failed; its diagnostics say where.</exception>
    public string Render(IndexInput input) => Rendering.Render(folder, "site/index", IndexModel.Of(input));
}
