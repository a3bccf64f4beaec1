using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.PluginHost;

namespace Kaizen.Hosting.Define;

/// <summary>
/// What is wrong with the options of sources and of plugins' metrics, before anything is read. Only code that came with Kaizen is
/// run for it: a stranger's files are looked at before anybody trusts the plugins among them.
/// </summary>
internal static class OptionReview
{
    /// <summary>Judges what is written.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="cycles">The cycles that are meant, or null for all of them and all sources.</param>
    /// <param name="faults">Receives what is wrong.</param>
    /// <returns>The plugins from elsewhere, whose options were not judged.</returns>
    public static IReadOnlyList<string> Judge(Workspace workspace, IReadOnlyList<Cycle>? cycles, DiagnosticBag faults)
    {
        using var plugins = new WorkspacePlugins(PluginLoading.Once);
        var here = plugins.Of(workspace.Folder);
        faults.AddRange(here.Faults);
        var sources = cycles is null ? workspace.Sources.Values : cycles.SelectMany(c => c.Metrics).SelectMany(m => m.Sources).DistinctBy(s => s.Name);
        var others = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var source in sources.OrderBy(s => s.Name, StringComparer.Ordinal))
            if (CameWithKaizen(here, source.Use)) here.Catalogue.Open(source, workspace.Folder, faults);
            else others.Add(IdOf(source.Use));
        foreach (var (cycle, metric) in (cycles ?? workspace.Cycles).SelectMany(c => c.Metrics.Where(m => m.Measure.Plugin is not null).Select(m => (c, m))))
        {
            var use = metric.Measure.Plugin!.Use;
            if (!CameWithKaizen(here, use))
            {
                others.Add(IdOf(use));
                continue;
            }


            var own = new DiagnosticBag();
            here.Catalogue.Open(metric, workspace.Folder, own);
            faults.AddRange(own.All.Select(d => d with { Cycle = cycle.Id }));
        }

        return [.. others];
    }

    /// <summary>One that is nowhere does too: that can be told.</summary>
    private static bool CameWithKaizen(PluginsAtHand here, Written use) =>
        here.Found.FirstOrDefault(f => f.Id == IdOf(use)) is null or { Origin: PluginOrigin.Install };

    private static string IdOf(Written use) => use.Text.Split('/')[0];
}
