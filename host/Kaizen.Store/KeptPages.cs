using System.Globalization;

namespace Kaizen.Store;

/// <summary>
/// The sheets as they were written, one a cycle and as-of date, under <c>.kaizen/pages/</c>: what a coach saw on a day can
/// be looked up later, and a replay can be held against it. Beside each page stand the inputs it was rendered from.
/// </summary>
public static class KeptPages
{
    private const string DateFormat = "yyyy-MM-dd";

    /// <summary>Keeps a page; the last one of a date stays.</summary>
    public static void Keep(string workspaceFolder, string cycle, DateOnly asOf, ReadOnlySpan<byte> page, string inputs)
    {
        var path = PathOf(workspaceFolder, cycle, asOf);
        AtomicFile.Sweep(FolderOf(workspaceFolder, cycle));
        AtomicFile.Write(Path.ChangeExtension(path, ".inputs"), System.Text.Encoding.UTF8.GetBytes(inputs));
        AtomicFile.Write(path, page);
    }

    /// <summary>The dates of a cycle's pages, the latest first.</summary>
    public static IReadOnlyList<DateOnly> DatesOf(string workspaceFolder, string cycle)
    {
        var folder = FolderOf(workspaceFolder, cycle);
        if (!Directory.Exists(folder)) return [];
        return [.. Directory.EnumerateFiles(folder, "*.html")
            .Select(f => DateOnly.TryParseExact(Path.GetFileNameWithoutExtension(f), DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : (DateOnly?)null)
            .OfType<DateOnly>().OrderDescending()];
    }

    /// <summary>The page of a date and what it was rendered from, or null where none was kept.</summary>
    public static (byte[] Page, string Inputs)? Find(string workspaceFolder, string cycle, DateOnly asOf)
    {
        var path = PathOf(workspaceFolder, cycle, asOf);
        var inputs = Path.ChangeExtension(path, ".inputs");
        return File.Exists(path) ? (File.ReadAllBytes(path), File.Exists(inputs) ? File.ReadAllText(inputs) : "") : null;
    }

    private static string FolderOf(string workspaceFolder, string cycle) => Path.Combine(workspaceFolder, ".kaizen", "pages", cycle);

    private static string PathOf(string workspaceFolder, string cycle, DateOnly asOf) =>
        Path.Combine(FolderOf(workspaceFolder, cycle), asOf.ToString(DateFormat, CultureInfo.InvariantCulture) + ".html");
}
