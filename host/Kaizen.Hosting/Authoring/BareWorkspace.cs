using Kaizen.Store;

namespace Kaizen.Hosting.Authoring;

/// <summary>A workspace without cycles and data, for those who bring their own.</summary>
public static class BareWorkspace
{
    private const string Ignored = ".kaizen/\nout/\n";
    private const string DataIgnored = "# Rows may hold people. Remove this line to keep data in git (init --commit-data).\ndata/\n";

    /// <summary>What git is told of a workspace.</summary>
    /// <param name="commitData">Whether git keeps <c>data/</c>.</param>
    public static IEnumerable<(string Path, string Text)> ForGit(bool commitData) =>
    [
        // Two branches that add to one place of the ledger keep the lines of both.
        // A plugin's files are locked by their bytes, and other line ends are other bytes.
        (".gitattributes", "ledger.ndjson text eol=lf merge=union\nplugins/** -text\n"),
        (".gitignore", commitData ? Ignored : Ignored + DataIgnored),
    ];

    /// <summary>The same with what a folder tells git already: lines that are missing there are added at the end.</summary>
    /// <param name="folder">The folder that becomes a workspace.</param>
    /// <param name="commitData">Whether git keeps <c>data/</c>.</param>
    public static IEnumerable<(string Path, string Text)> ForGit(string folder, bool commitData) => ForGit(commitData)
        .Select(f => (f.Path, Text: OpenFile.BytesIfAny(Path.Combine(folder, f.Path)) is { } there ? Joined(System.Text.Encoding.UTF8.GetString(there), f.Text) : f.Text));

    /// <summary>Adds to what git is told where files for that were there before; says whether it could.</summary>
    public static bool TellGit(string folder)
    {
        try
        {
            foreach (var (path, text) in ForGit(folder, commitData: false)) AtomicFile.Write(Path.Combine(folder, path), System.Text.Encoding.UTF8.GetBytes(text));
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string Joined(string there, string ours)
    {
        var known = there.Split('\n').Select(l => l.Trim().Trim('/')).ToHashSet(StringComparer.Ordinal);
        var missing = ours.Split('\n').Where(l => l.Length > 0 && l[0] != '#' && !known.Contains(l.Trim('/'))).ToList();
        return missing.Count == 0 ? there : $"{there}{(there.Length == 0 || there.EndsWith('\n') ? "" : "\n")}{string.Join('\n', missing)}\n";
    }

    /// <summary>Its <c>kaizen.yaml</c>.</summary>
    /// <param name="folder">The folder that becomes a workspace.</param>
    public static (string Path, string Text) Definition(string folder)
    {
        var name = Words.Id(new DirectoryInfo(Path.GetFullPath(folder)).Name);
        return ("kaizen.yaml", $"""
            # yaml-language-server: $schema=.kaizen/schema.json
            # A workspace: this file, cycles/ beside it, and the data they read.
            workspace: {(name.Length == 0 ? "team" : YamlLines.Of("name", Definitions.Editing.YamlValue.Of(name))[0]["name: ".Length..])}
            zone: {Zone()}   # weeks begin on Monday, 00:00 in this zone

            """.ReplaceLineEndings("\n"));
    }

    /// <summary>The zone of this machine by its IANA name, where it is known by one.</summary>
    private static string Zone()
    {
        var local = TimeZoneInfo.Local.Id;
        return local.Contains('/', StringComparison.Ordinal) ? local : TimeZoneInfo.TryConvertWindowsIdToIanaId(local, out var iana) ? iana : "UTC";
    }
}
