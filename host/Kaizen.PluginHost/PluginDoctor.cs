using Kaizen.Core.Plugins;

namespace Kaizen.PluginHost;

/// <summary>
/// Goes the way that a plugin takes until it is loaded and says of each step whether it holds. Of a plugin that nobody
/// vouches for nothing but the manifest is read, here as anywhere.
/// </summary>
public static class PluginDoctor
{
    private const string Rest = "its code";

    /// <summary>The steps, in their order.</summary>
    /// <param name="found">The plugin's folder.</param>
    /// <param name="installed">The plugin where Kaizen looks for it, or null where it lies elsewhere.</param>
    public static IReadOnlyList<PluginCheck> Examine(FoundPlugin found, InstalledPlugin? installed)
    {
        var checks = new List<PluginCheck> { Pass("the folder has a plugin.yaml") };
        if (found.Manifest is not { } manifest)
        {
            checks.Add(Fail("plugin.yaml is right", found.Faults.Count == 1 ? "it has a fault" : $"it has {found.Faults.Count} faults", "mend the lines that are named"));
            return [.. checks, new PluginCheck(Rest, CheckOutcome.NotLooked)];
        }

        checks.Add(Pass("plugin.yaml is right", $"{manifest.Id} {manifest.Version}"));
        if (installed is null) checks.Add(Fail("it lies where Kaizen looks", "it is in none of the folders", "copy the folder into 'plugins' of the workspace, then run 'kaizen plugin lock'"));
        else checks.Add(Pass("it lies where Kaizen looks"));
        if (installed?.State is PluginState.Blocked blocked)
            return [.. checks, Fail("it counts and is vouched for", blocked.Reason, blocked.WayOut), new PluginCheck(Rest, CheckOutcome.NotLooked)];
        if (installed is null) return [.. checks, new PluginCheck(Rest, CheckOutcome.NotLooked)];
        checks.Add(Pass("it counts and is vouched for", installed.Origin == PluginOrigin.Install ? "it came with Kaizen" : "every file is as plugins.lock holds it"));
        checks.Add(installed.State is PluginState.Incompatible incompatible
            ? Fail("it works with this contract", incompatible.Why, incompatible.WayOut)
            : Pass("it works with this contract", $"version {PluginContract.Version}"));
        if (AddAssembly(checks, manifest)) AddCode(checks, manifest, installed.State);
        checks.Add(OfState(installed.State));
        return checks;
    }

    private static bool AddAssembly(List<PluginCheck> checks, PluginManifest manifest)
    {
        var file = Path.Combine(manifest.Folder, manifest.Assembly);
        const string There = "its assembly is there and is one for this .NET";
        if (!File.Exists(file))
        {
            checks.Add(Fail(There, $"the folder has no {manifest.Assembly}", LoadFault.NoAssembly(manifest).WayOut));
            return false;
        }

        try
        {
            if (PluginReferences.References(file).Count == 0)
                checks.Add(Fail(There, $"{manifest.Assembly} is no .NET assembly", LoadFault.NameAssembly));
            else if (PluginReferences.Newer(file) is { } newer)
                checks.Add(Fail(There, newer, LoadFault.ForThisNet));
            else
                checks.Add(Pass(There, manifest.Assembly));
        }
        catch (Exception fault) when (fault is BadImageFormatException or IOException or UnauthorizedAccessException)
        {
            checks.Add(Fail(There, $"{manifest.Assembly} cannot be read as one", LoadFault.CopyAgain));
        }

        return checks[^1].Outcome == CheckOutcome.Passed;
    }

    private static void AddCode(List<PluginCheck> checks, PluginManifest manifest, PluginState state)
    {
        try
        {
            checks.AddRange(OfCode(manifest, state));
        }
        catch (Exception fault)
        {
            // What reads the tables of a damaged assembly throws whatever it stumbles over.
            checks.Add(Fail("its files can be read", LoadFault.Unreadable(manifest) is { } file ? $"{file} is damaged" : fault.Message.TrimEnd('.'), LoadFault.CopyAgain));
        }
    }

    private static IEnumerable<PluginCheck> OfCode(PluginManifest manifest, PluginState state)
    {
        // What is not there hurts only where it is asked for: of a plugin that loads it is a doubt.
        var missing = state is PluginState.Loaded ? CheckOutcome.Doubtful : CheckOutcome.Failed;
        var needs = PluginNeeds.Of(manifest);
        yield return needs.Forbidden is { } forbidden
            ? Fail("it refers to Kaizen.Abstractions and nothing else of Kaizen", forbidden, LoadFault.OnlyTheContract)
            : needs.HasContract ? Pass("it refers to Kaizen.Abstractions and nothing else of Kaizen")
            : Fail("it refers to Kaizen.Abstractions and nothing else of Kaizen", $"{manifest.Assembly} does not refer to it, so it holds no plugin", LoadFault.NameAssembly);
        yield return needs.Libraries.Count == 0
            ? Pass("the libraries that it needs are there")
            : new PluginCheck("the libraries that it needs are there", missing, string.Join("; ", needs.Libraries), LoadFault.WithLibraries);
        yield return needs.Natives.Count == 0
            ? Pass("the native libraries that it needs are there")
            : new PluginCheck("the native libraries that it needs are there", missing, string.Join("; ", needs.Natives), LoadFault.WithNatives);
    }

    private static PluginCheck OfState(PluginState state) => state switch
    {
        PluginState.Loaded loaded => Pass("it loads", $"it offers {Counted(loaded.Offers.OfType<Offer.OfSource>().Count(), "source")} and {Counted(loaded.Offers.OfType<Offer.OfMetric>().Count(), "metric")}"),
        PluginState.Faulty faulty => Fail("it loads", faulty.Reason, faulty.WayOut),
        _ => new PluginCheck("it loads", CheckOutcome.NotLooked),
    };

    private static string Counted(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";

    private static PluginCheck Pass(string what, string? words = null) => new(what, CheckOutcome.Passed, words);

    private static PluginCheck Fail(string what, string words, string wayOut) => new(what, CheckOutcome.Failed, words, wayOut);
}
