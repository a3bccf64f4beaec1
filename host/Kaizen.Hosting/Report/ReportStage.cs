using System.Text;
using Kaizen.Core;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Hosting.Runs;
using Kaizen.Reports;
using Kaizen.Store;
using Kaizen.Store.Evidence;

namespace Kaizen.Hosting.Report;

/// <summary>The report stage: evidence and definitions to A3s, the index and <c>results.json</c>. Renders only what changed.</summary>
internal sealed class ReportStage
{
    private readonly Lazy<TemplateFolder> templates = new(TemplateFolder.BuiltIn);

    /// <summary>The files that need writing. A run of selected cycles leaves the index and the results of all as they are.</summary>
    public IReadOnlyList<Page> Pages(RunRequest request, RunResult result, EvidenceStore store, DiagnosticBag faults)
    {
        var pages = new List<Page>();
        var workspace = result.Workspace!;
        var shared = Shared(workspace);
        var shown = result.Cycles.Where(c => c.Evidence is not null).ToList();
        var addresses = shown.ToDictionary(c => c.Cycle.Id, c => Sha.Of(Core.Checking.EvidenceJson.ToBytes(c.Evidence!)));
        try
        {
            foreach (var cycle in shown)
            {
                var pictures = PictureFiles.Of(workspace, cycle.Cycle, faults);
                Add($"a3/{cycle.Cycle.Id}.html", [.. shared, ("evidence", addresses[cycle.Cycle.Id]), .. Pictures(pictures)],
                    () => new A3Renderer(templates.Value).Render(new A3Input(workspace, cycle.Cycle, cycle.Evidence!) { Pictures = pictures }));
            }

            if (request.Selectors.Count == 0)
                Add("index.html", [.. shared, ("date", $"{result.AsOf:O}"), ("evidence", Sha.Of(string.Join(' ', addresses.Values)))],
                    () => new IndexRenderer(templates.Value).Render(new IndexInput(workspace, result.AsOf, result.Evidence)));
        }
        catch (TemplateException fault)
        {
            faults.AddRange(fault.Diagnostics);
        }

        if (request.Selectors.Count == 0)
        {
            var text = ResultsJson.ToText(workspace, result.AsOf, result.Evidence, faults.All) + "\n";
            Add("results.json", [("results", Sha.Of(text))], () => text);
        }

        return pages;

        void Add(string name, IReadOnlyList<(string Name, string Hash)> from, Func<string> render)
        {
            var inputs = new PageInputs(from);
            var path = Path.Combine(request.OutFolder, name.Replace('/', Path.DirectorySeparatorChar));
            if (Page.Stale(path, inputs, store) is { } because) pages.Add(new Page(name, path, inputs, because, Encoding.UTF8.GetBytes(render())));
        }
    }

    private static IEnumerable<(string Name, string Hash)> Pictures(IReadOnlyDictionary<string, PictureData> pictures) =>
        pictures.Select(p => ($"picture {p.Key}", Sha.Of(p.Value.Bytes)));

    /// <summary>What sheets show of the workspace and of each other: names of people, titles and decisions of neighbours.</summary>
    private List<(string Name, string Hash)> Shared(Workspace workspace) =>
    [
        ("engine", $"{EngineVersion.Build} {typeof(A3Renderer).Module.ModuleVersionId:N}"),
        ("templates", templates.Value.Hash),
        ("title", Sha.Of($"{workspace.Name}\n{workspace.Title}")),
        ("people", Sha.Of(string.Join('\n', workspace.People.Values.OrderBy(p => p.Id, StringComparer.Ordinal)))),
        ("definitions", Sha.Of(string.Join('\n', workspace.Cycles.Select(c => $"{c.Id} {c.DefinitionHash}")))),
    ];
}
