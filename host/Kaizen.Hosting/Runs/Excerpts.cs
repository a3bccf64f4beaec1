using Kaizen.Abstractions;

namespace Kaizen.Hosting.Runs;

/// <summary>Puts the line that a fault points at beside it, also where the fault was found on reading data and not on reading the file.</summary>
public static class Excerpts
{
    public static IReadOnlyList<Diagnostic> Add(IReadOnlyList<Diagnostic> diagnostics, string folder)
    {
        var files = new Dictionary<string, string[]>(StringComparer.Ordinal);
        return [.. diagnostics.Select(d => d is { Excerpt: null, Span: { } span } && d.Code[2] is '2' or '3' && IsDefinition(span.File) && Line(span) is { } line ? d with { Excerpt = line } : d)];

        string? Line(SourceSpan span)
        {
            if (!files.TryGetValue(span.File, out var lines)) files[span.File] = lines = Lines(Path.Combine(folder, span.File));
            return span.Line >= 1 && span.Line <= lines.Length ? lines[span.Line - 1].TrimEnd('\r') : null;
        }
    }

    // Data and ledgers may hold people, and files too large for a definition are not quoted.
    private static bool IsDefinition(string file) => file.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);

    private static string[] Lines(string path)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: < 4 * 1024 * 1024 } ? File.ReadAllText(path).Split('\n') : [];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
