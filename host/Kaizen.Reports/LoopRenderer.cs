using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Reports.Model;
using Kaizen.Reports.Templating;
using Kaizen.Reports.Text;

namespace Kaizen.Reports;

/// <summary>What the page of one loop is made of.</summary>
public sealed record LoopInput
{
    public required Workspace Workspace { get; init; }

    public required Cycle Cycle { get; init; }

    /// <summary>What was concluded last, or null.</summary>
    public CycleEvidence? Evidence { get; init; }

    public DateOnly AsOf { get; init; }

    /// <summary>When it is looked at next, or null where it never is.</summary>
    public DueDate? Next { get; init; }

    public IReadOnlyList<Overdue> Overdue { get; init; } = [];

    /// <summary>Whether a sheet lies there, though nothing may be known of what it rests on.</summary>
    public bool HasSheet { get; init; }

    /// <summary>What a reader has to know beside the loop: why it cannot be concluded now, whose sheet lies there.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>The as-of dates of the sheets that were kept, the latest first.</summary>
    public IReadOnlyList<DateOnly> Kept { get; init; } = [];

    /// <summary>What happened, the latest first.</summary>
    public IReadOnlyList<LoopEvent> Log { get; init; } = [];
}

/// <summary>A line of a loop's log.</summary>
/// <param name="Date">The day.</param>
/// <param name="Kind">What kind of thing it was: closed, locked, asked, done.</param>
/// <param name="Who">Who did it, or null for the host.</param>
/// <param name="Text">What happened.</param>
public sealed record LoopEvent(DateOnly Date, string Kind, string? Who, string Text);

/// <summary>A page that says one thing.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Text">A sentence.</param>
/// <param name="Lines">What belongs to it, a line each.</param>
public sealed record PlainInput(string Title, string Text, IReadOnlyList<string> Lines)
{
    /// <summary>Where to go on from here: link and text.</summary>
    public IReadOnlyList<(string Href, string Text)> Links { get; init; } = [];
}

/// <summary>Renders the page of a loop: where it stands, what is due, every sheet that was kept, what happened.</summary>
public sealed class LoopRenderer(TemplateFolder folder)
{
    /// <summary>Renders the page.</summary>
    /// <exception cref="TemplateException">A template failed; its diagnostics say where.</exception>
    public string Render(LoopInput input) => Rendering.Render(folder, "site/loop", LoopModel.Of(input));

    /// <summary>Renders the list of workspaces that one host serves.</summary>
    /// <param name="workspaces">Link, title and what is to be said of each.</param>
    /// <exception cref="TemplateException">A template failed; its diagnostics say where.</exception>
    public string RenderHome(IReadOnlyList<(string Href, string Title, string Text)> workspaces) => Rendering.Render(
        folder, "site/home", Tree.Of(("workspaces", Tree.List(workspaces.Select(w => Tree.Of(("href", w.Href), ("title", MarkdownText.Line(w.Title, 110)), ("text", w.Text)))))));

    /// <summary>Renders a page that says one thing.</summary>
    /// <exception cref="TemplateException">A template failed; its diagnostics say where.</exception>
    public string RenderPlain(PlainInput input) => Rendering.Render(
        folder, "site/plain", Tree.Of(("title", input.Title), ("text", input.Text), ("lines", input.Lines.Count == 0 ? null : Tree.List(input.Lines.Select(l => Tree.Of(("text", l))))),
            ("links", input.Links.Count == 0 ? null : Tree.List(input.Links.Select(l => Tree.Of(("href", l.Href), ("text", l.Text)))))));
}
