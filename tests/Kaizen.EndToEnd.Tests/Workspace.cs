using System.Security.Cryptography;

namespace Kaizen.EndToEnd.Tests;

/// <summary>A workspace in a temporary folder, gone at the end.</summary>
internal sealed class Workspace : IDisposable
{
    public Workspace(string? folder = null)
    {
        Folder = folder ?? Path.Combine(Path.GetTempPath(), $"kaizen-{Guid.NewGuid():N}");
        Directory.CreateDirectory(Folder);
    }

    public string Folder { get; }

    /// <summary>A copy of the example workspace without what runs leave behind.</summary>
    public static Workspace OfExample()
    {
        var workspace = new Workspace();
        var example = Path.Combine(Kaizen.Root, "examples", "repeat-business");
        foreach (var file in Directory.EnumerateFiles(example, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(example, file);
            if (name.StartsWith("out", StringComparison.Ordinal) || name.StartsWith(".kaizen", StringComparison.Ordinal)) continue;
            Directory.CreateDirectory(Path.GetDirectoryName(workspace.At(name))!);
            File.Copy(file, workspace.At(name));
        }

        return workspace;
    }

    public string At(string name) => Path.Combine(Folder, name);

    public Workspace With(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
        File.WriteAllText(At(name), text);
        return this;
    }

    /// <summary>Copies a file into it.</summary>
    public Workspace Take(string file, string name)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
        File.Copy(file, At(name), overwrite: true);
        return this;
    }

    /// <summary>All files of a folder, under another name here.</summary>
    public Workspace TakeFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories)) Take(file, Path.Combine(to, Path.GetRelativePath(from, file)));
        return this;
    }

    /// <summary>A plugin that was built beside the tests, with another id where one is given.</summary>
    public Workspace TakePlugin(string fixture, string? id = null)
    {
        TakeFolder(Path.Combine(AppContext.BaseDirectory, "plugins", fixture), $"plugins/{id ?? fixture}");
        return id is null ? this : Edit($"plugins/{id}/plugin.yaml", $"id: {fixture}", $"id: {id}");
    }

    /// <summary>What the command finds in its environment beside what is there.</summary>
    public IReadOnlyDictionary<string, string>? Variables { get; private set; }

    /// <summary>Every run begins at one moment: what says on which day it was written down is the same in all, also around midnight.</summary>
    public Workspace AtOneMoment()
    {
        Variables = new Dictionary<string, string> { ["KAIZEN_CLOCK"] = "2026-07-01T12:00Z" };
        return this;
    }

    public Task<Ran> Run(params string[] arguments) => Kaizen.RunIn(Folder, Variables, arguments);

    /// <summary>Runs the command at noon of a day by its clock.</summary>
    public Task<Ran> On(string day, params string[] arguments) =>
        Kaizen.RunIn(Folder, new Dictionary<string, string> { ["KAIZEN_CLOCK"] = $"{day}T12:00Z" }, arguments);

    /// <summary>Runs the command at noon of a day by its clock, in a zone of its own, with answers on its standard input.</summary>
    public Task<Ran> Answer(string day, IEnumerable<string> lines, params string[] arguments) =>
        Kaizen.Answer(Folder, new Dictionary<string, string> { ["KAIZEN_CLOCK"] = $"{day}T12:00Z", ["TZ"] = "Europe/Amsterdam" }, lines, arguments);

    public string Read(string name) => File.ReadAllText(At(name));

    /// <summary>Replaces the one place where <paramref name="old"/> stands in a file.</summary>
    public Workspace Edit(string name, string old, string now)
    {
        var text = Read(name);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{old}' does not stand in {name}");
        File.WriteAllText(At(name), string.Concat(text.AsSpan(0, at), now, text.AsSpan(at + old.Length)));
        return this;
    }

    /// <summary>Content and last-write time of every file, by its path.</summary>
    public IReadOnlyDictionary<string, (string Hash, DateTime Written)> Files(string below = "") =>
        Directory.EnumerateFiles(At(below), "*", SearchOption.AllDirectories).ToDictionary(
            f => Path.GetRelativePath(Folder, f).Replace('\\', '/'),
            f => (Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f))), File.GetLastWriteTimeUtc(f)));

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
