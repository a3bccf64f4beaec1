using System.Runtime.InteropServices;
using System.Text.Json;

namespace Kaizen.PluginHost;

/// <summary>The <c>deps.json</c> that a build writes beside an assembly: which files of which packages belong beside it.</summary>
internal static class DependencyFile
{
    private static readonly string[] Leading = ["*.deps.json", "*.runtimeconfig*.json"];

    /// <summary>A file of the folder that sends the loader elsewhere, where nobody vouches for anything, in words; null where there is none.</summary>
    public static string? Outside(string folder)
    {
        foreach (var file in Leading.SelectMany(p => Directory.EnumerateFiles(folder, p)).Order(StringComparer.Ordinal))
        {
            try
            {
                using var document = JsonDocument.Parse(File.ReadAllBytes(file), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
                if (Texts(document.RootElement).FirstOrDefault(LeadsOut) is { } path) return $"its {Path.GetFileName(file)} leads out of its folder, to '{path}'";
            }
            catch (JsonException)
            {
                return $"its {Path.GetFileName(file)} is no JSON";
            }
        }

        return null;
    }

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Texts(p.Value).Prepend(p.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };

    private static bool LeadsOut(string path) => path is ['/' or '\\', ..] or [_, ':', '/' or '\\', ..] || path.Split('/', '\\').Contains("..");

    /// <summary>Files for this machine that it names and the folder lacks, each in words; nothing where it cannot be read.</summary>
    public static (IReadOnlyList<string> Libraries, IReadOnlyList<string> Natives) Missing(string folder, string file)
    {
        var (libraries, natives) = (new List<string>(), new List<string>());
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            if (!document.RootElement.TryGetProperty("targets", out var targets)) return (libraries, natives);
            foreach (var package in targets.EnumerateObject().SelectMany(t => t.Value.EnumerateObject()))
                foreach (var (path, native) in Assets(package.Value).Where(a => !IsThere(folder, a.Path)))
                    (native ? natives : libraries).Add($"{package.Name} brings {path}, and it is not here");
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            // Whoever loads goes without it too: then libraries are looked for by their names.
        }

        return (libraries, natives);
    }

    private static IEnumerable<(string Path, bool Native)> Assets(JsonElement package)
    {
        foreach (var (kind, native) in new[] { ("runtime", false), ("native", true) })
            if (package.TryGetProperty(kind, out var flat))
                foreach (var asset in flat.EnumerateObject()) yield return (Path.GetFileName(asset.Name), native);
        if (!package.TryGetProperty("runtimeTargets", out var targets)) yield break;
        foreach (var asset in targets.EnumerateObject())
            if (asset.Value.TryGetProperty("rid", out var rid) && rid.GetString() == RuntimeInformation.RuntimeIdentifier)
                yield return (asset.Name, asset.Value.TryGetProperty("assetType", out var type) && type.GetString() == "native");
    }

    private static bool IsThere(string folder, string path) =>
        path is "Kaizen.Abstractions.dll" or "_._" || File.Exists(Path.Combine(folder, path)) || File.Exists(Path.Combine(folder, Path.GetFileName(path)));
}
