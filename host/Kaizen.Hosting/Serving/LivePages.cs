using System.Globalization;
using Kaizen.Abstractions;
using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Reports;
using Kaizen.Store;

namespace Kaizen.Hosting.Serving;

/// <summary>The pages of one workspace as a host shows them: those on disk, and what only a host knows.</summary>
public sealed class LivePages(LoopKeeper keeper)
{
    private const int MostDue = 12;

    /// <summary>The portfolio with what is due and overdue, or null until the first look is over.</summary>
    public string? Portfolio()
    {
        var view = keeper.View;
        if (view.Workspace is not { } workspace || view.Version == 0) return null;
        var evidence = view.Cycles.Values.Select(c => c.Evidence).OfType<CycleEvidence>().OrderBy(e => e.Id, StringComparer.Ordinal).ToList();
        var overdue = workspace.Cycles.SelectMany(c => Overdue.Of(c, view.AsOf).Select(o => new Promise(c, o.What, o.Who, o.Due))).OrderBy(p => p.Date);
        var due = workspace.Cycles.Where(c => view.Next.ContainsKey(c.Id)).Select(c => new Promise(c, view.Next[c.Id].Why, c.People.Owner, view.Next[c.Id].Date)).OrderBy(p => p.Date).Take(MostDue);
        return new IndexRenderer(keeper.Templates).Render(new IndexInput(workspace, view.AsOf, evidence) { Live = new LivePortfolio([.. overdue], [.. due], [.. Foreign(view), .. view.Faults.Where(d => d.Severity == Severity.Error).Select(Line)]) });
    }

    /// <summary>The page of a loop, or null where there is none of that id.</summary>
    public string? Loop(string id)
    {
        var view = keeper.View;
        if (view.Workspace?.Cycles.FirstOrDefault(c => c.Id == id) is not { } cycle) return null;
        var result = view.Cycles.GetValueOrDefault(id);
        return new LoopRenderer(keeper.Templates).Render(new LoopInput
        {
            Workspace = view.Workspace,
            Cycle = cycle,
            Evidence = result?.Evidence,
            AsOf = view.AsOf,
            Next = view.Next.TryGetValue(id, out var next) ? next : null,
            Overdue = [.. Overdue.Of(cycle, view.AsOf)],
            SheetAsOf = view.Foreign.TryGetValue(id, out var date) ? date : null,
            Kept = KeptPages.DatesOf(keeper.Folder, id),
            Log = [.. Log(cycle, result?.Notes ?? CycleNotes.None, result?.Evidence, view.AsOf).OrderByDescending(e => e.Date)],
        });
    }

    /// <summary>The sheet of a cycle as it lies on disk, or as it was kept on a date.</summary>
    public byte[]? Sheet(string id, DateOnly? asOf)
    {
        if (keeper.View.Workspace?.Cycles.Any(c => c.Id == id) != true) return null;
        if (asOf is { } date) return KeptPages.Find(keeper.Folder, id, date)?.Page;
        return Read(Path.Combine(keeper.OutFolder, "a3", $"{id}.html"));
    }

    /// <summary>The list of workspaces that one host serves.</summary>
    /// <param name="sites">Link, title and what is to be said of each.</param>
    public string Home(IReadOnlyList<(string Href, string Title, string Text)> sites) => new LoopRenderer(keeper.Templates).RenderHome(sites);

    /// <summary>A page that says one thing.</summary>
    public string Plain(PlainInput input) => new LoopRenderer(keeper.Templates).RenderPlain(input);

    /// <summary>A page with what keeps the workspace from being read.</summary>
    public string Unreadable() => Plain(new PlainInput("This workspace cannot be read", "It is looked at again as soon as a file changes.", [.. keeper.View.Faults.Select(Line)]));

    /// <summary>The results of all cycles as JSON, as they lie on disk.</summary>
    public byte[]? Results() => Read(Path.Combine(keeper.OutFolder, "results.json"));

    private static byte[]? Read(string path) => File.Exists(path) ? File.ReadAllBytes(path) : null;

    private static IEnumerable<string> Foreign(LoopView view) => view.Foreign.GroupBy(f => f.Value).Select(same => string.Create(CultureInfo.InvariantCulture,
        $"Another run wrote {(same.Count() == 1 ? $"the sheet of {same.First().Key}" : $"the sheets of {same.Count()} loops")} as of {same.Key:d MMMM yyyy}; 'kaizen run' brings back today's."));

    private static string Line(Diagnostic fault) =>
        (fault.Span is { } span ? string.Create(CultureInfo.InvariantCulture, $"{span.File}:{span.Line}:{span.Column}: ") : "") + $"{fault.Message} ({fault.Code}{(fault.Hint is null ? "" : $": {fault.Hint}")})";

    private IEnumerable<LoopEvent> Log(Cycle cycle, CycleNotes notes, CycleEvidence? evidence, DateOnly asOf)
    {
        foreach (var closing in keeper.ClosingsOf(cycle.Id, ClosingLog.Most))
            yield return new LoopEvent(closing.AsOf, closing.Concluded ? "closed" : "not concluded", null,
                closing.Due == closing.AsOf ? closing.Why : $"{closing.Why}, due {closing.Due.ToString("d MMM yyyy", CultureInfo.InvariantCulture)}");
        if (evidence?.Locked is { } locked) yield return new LoopEvent(locked.Date, "locked", null, $"predictions, hash {locked.Hash[..12]}");
        foreach (var question in notes.Questions)
        {
            yield return new LoopEvent(question.Date, "asked", question.By, question.Text);
            foreach (var answer in question.Answers) yield return new LoopEvent(answer.Date, "answered", answer.By, answer.Text);
        }

        foreach (var sign in notes.SignOffs) yield return new LoopEvent(sign.Date, "signed", sign.By, sign.Gate);
        foreach (var entry in cycle.Do.Log.Where(l => l.Date <= asOf)) yield return new LoopEvent(entry.Date!.Value, "noted", entry.By, entry.Text);
        foreach (var deviation in cycle.Do.Deviations.Where(d => d.Date <= asOf)) yield return new LoopEvent(deviation.Date!.Value, "deviation", cycle.People.Owner, deviation.What);
        foreach (var seen in cycle.Plan.Observed.Where(o => o.Date <= asOf)) yield return new LoopEvent(seen.Date!.Value, "seen", seen.By, seen.What);
        if (evidence?.Decision is { Date: { } decided } decision) yield return new LoopEvent(decided, "decided", cycle.People.Sponsor, $"{decision.Decision}{(decision.Because is null ? "" : $": {decision.Because}")}");
    }
}
