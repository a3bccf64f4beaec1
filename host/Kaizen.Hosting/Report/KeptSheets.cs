using System.Globalization;
using Kaizen.Core.Diagnostics;
using Kaizen.Hosting.Runs;
using Kaizen.Store;

namespace Kaizen.Hosting.Report;

/// <summary>Says where the sheets of a day that is over are no longer those that were kept of it.</summary>
internal static class KeptSheets
{
    public static void Tell(RunRequest request, RunResult result, DiagnosticBag faults)
    {
        var other = result.Cycles.Where(c => c.Evidence is not null).Select(c => c.Cycle.Id).Where(id => Differs(request, id, result.AsOf)).ToList();
        if (other.Count == 0) return;
        var day = result.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        faults.Add(Catalogue.KeptStays.At(null, day, other is [var one] ? $"the sheet of '{one}'" : $"the sheets of {other.Count} cycles", other.Count == 1 ? "says" : "say") with
        {
            Hint = $"'kaizen replay {(other.Count == 1 ? other[0] + " " : "")}--as-of {day}' shows both and names what changed",
            Details = [.. other.Select(id => $"{id}: kept as {Path.GetRelativePath(request.Folder, KeptPages.PathOf(request.Folder, id, result.AsOf))}")],
        });
    }

    private static bool Differs(RunRequest request, string id, DateOnly asOf)
    {
        try
        {
            var (now, kept) = (Path.Combine(request.OutFolder, "a3", $"{id}.html"), KeptPages.PathOf(request.Folder, id, asOf));
            return File.Exists(now) && File.Exists(kept) && !OpenFile.Bytes(now).AsSpan().SequenceEqual(OpenFile.Bytes(kept));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // A page that cannot be read was told on writing, or is for whoever wants to read it.
            return false;
        }
    }
}
