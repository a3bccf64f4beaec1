using Kaizen.Core;
using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Core.Plugins;
using Kaizen.Measuring;
using Kaizen.Store;
using Kaizen.Store.Evidence;

namespace Kaizen.Hosting.Record;

/// <summary>Names and fingerprints of everything a conclusion on a cycle rests on.</summary>
internal static class InputsOf
{
    /// <summary>The inputs, or null where a source cannot say whether it changed.</summary>
    public static Inputs? Cycle(Cycle cycle, DateOnly factsAsOf, LockState? locked, Opened opened)
    {
        var parts = new Dictionary<string, string>
        {
            ["engine"] = $"{EngineVersion.Build} {typeof(Measurer).Module.ModuleVersionId:N}",
            ["definition"] = cycle.DefinitionHash,
            ["facts as of"] = factsAsOf.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            ["lock"] = locked is null ? "" : Sha.Of($"{locked.Date:O} {locked.Hash} {locked.Changed} {locked.DaysLate} {locked.Recorded:O}"),
        };
        // The state rests on them, and they on words and thresholds that are set up elsewhere.
        if (cycle.Shut.Count > 0) parts["gates that are shut"] = string.Join(' ', cycle.Shut);
        foreach (var name in cycle.Metrics.SelectMany(m => m.Sources).Select(s => s.Name).Distinct())
        {
            var source = opened.Sources[name];
            if (source.Fingerprint is null) return null;
            parts[$"rows of {name}"] = source.Fingerprint;
            parts[$"plugin of {name}"] = source.Plugin;
        }

        foreach (var metric in cycle.Metrics.Where(m => m.Measure.Plugin is not null)) parts[$"plugin of metric {metric.Name}"] = opened.Metrics[metric].Plugin;
        return new Inputs(parts);
    }
}
