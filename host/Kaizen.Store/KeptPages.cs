using System.Globalization;

namespace Kaizen.Store;

/// <summary>
/// The sheets as they were written, one a cycle and as-of date on which it changed, under <c>.kaizen/pages/</c>: what a coach saw on a day can
/// be looked up later, and a replay can be held against it. Beside each page stand the inputs it was rendered from.
/// </summary>
public static class KeptPages
{
    private const string DateFormat = "yyyy-MM-dd";

    /// <summary>Keeps a page. On its own day the last one stays, afterwards the one that is there: it is what people saw.</summary>
    /// <param name="workspaceFolder">The workspace.</param>
    /// <param name="cycle">The cycle.</param>
    /// <param name="page">The page.</param>
    /// <param name="renews">Whether the day of the page is not over, so that it takes the place of an earlier one.</param>
    /// <param name="folders">Takes the folder that is to be flushed.</param>
    /// <returns>Whether the page that is kept is another than before.</returns>
    public static bool Keep(string workspaceFolder, string cycle, KeptPage page, bool renews, FolderFlush folders)
    {
        var path = PathOf(workspaceFolder, cycle, page.AsOf);
        if (!renews && File.Exists(path)) return false;
        AtomicFile.Sweep(FolderOf(workspaceFolder, cycle));
        AtomicFile.Write(Path.ChangeExtension(path, ".inputs"), System.Text.Encoding.UTF8.GetBytes(page.Inputs), folders);
        return AtomicFile.Write(path, page.Page, folders);
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
    public static KeptPage? Find(string workspaceFolder, string cycle, DateOnly asOf)
    {
        var path = PathOf(workspaceFolder, cycle, asOf);
        var inputs = Path.ChangeExtension(path, ".inputs");
        return File.Exists(path) ? new KeptPage(asOf, OpenFile.Bytes(path), File.Exists(inputs) ? OpenFile.Text(inputs) : "") : null;
    }

    private static string FolderOf(string workspaceFolder, string cycle) => Path.Combine(workspaceFolder, ".kaizen", "pages", cycle);

    /// <summary>Where the page of a date lies, or would.</summary>
    public static string PathOf(string workspaceFolder, string cycle, DateOnly asOf) =>
        Path.Combine(FolderOf(workspaceFolder, cycle), asOf.ToString(DateFormat, CultureInfo.InvariantCulture) + ".html");
}

/// <summary>A sheet as it was written.</summary>
/// <param name="AsOf">Its as-of date.</param>
/// <param name="Page">The page.</param>
/// <param name="Inputs">Names and fingerprints of what it was rendered from.</param>
public sealed record KeptPage(DateOnly AsOf, byte[] Page, string Inputs);
