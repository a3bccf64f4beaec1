using Kaizen.Core.Diagnostics;
using Kaizen.Hosting.Runs;
using Kaizen.PluginHost;
using Kaizen.Store;

namespace Kaizen.Hosting.Plugins.Cases;

/// <summary>Runs the test cases of a plugin: folders with a cycle, the files that it reads, and what it has to give.</summary>
public static class PluginCases
{
    private const string Folder = "testcases";

    /// <summary>Runs all of them in the order of their names, each in a workspace of its own.</summary>
    /// <param name="plugin">The plugin's folder: its source, or what is copied into a workspace.</param>
    /// <param name="update">Whether what a case gives is written down as what is expected.</param>
    /// <param name="faults">Receives what keeps all of them, or one, from being run.</param>
    /// <param name="progress">Told of the case at hand.</param>
    /// <param name="cancellation">Stops between cases and within.</param>
    public static async Task<IReadOnlyList<CaseResult>> RunAsync(string plugin, bool update, DiagnosticBag faults, IProgress<RunProgress> progress, CancellationToken cancellation)
    {
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(plugin));
        if (BuiltPlugin.Find(folder, faults) is not { } built) return [];
        var cases = Directory.Exists(Path.Combine(folder, Folder)) ? Directory.GetDirectories(Path.Combine(folder, Folder)) : [];
        if (cases.Length == 0) faults.Add(Catalogue.NoTestCases.At(null, plugin));
        var results = new List<CaseResult>();
        foreach (var one in cases.Order(StringComparer.Ordinal))
            try
            {
                results.Add(await RunAsync(one, built, update, progress, cancellation).ConfigureAwait(false));
            }
            catch (Exception fault) when (fault is FormatException or IOException or UnauthorizedAccessException)
            {
                faults.Add(Catalogue.TestCaseUnfit.At(null, Path.GetFileName(one), fault.Message.TrimEnd('.')));
                results.Add(new CaseResult(Path.GetFileName(one), CaseOutcome.Unfit, [], []));
            }
            catch (CaseFault fault)
            {
                faults.Add(fault.Diagnostic);
                results.Add(new CaseResult(Path.GetFileName(one), CaseOutcome.Unfit, [], []));
            }

        return results;
    }

    private static async Task<CaseResult> RunAsync(string testCase, FoundPlugin plugin, bool update, IProgress<RunProgress> progress, CancellationToken cancellation)
    {
        var (name, file) = (Path.GetFileName(testCase), Path.Combine(testCase, CaseFile.Name));
        if (!update && !File.Exists(file)) throw new FormatException($"it has no {CaseFile.Name}; 'kaizen plugin test --update' writes it");
        var expected = File.Exists(file) ? ReadExpected(file) : null;
        using var workspace = CaseWorkspace.Of(testCase, plugin);
        var run = await KaizenHost.TryAsync(workspace.Folder, plugin, progress, cancellation).ConfigureAwait(false);
        if (run.Workspace is { AsOf: null }) throw new FormatException("its kaizen.yaml states no 'as_of', so that another day might give something else");
        var given = CaseValues.Of(run, expected?.Tolerance ?? 0);
        var told = run.Diagnostics.Where(CaseValues.Counts).ToList();
        if (update)
        {
            AtomicFile.Write(file, CaseFile.ToBytes(given));
            return new CaseResult(name, CaseOutcome.Written, [], told);
        }

        var differences = CaseDifferences.Between(expected!, given);
        return new CaseResult(name, differences.Count == 0 ? CaseOutcome.AsExpected : CaseOutcome.Differs, differences, told);
    }

    private static CaseValues ReadExpected(string file)
    {
        try
        {
            return CaseFile.Read(file);
        }
        catch (FormatException fault)
        {
            throw new FormatException($"its {CaseFile.Name} cannot be used: {fault.Message}", fault);
        }
    }
}
