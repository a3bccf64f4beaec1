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
        var shared = Digest(workspace);
        var shown = result.Cycles.Where(c => c.Evidence is not null).ToList();
        var addresses = shown.ToDictionary(c => c.Cycle.Id, c => Sha.Of(Core.Checking.EvidenceJson.ToBytes(c.Evidence!)));
        try
        {
            foreach (var cycle in shown)
                Add($"a3/{cycle.Cycle.Id}.html", $"{shared} {addresses[cycle.Cycle.Id]}",
                    () => new A3Renderer(templates.Value).Render(new A3Input(workspace, cycle.Cycle, cycle.Evidence!)));
            if (request.Selectors.Count == 0)
                Add("index.html", $"{shared} {result.AsOf:O} {string.Join(' ', addresses.Values)}",
                    () => new IndexRenderer(templates.Value).Render(new IndexInput(workspace, result.AsOf, result.Evidence)));
        }
        catch (TemplateException fault)
        {
            faults.AddRange(fault.Diagnostics);
        }

        if (request.Selectors.Count == 0)
        {
            var bytes = Encoding.UTF8.GetBytes(ResultsJson.ToText(workspace, result.AsOf, result.Evidence, faults.All) + "\n");
            var path = Path.Combine(request.OutFolder, "results.json");
            if (!Page.IsCurrent(path, Sha.Of(bytes), store)) pages.Add(new Page("results.json", path, Sha.Of(bytes), bytes));
        }

        return pages;

        void Add(string name, string from, Func<string> render)
        {
            var key = Sha.Of($"{EngineVersion.Build} {typeof(A3Renderer).Module.ModuleVersionId:N} {templates.Value.Hash} {from}");
            var path = Path.Combine(request.OutFolder, name.Replace('/', Path.DirectorySeparatorChar));
            if (!Page.IsCurrent(path, key, store)) pages.Add(new Page(name, path, key, Encoding.UTF8.GetBytes(render())));
        }
    }

    /// <summary>What sheets show of the workspace and of each other: names of people, titles and decisions of neighbours.</summary>
    private static string Digest(Workspace workspace)
    {
        var text = new StringBuilder().Append(workspace.Name).Append('\n').Append(workspace.Title).Append('\n');
        foreach (var person in workspace.People.Values.OrderBy(p => p.Id, StringComparer.Ordinal)) text.Append(person).Append('\n');
        foreach (var cycle in workspace.Cycles) text.Append(cycle.Id).Append(' ').Append(cycle.DefinitionHash).Append('\n');
        return Sha.Of(text.ToString());
    }
}
