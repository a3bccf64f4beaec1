using System.IO.Compression;
using System.Text;
using Kaizen.Abstractions;
using Kaizen.Core.Diagnostics;
using Kaizen.Store.Databases;

namespace Kaizen.Hosting.Plugins.Cases;

/// <summary>
/// The files of a test case, in its working copy. What is binary is kept as the text that it is made of, so that a change reads well in
/// git: a folder <c>NAME.xlsx</c> or <c>NAME.zip</c> becomes an archive of that name, and a script <c>NAME.db.sql</c> or
/// <c>NAME.sqlite.sql</c> the database <c>NAME.db</c> or <c>NAME.sqlite</c>.
/// </summary>
/// <param name="root">The folder of the case.</param>
internal sealed class CaseInputs(string root)
{
    private static readonly string[] Archives = [".xlsx", ".zip"];
    private static readonly string[] Scripts = [".db.sql", ".sqlite.sql"];

    /// <summary>The same bytes each time, wherever the case was checked out.</summary>
    private static readonly DateTimeOffset Packed = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Lays the files out.</summary>
    /// <param name="targetOf">Where a file belongs, by its path in the case; null for one that stays behind.</param>
    /// <exception cref="CaseFault">One of them cannot be made.</exception>
    public void Lay(Func<string, string?> targetOf) => Lay(root, targetOf);

    private void Lay(string folder, Func<string, string?> targetOf)
    {
        foreach (var file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            var script = Scripts.Any(s => Path.GetFileName(file).Length > s.Length && file.EndsWith(s, StringComparison.OrdinalIgnoreCase));
            if (Target(script ? Path.ChangeExtension(file, null) : file, file, targetOf) is not { } target) continue;
            if (script) Run(file, target);
            else File.Copy(file, target, overwrite: true);
        }

        foreach (var below in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            if (!Archives.Contains(Path.GetExtension(below).ToLowerInvariant())) Lay(below, targetOf);
            else if (Target(below, below, targetOf) is { } target) Pack(below, target);
        }
    }

    /// <summary>The path from <c>testcases</c> on, as a person would write it.</summary>
    private string Written(string path) => Path.GetRelativePath(Path.GetDirectoryName(root)!, path).Replace('\\', '/');

    private string? Target(string name, string from, Func<string, string?> targetOf)
    {
        if (targetOf(Path.GetRelativePath(root, name)) is not { } target) return null;
        if (name != from && (File.Exists(name) || Directory.Exists(name)))
            throw new CaseFault(Catalogue.TestInputTwice.At(new SourceSpan(Written(from), 1, 1), Written(name), Written(from)));
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        return target;
    }

    private void Run(string file, string target)
    {
        var script = File.ReadAllText(file);
        if (SqlScript.Run(target, script) is not { } fault) return;
        var line = script.Split('\n')[fault.Line - 1].TrimEnd();
        var span = new SourceSpan(Written(file), fault.Line, fault.Column, Math.Max(1, line.Length - fault.Column + 1));
        throw new CaseFault(Catalogue.TestScriptUnfit.At(span, Path.GetFileName(target), fault.Why) with { Excerpt = line });
    }

    private void Pack(string folder, string target)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(f => (Path: f, Name: Path.GetRelativePath(folder, f).Replace('\\', '/'))).OrderBy(f => f.Name, StringComparer.Ordinal).ToList();
        if (files.Count == 0) throw new CaseFault(Catalogue.TestArchiveEmpty.At(null, Written(folder)));
        using var zip = new ZipArchive(File.Create(target), ZipArchiveMode.Create, leaveOpen: false, Encoding.UTF8);
        foreach (var (path, name) in files)
        {
            var entry = zip.CreateEntry(name);
            entry.LastWriteTime = Packed;
            using var content = entry.Open();
            using var file = File.OpenRead(path);
            file.CopyTo(content);
        }
    }
}
