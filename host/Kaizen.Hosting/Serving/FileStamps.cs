using System.Globalization;
using System.Text;
using Kaizen.Hosting.Define;

namespace Kaizen.Hosting.Serving;

/// <summary>
/// Names, sizes and times of files, so that a change is noticed without reading them. Asking every second is simpler than
/// being told, and works on network drives and in containers too.
/// </summary>
internal static class FileStamps
{
    /// <summary>What people write: definitions and the ledger.</summary>
    public static string OfWritten(string workspaceFolder) =>
        Of([Path.Combine(workspaceFolder, "kaizen.yaml"), Path.Combine(workspaceFolder, Store.Ledger.WorkspaceLedger.FileName)], [Path.Combine(workspaceFolder, "cycles")]);

    /// <summary>What the product is extended by: templates and plugins.</summary>
    public static string OfParts() => Of([], [Path.Combine(AppContext.BaseDirectory, "templates"), .. PluginFolders.Roots()]);

    private static string Of(IEnumerable<string> files, IEnumerable<string> folders)
    {
        var text = new StringBuilder();
        foreach (var file in files.Concat(folders.Where(Directory.Exists).SelectMany(f => Directory.EnumerateFiles(f, "*", SearchOption.AllDirectories))).Order(StringComparer.Ordinal))
        {
            var info = new FileInfo(file);
            if (info.Exists) text.Append(CultureInfo.InvariantCulture, $"{file} {info.Length} {info.LastWriteTimeUtc.Ticks}\n");
        }

        return text.ToString();
    }
}
