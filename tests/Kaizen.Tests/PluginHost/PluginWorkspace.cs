using Kaizen.Abstractions;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Plugins;
using Kaizen.Hosting;
using Kaizen.Hosting.Define;
using Kaizen.Hosting.Plugins;
using Kaizen.Hosting.Runs;
using Kaizen.PluginHost;

namespace Kaizen.Tests.PluginHost;

/// <summary>A workspace in a temporary folder with plugins of its own.</summary>
internal sealed class PluginWorkspace : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("kaizen-plugins").FullName;

    public PluginLoading Loading { get; init; } = PluginLoading.Once;

    public string At(string name) => Path.Combine(Folder, name);

    /// <summary>A copy of a plugin that was built beside the tests, with another id.</summary>
    public PluginWorkspace With(string id, string built = "counting", string? folder = null)
    {
        var from = Path.Combine(AppContext.BaseDirectory, "plugins", built);
        var to = At(folder ?? $"plugins/{id}");
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        Edit($"{folder ?? $"plugins/{id}"}/plugin.yaml", $"id: {built}", $"id: {id}");
        return this;
    }

    public PluginWorkspace Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
        File.WriteAllText(At(name), text);
        return this;
    }

    public void Edit(string name, string old, string now)
    {
        var text = File.ReadAllText(At(name));
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(At(name), text.Replace(old, now, StringComparison.Ordinal));
    }

    /// <summary>Turns one bit in the middle of a file.</summary>
    public void Flip(string name)
    {
        var bytes = File.ReadAllBytes(At(name));
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(At(name), bytes);
    }

    public PluginWorkspace Lock()
    {
        Assert.Empty(PluginLocking.Lock(Folder).Diagnostics.Select(Plugins.Line));
        return this;
    }

    /// <summary>What became of a plugin, seen afresh: its state, and why in words.</summary>
    public string State(string id)
    {
        using var plugins = new WorkspacePlugins(Loading);
        var plugin = plugins.Of(Folder).Catalogue.Plugins.First(p => p.Manifest.Id == id);
        return plugin.State is PluginState.Loaded ? "loaded" : $"{plugin.State.GetType().Name.ToLowerInvariant()}: {plugin.State.Why}";
    }

    /// <summary>Opens the counting source of a plugin; the faults where that cannot be done.</summary>
    public (OpenedSource? Source, IReadOnlyList<string> Faults) Open(string use)
    {
        using var plugins = new WorkspacePlugins(Loading);
        var faults = new DiagnosticBag();
        return (plugins.Of(Folder).Catalogue.Open(Plugins.Source(use, ("log", ["x"])), Folder, faults), [.. faults.All.Select(Plugins.Line)]);
    }

    /// <summary>What is told with every look.</summary>
    public IReadOnlyList<Diagnostic> Faults()
    {
        using var plugins = new WorkspacePlugins(Loading);
        return plugins.Of(Folder).Faults;
    }

    /// <summary>A look at the one cycle of the workspace, as the command takes it.</summary>
    /// <param name="sources">What stands under <c>sources:</c>, a line each.</param>
    /// <param name="metrics">What stands under <c>metrics:</c>, a line each; the first leads.</param>
    public Task<RunResult> RunAsync(string[] sources, string[] metrics)
    {
        Write("kaizen.yaml", $"workspace: small\nzone: Europe/Amsterdam\nas_of: 2026-06-29\nsources:\n  {string.Join("\n  ", sources)}\n");
        Write("cycles/wait.yaml", $"title: Visitors wait\nmetrics:\n  {string.Join("\n  ", metrics)}\nplan: {{ target: {{ metric: {metrics[0].Split(':')[0]}, to: 5, due: 2026-06-22 }} }}\ndo: {{ started: 2026-04-06 }}\n");
        return KaizenHost.RunAsync(new RunRequest(Folder, null, null, []), RunMode.Look, new Progress<RunProgress>(), CancellationToken.None);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
