using Kaizen.PluginHost;

namespace Kaizen.Hosting.Plugins.Cases;

/// <summary>A workspace in a temporary folder, made of the files of a test case; gone at the end.</summary>
internal sealed class CaseWorkspace : IDisposable
{
    private const string Definition = "kaizen.yaml", CycleFile = $"{CaseValues.Cycle}.yaml";

    private CaseWorkspace(string folder) => Folder = folder;

    public string Folder { get; }

    /// <summary>Lays it out; its lock vouches for the plugin as it is now.</summary>
    /// <exception cref="FormatException">The case lacks a file.</exception>
    /// <exception cref="CaseFault">A file cannot be made of what it is written as.</exception>
    public static CaseWorkspace Of(string testCase, FoundPlugin plugin)
    {
        if (!File.Exists(Path.Combine(testCase, CycleFile))) throw new FormatException($"it has no {CycleFile}");
        var shared = Path.Combine(Path.GetDirectoryName(testCase)!, Definition);
        if (!File.Exists(Path.Combine(testCase, Definition)) && !File.Exists(shared)) throw new FormatException($"neither its folder nor 'testcases' has a {Definition}");
        var locked = PluginLock.Look(plugin.Manifest!, out var reason) ?? throw new FormatException($"of the plugin, {reason}");
        var workspace = new CaseWorkspace(Directory.CreateTempSubdirectory("kaizen-case-").FullName);
        try
        {
            if (File.Exists(shared)) File.Copy(shared, workspace.At(Definition));
            new CaseInputs(testCase).Lay(name => name == CaseFile.Name ? null : workspace.At(name == CycleFile ? Path.Combine("cycles", CycleFile) : name));
            File.WriteAllBytes(workspace.At(PluginLock.FileName), PluginLock.ToBytes(new Dictionary<string, LockedPlugin> { [plugin.Id] = locked }));
            return workspace;
        }
        catch
        {
            workspace.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // What a plugin still holds open stays in the folder of temporary files.
        }
    }

    private string At(string name) => Path.Combine(Folder, name);
}
