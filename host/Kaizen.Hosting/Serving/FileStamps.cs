using System.Globalization;
using System.Text;
using Kaizen.Core.Cycles;
using Kaizen.Hosting.Define;
using Kaizen.PluginHost;

namespace Kaizen.Hosting.Serving;

/// <summary>
/// Names, sizes and times of files, so that a change is noticed without reading them. Asking every second is simpler than
/// being told, and works on network drives and in containers too. Only what the product reads is asked for: no hidden
/// entries, no folders behind links, nothing that may not be looked at.
/// </summary>
internal static class FileStamps
{
    private static readonly EnumerationOptions Flat = new() { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System };
    private static readonly EnumerationOptions Deep = new()
    {
        IgnoreInaccessible = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
        RecurseSubdirectories = true,
    };

    // Any file of a plugin may be code, a hidden one too.
    private static readonly EnumerationOptions Whole = new() { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint, RecurseSubdirectories = true };

    /// <summary>What people write: definitions and the ledger.</summary>
    public static string OfWritten(string workspaceFolder) => Text(
    [
        Path.Combine(workspaceFolder, "kaizen.yaml"), Path.Combine(workspaceFolder, Store.Ledger.WorkspaceLedger.FileName),
        .. In(Path.Combine(workspaceFolder, "cycles"), Flat).Where(f => Path.GetExtension(f).ToLowerInvariant() is ".yaml" or ".yml"),
    ]);

    /// <summary>Files of the workspace that its definitions name: pictures, and the data of sources that are files.</summary>
    public static string OfNamed(Workspace? workspace)
    {
        if (workspace is null) return "";
        var names = workspace.Cycles.SelectMany(c => c.Plan.Pictures).Select(p => p.File.Text)
            .Concat(workspace.Sources.Values.SelectMany(s => s.Options).SelectMany(o => o.Values).Select(v => v.Text)).Distinct(StringComparer.Ordinal);
        return Text(names.Select(n => Inside(workspace.Folder, n)).OfType<string>());
    }

    /// <summary>What the product is extended by: templates, and plugins with what vouches for them.</summary>
    public static string OfParts(string workspaceFolder) => Text(
    [
        Path.Combine(workspaceFolder, PluginLock.FileName),
        .. In(Path.Combine(AppContext.BaseDirectory, "templates"), Deep),
        .. PluginFolders.FoldersOf(workspaceFolder).SelectMany(f => In(f, Whole)),
    ]);

    /// <summary>The pages of a workspace, each with its stamp.</summary>
    public static IReadOnlyDictionary<string, string> OfPages(string outFolder) =>
        In(Path.Combine(outFolder, "a3"), Flat).Where(f => f.EndsWith(".html", StringComparison.Ordinal))
            .Concat([Path.Combine(outFolder, "index.html"), Path.Combine(outFolder, "results.json")])
            .ToDictionary(f => Path.GetRelativePath(outFolder, f).Replace('\\', '/'), f => Stamp(f) ?? "", StringComparer.Ordinal);

    private static IEnumerable<string> In(string folder, EnumerationOptions how) => Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", how) : [];

    private static string? Inside(string folder, string name)
    {
        if (name.Length is 0 or > 500 || name.Contains('\0', StringComparison.Ordinal)) return null;
        var path = Path.GetFullPath(Path.Combine(folder, name));
        return path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? path : null;
    }

    private static string Text(IEnumerable<string> files)
    {
        var text = new StringBuilder();
        foreach (var file in files.Order(StringComparer.Ordinal))
            if (Stamp(file) is { } stamp) text.Append(CultureInfo.InvariantCulture, $"{file} {stamp}\n");
        return text.ToString();
    }

    private static string? Stamp(string file)
    {
        try
        {
            var info = new FileInfo(file);
            // The definition behind a link is what is read, so its times count.
            if (info.LinkTarget is not null) info = info.ResolveLinkTarget(returnFinalTarget: true) as FileInfo;
            return info is { Exists: true } ? string.Create(CultureInfo.InvariantCulture, $"{info.Length} {info.LastWriteTimeUtc.Ticks}") : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
