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

    /// <summary>The portfolio with what is due and overdue, or null until the definitions could be read. During the first look it is what they tell.</summary>
    public string? Portfolio()
    {
        var view = keeper.View;
        if (view.Workspace is not { } workspace) return null;
        var evidence = view.Cycles.Values.Select(c => c.Evidence).OfType<CycleEvidence>().OrderBy(e => e.Id, StringComparer.Ordinal).ToList();
        var overdue = workspace.Cycles.SelectMany(c => Overdue.Of(c, view.AsOf).Select(o => new Promise(c, o.What, o.Who, o.Due))).OrderBy(p => p.Date);
        var due = workspace.Cycles.Where(c => view.Next.ContainsKey(c.Id)).Select(c => new Promise(c, view.Next[c.Id].Why, c.People.Owner, view.Next[c.Id].Date)).OrderBy(p => p.Date).Take(MostDue);
        return new IndexRenderer(keeper.Templates).Render(new IndexInput(workspace, view.AsOf, evidence) { Live = new LivePortfolio([.. overdue], [.. due], [.. Foreign(view), .. view.Faults.Where(d => d.Severity == Severity.Error).Select(Line)]) { Measuring = !view.Settled } });
    }

    /// <summary>The page of a loop, or null where there is none of that id. Of one whose file is faulty now, what was read of it last.</summary>
    public string? Loop(string id)
    {
        var view = keeper.View;
        if (!Knows(view, id)) return null;
        var result = view.Cycles.GetValueOrDefault(id);
        if (view.Workspace is not { } workspace || (workspace.Cycles.FirstOrDefault(c => c.Id == id) ?? result?.Cycle) is not { } cycle) return KeptOnly(view, id);
        return new LoopRenderer(keeper.Templates).Render(new LoopInput
        {
            Workspace = workspace,
            Cycle = cycle,
            Evidence = result?.Evidence,
            HasSheet = File.Exists(SheetOf(id)),
            AsOf = view.AsOf,
            Next = view.Next.TryGetValue(id, out var next) ? next : null,
            Overdue = [.. Overdue.Of(cycle, view.AsOf)],
            Faults = Beside(id),
            Kept = KeptPages.DatesOf(keeper.Folder, id),
            Log = [.. Log(cycle, result?.Notes ?? CycleNotes.None, result?.Evidence, view.AsOf).OrderByDescending(e => e.Date)],
        });
    }

    /// <summary>The sheet of a cycle as it lies on disk, or as it was kept on a date.</summary>
    public byte[]? Sheet(string id, DateOnly? asOf)
    {
        if (!Knows(keeper.View, id)) return null;
        if (asOf is { } date) return KeptPages.Find(keeper.Folder, id, date)?.Page;
        return OpenFile.BytesIfAny(SheetOf(id));
    }

    /// <summary>What a reader of a loop's sheet has to know beside it: whose it is, and why it is not renewed.</summary>
    public IReadOnlyList<string> Beside(string id)
    {
        var view = keeper.View;
        // What is wrong with the file of a family is wrong with each of its loops.
        var family = (view.Workspace?.Cycles.FirstOrDefault(c => c.Id == id) ?? view.Cycles.GetValueOrDefault(id)?.Cycle)?.FamilyOf ?? id;
        var faults = view.Diagnostics.Where(d => (d.Cycle == id || d.Cycle == family) && d.Severity == Severity.Error).Concat(view.Failing.GetValueOrDefault(id) ?? []).Select(Line).Distinct();
        return view.Foreign.TryGetValue(id, out var date) ? [$"This is another run's sheet, {AsOf(date)}; 'kaizen run' brings back today's.", .. faults] : [.. faults];
    }

    /// <summary>The list of workspaces that one host serves.</summary>
    /// <param name="sites">Link, title and what is to be said of each.</param>
    public string Home(IReadOnlyList<(string Href, string Title, string Text)> sites) => new LoopRenderer(keeper.Templates).RenderHome(sites);

    /// <summary>A page that says one thing.</summary>
    public string Plain(PlainInput input) => new LoopRenderer(keeper.Templates).RenderPlain(input);

    /// <summary>A page with what keeps the workspace from being read.</summary>
    public string Unreadable() => Plain(new PlainInput("This workspace cannot be read", "It is looked at again as soon as a file changes.", [.. keeper.View.Faults.Select(Line)]));

    /// <summary>The results of all cycles as JSON, as they lie on disk.</summary>
    public byte[]? Results() => OpenFile.BytesIfAny(Path.Combine(keeper.OutFolder, "results.json"));

    private string SheetOf(string id) => Path.Combine(keeper.OutFolder, "a3", $"{id}.html");

    /// <summary>Whether there is such a loop: as it is read now, with a faulty file, or as it was read last.</summary>
    private static bool Knows(LoopView view, string id) => view.Workspace is { } workspace
        ? workspace.Cycles.Any(c => c.Id == id) || workspace.Faulty.Any(f => f.Id == id) || view.Cycles.ContainsKey(id)
        // Of a workspace that could never be read, whatever pages lie there, by their plain names.
        : id.Length > 0 && id[0] != '.' && id.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.');

    /// <summary>The page of a loop of which nothing was read since the host began: its faults and its sheets.</summary>
    private string? KeptOnly(LoopView view, string id)
    {
        var kept = KeptPages.DatesOf(keeper.Folder, id).Select(d => ($"../a3/{Uri.EscapeDataString(id)}.html?as-of={d:yyyy-MM-dd}", string.Create(CultureInfo.InvariantCulture, $"Sheet of {d:d MMMM yyyy}"))).ToList();
        if (File.Exists(SheetOf(id))) kept.Insert(0, ($"../a3/{Uri.EscapeDataString(id)}.html", "The last A3"));
        if (view.Workspace is null && kept.Count == 0) return null;
        var faults = Beside(id);
        return Plain(new PlainInput(id, "Its file cannot be read now; sheets that were kept stay.", faults.Count > 0 ? faults : [.. view.Faults.Select(Line)]) { Links = kept });
    }

    private static string AsOf(DateOnly? date) => date is { } day ? string.Create(CultureInfo.InvariantCulture, $"as of {day:d MMMM yyyy}") : "date unknown";

    private static IEnumerable<string> Foreign(LoopView view) => view.Foreign.GroupBy(f => f.Value).Select(same =>
        $"Another run wrote {(same.Count() == 1 ? $"the sheet of {same.First().Key}" : $"the sheets of {same.Count()} loops")}{(same.Key is null ? ", " : " ")}{AsOf(same.Key)}; 'kaizen run' brings back today's.");

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
