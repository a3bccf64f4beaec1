using System.Text;
using Kaizen.Core;
using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Lint;
using Kaizen.Hosting.Define;
using Kaizen.Hosting.Record;
using Kaizen.Hosting.Runs;
using Kaizen.Reports;
using Kaizen.Store;
using Kaizen.Store.Evidence;

namespace Kaizen.Hosting.Report;

/// <summary>The report stage: evidence and definitions to A3s, the index and <c>results.json</c>. Renders only what changed.</summary>
internal sealed class ReportStage
{
    private readonly Lazy<TemplateFolder> templates = new(TemplateFolder.BuiltIn);

    /// <summary>Reads the templates ahead of the first sheet.</summary>
    public void Prepare()
    {
        try
        {
            templates.Value.Prepare();
        }
        catch (TemplateException)
        {
            // The first sheet meets the same fault and tells it.
        }
    }

    /// <summary>The files that need writing. A run of selected cycles leaves the index and the results of all as they are.</summary>
    public IReadOnlyList<Page> Pages(RunRequest request, RunResult result, (EvidenceStore Store, Today Today) kept, DiagnosticBag faults)
    {
        var store = kept.Store;
        var workspace = result.Workspace!;
        var all = Portfolio(request, result, store);
        var stale = new List<Pending>();
        try
        {
            foreach (var cycle in result.Cycles.Where(c => c.Evidence is not null))
            {
                var (id, sheet) = (cycle.Cycle.Id, SheetOf(workspace, cycle, faults));
                Add($"a3/{id}.html", Inputs(sheet), () => Render(sheet), !kept.Today.IsKept ? null : new(
                    (bytes, folders) => KeptPages.Keep(request.Folder, id, new KeptPage(result.AsOf, bytes, RestsOn(sheet, cycle.Inputs).Text), kept.Today.IsOpen, folders),
                    // A page that somebody deleted, or a run for days ahead did not keep, would else be missed for as long as nothing changes.
                    () => !KeptPages.DatesOf(request.Folder, id).Any(d => d <= result.AsOf)));
            }

            if (all is not null)
                Add("index.html", new([.. Shared(workspace), new("date", $"{result.AsOf:O}"), new("evidence", Sha.Of(string.Join(' ', all.Select(Address))))]),
                    () => new IndexRenderer(templates.Value).Render(new IndexInput(workspace, result.AsOf, all)));
        }
        catch (TemplateException fault)
        {
            faults.AddRange(fault.Diagnostics);
        }

        var pages = Rendered(stale, faults);
        if (all is null) return pages;
        // Last, since it tells what rendering found.
        stale.Clear();
        var text = ResultsJson.ToText(workspace, result.AsOf, Reviewed(result, all), faults.All) + "\n";
        Add("results.json", new([new("results", Sha.Of(text))]), () => text);
        return [.. pages, .. Rendered(stale, faults)];

        void Add(string name, PageInputs inputs, Func<string> render, Keeping? keep = null)
        {
            var path = Path.Combine(request.OutFolder, name.Replace('/', Path.DirectorySeparatorChar));
            if ((Page.Stale(path, inputs, store) ?? (keep?.IsMissing() == true ? Page.ItsHistory : null)) is { } because) stale.Add(new Pending(name, path, inputs, because, render, keep?.Keep));
        }
    }

    /// <summary>Renders side by side: sheets share nothing but parsed templates, which hold no state. Of faulty templates the first sheet that meets one tells.</summary>
    private static List<Page> Rendered(List<Pending> pending, DiagnosticBag faults)
    {
        var pages = new Page[pending.Count];
        var broken = new TemplateException?[pending.Count];
        Parallel.For(0, pending.Count, i =>
        {
            try
            {
                var p = pending[i];
                pages[i] = new Page(p.Name, p.Path, p.Inputs, p.Because, Encoding.UTF8.GetBytes(p.Render())) { Keep = p.Keep };
            }
            catch (TemplateException fault)
            {
                broken[i] = fault;
            }
        });
        var first = Array.FindIndex(broken, b => b is not null);
        if (first < 0) return [.. pages];
        faults.AddRange(broken[first]!.Diagnostics);
        return [.. pages.Take(first)];
    }

