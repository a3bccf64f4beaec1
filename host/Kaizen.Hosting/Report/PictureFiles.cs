using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Reports;

namespace Kaizen.Hosting.Report;

/// <summary>Reads the pictures of a cycle, which a sheet carries inside itself. One that cannot be shown is told and costs the sheet nothing else.</summary>
internal static class PictureFiles
{
    private const int LargestMegabytes = 2;

    /// <summary>The pictures that can be shown, by their path as it was written.</summary>
    public static IReadOnlyDictionary<string, PictureData> Of(Workspace workspace, Cycle cycle, DiagnosticBag faults)
    {
        var pictures = new Dictionary<string, PictureData>(StringComparer.Ordinal);
        foreach (var file in cycle.Plan.Pictures.Select(p => p.File).DistinctBy(f => f.Text))
        {
            var bytes = Read(workspace.Folder, file, out var why);
            if (bytes is not null && PictureData.Of(bytes) is { } picture) pictures[file.Text] = picture;
            else faults.Add((why is Missing ? Missed(workspace.Folder, file) : Catalogue.PictureRefused.At(file.At, file.Text, why ?? "it is neither PNG, JPEG, GIF nor WebP")) with { Cycle = cycle.Id });
        }

        return pictures;
    }

    private const string Missing = "missing";

    private static byte[]? Read(string folder, Written written, out string? why)
    {
        why = null;
        try
        {
            // A link is the one way in which a path inside could show a file outside; the binder refused the others.
            var path = folder;
            foreach (var part in written.Text.Split('/', '\\').Where(p => p is not ("" or ".")))
            {
                path = Path.Combine(path, part);
                if (new FileInfo(path).LinkTarget is null) continue;
                why = "it lies behind a link, and links are not followed";
                return null;
            }

            if (new FileInfo(path) is not { Exists: true } file) why = Directory.Exists(path) ? "it is a folder" : Missing;
            else if (file.Length > LargestMegabytes * 1024 * 1024) why = $"it is larger than {LargestMegabytes} MB";
            else return File.ReadAllBytes(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            why = $"it cannot be read ({fault.Message.TrimEnd('.')})";
        }

        return null;
    }

    private static Abstractions.Diagnostic Missed(string folder, Written written)
    {
        var path = Path.Combine(folder, written.Text);
        var beside = Path.GetDirectoryName(path) is { } near && Directory.Exists(near) ? Directory.EnumerateFiles(near).Select(f => Path.GetFileName(f)) : [];
        var hint = Nearest.To(Path.GetFileName(path), beside) is { } name ? $"did you mean '{name}'?" : null;
        return Catalogue.PictureMissing.Hinting(hint, written.At, written.Text);
    }
}
