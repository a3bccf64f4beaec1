using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Reports.Model;
using Kaizen.Reports.Templating;

namespace Kaizen.Reports;

/// <summary>What the portfolio page is made of.</summary>
/// <param name="Workspace">The workspace with its cycles.</param>
/// <param name="AsOf">The date as of which the run looked; it says which dates lie ahead.</param>
/// <param name="Evidence">The evidence of every cycle that has some.</param>
public sealed record IndexInput(Workspace Workspace, DateOnly AsOf, IReadOnlyList<CycleEvidence> Evidence)
{
    /// <summary>What a host adds to the page that it serves; null on the page that lies on disk.</summary>
    public LivePortfolio? Live { get; init; }
}

/// <summary>What a host knows beyond a run.</summary>
/// <param name="Overdue">What was promised for a date that has passed.</param>
/// <param name="Due">When loops are looked at next, the earliest first.</param>
/// <param name="Faults">What is wrong with the files now, in one line each.</param>
public sealed record LivePortfolio(IReadOnlyList<Promise> Overdue, IReadOnlyList<Promise> Due, IReadOnlyList<string> Faults)
{
    /// <summary>Whether cycles without evidence are still being measured, rather than left out.</summary>
    public bool Measuring { get; init; }
}

/// <summary>A date that a cycle has before it or behind it.</summary>
/// <param name="Cycle">The cycle.</param>
/// <param name="What">What is due, in a few words.</param>
/// <param name="Who">Who promised it, or null.</param>
/// <param name="Date">The day.</param>
public sealed record Promise(Cycle Cycle, string What, string? Who, DateOnly Date);

/// <summary>Renders the portfolio: one row a cycle, self-contained, readable without script.</summary>
public sealed class IndexRenderer(TemplateFolder folder)
{
    /// <summary>Renders the page.</summary>
    /// <exception cref="TemplateException">A template failed; its diagnostics say where.</exception>
    public string Render(IndexInput input) => Rendering.Render(folder, "site/index", IndexModel.Of(input));
}