    /// <summary>How a page is kept for its as-of date, and whether nothing is kept of it up to that date.</summary>
    private sealed record Keeping(Func<byte[], FolderFlush, bool> Keep, Func<bool> IsMissing);

    /// <summary>A page that is stale and not rendered yet.</summary>
    private sealed record Pending(string Name, string Path, PageInputs Inputs, IReadOnlyList<string> Because, Func<string> Render, Func<byte[], FolderFlush, bool>? Keep);

    /// <summary>The evidence of all cycles, by id, or null where the portfolio stays as it is.</summary>
    private static IReadOnlyList<CycleEvidence>? Portfolio(RunRequest request, RunResult result, EvidenceStore store)
    {
        if (!request.RenewsPortfolio) return request.Selectors.Count == 0 ? result.Evidence : null;
        var fresh = result.Cycles.ToDictionary(c => c.Cycle.Id, c => c.Evidence);
        return [.. result.Workspace!.Cycles.Select(c => fresh.GetValueOrDefault(c.Id) ?? OnRecord.Last(store, c.Id)).OfType<CycleEvidence>()];
    }

    /// <summary>Conclusions with what the method asks; of cycles that are not in this run, from what is on record.</summary>
    private static IReadOnlyList<(CycleEvidence, MethodReview)> Reviewed(RunResult result, IReadOnlyList<CycleEvidence> all)
    {
        var fresh = result.Cycles.ToDictionary(c => c.Cycle.Id, c => c.Review);
        var workspace = result.Workspace!;
        var around = (Loops.Of(workspace), workspace.Lint);
        var cycles = workspace.Cycles.ToDictionary(c => c.Id, StringComparer.Ordinal);
        return [.. all.Select(e => (e, fresh.GetValueOrDefault(e.Id) ?? MethodReview.Of(cycles[e.Id], around, result.AsOf, CycleNotes.None, e)))];
    }

    /// <summary>What the sheet of a cycle that has evidence is made of; a picture that cannot be shown is told.</summary>
    public static A3Input SheetOf(Workspace workspace, CycleResult cycle, DiagnosticBag faults) =>
        new(workspace, cycle.Cycle, cycle.Evidence!) { Notes = cycle.Notes, Review = cycle.Review, Pictures = PictureFiles.Of(workspace, cycle.Cycle, faults) };

    /// <summary>The sheet as a page.</summary>
    /// <exception cref="TemplateException">A template failed; its diagnostics say where.</exception>
    public string Render(A3Input sheet) => new A3Renderer(templates.Value).Render(sheet);

    /// <summary>Everything a sheet rests on, down to the rows, so that a later look can say what changed.</summary>
    public PageInputs RestsOn(A3Input sheet, Inputs? evidence) =>
        new([.. (evidence?.Parts ?? new Dictionary<string, string>()).Select(p => new PagePart(p.Key, p.Value)).OrderBy(p => p.Name, StringComparer.Ordinal),
            .. Inputs(sheet).Parts.Where(p => p.Name is not ("engine" or "evidence"))]);

    private PageInputs Inputs(A3Input sheet) =>
        new([.. Shared(sheet.Workspace), new("notes", sheet.Notes.Fingerprint()), new("evidence", Address(sheet.Evidence)), new("lint", sheet.Review.Fingerprint()), .. Pictures(sheet.Pictures)]);

    private static string Address(CycleEvidence evidence) => Sha.Of(EvidenceJson.ToBytes(evidence));

    private static IEnumerable<PagePart> Pictures(IReadOnlyDictionary<string, PictureData> pictures) =>
        pictures.Select(p => new PagePart($"picture {p.Key}", Sha.Of(p.Value.Bytes)));

    /// <summary>What sheets show of the workspace and of each other: names of people, titles and decisions of neighbours.</summary>
    private List<PagePart> Shared(Workspace workspace) =>
    [
        new("engine", $"{EngineVersion.Build} {typeof(A3Renderer).Module.ModuleVersionId:N}"),
        new("templates", templates.Value.Hash),
        new("title", Sha.Of($"{workspace.Name}\n{workspace.Title}")),
        new("people", Sha.Of(string.Join('\n', workspace.People.Values.OrderBy(p => p.Id, StringComparer.Ordinal)))),
        new("definitions", Sha.Of(string.Join('\n', workspace.Cycles.Select(c => $"{c.Id} {c.DefinitionHash}")))),
    ];
}
