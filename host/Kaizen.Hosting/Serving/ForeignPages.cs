using Kaizen.Store;

namespace Kaizen.Hosting.Serving;

/// <summary>What somebody else did to the pages since the last look.</summary>
/// <param name="Sheets">Whether a sheet changed.</param>
/// <param name="Today">Cycles whose sheets say what is kept of today: their evidence belongs on the portfolio.</param>
/// <param name="Lost">Whether a page is gone.</param>
internal readonly record struct ForeignChange(bool Sheets, IReadOnlyList<string> Today, bool Lost);

/// <summary>
/// Notices that somebody else wrote sheets, as 'kaizen run --as-of' by hand does beside a host, and as of which date. The
/// portfolio's files are not watched for it: two hosts with one output folder would answer each other without end.
/// </summary>
internal sealed class ForeignPages(string workspaceFolder, string outFolder)
{
    private readonly Dictionary<string, DateOnly?> dates = [];
    private readonly Dictionary<string, (DateOnly AsOf, string Hash)> wrote = [];
    private Dictionary<string, string>? known;

    /// <summary>The sheets on disk that another run wrote, by cycle: as of which date, or null where nobody knows.</summary>
    public IReadOnlyDictionary<string, DateOnly?> Dates => new Dictionary<string, DateOnly?>(dates);

    /// <summary>The host itself wrote these files, and the sheets of these cycles are as it would have them.</summary>
    public void Own(IEnumerable<string> written, IEnumerable<string> cycles, DateOnly asOf)
    {
        var now = FileStamps.OfPages(outFolder);
        known ??= new Dictionary<string, string>(now);
        foreach (var name in written)
        {
            if (now.TryGetValue(name, out var stamp)) known[name] = stamp;
            if (CycleOf(name) is { } cycle && Read(cycle) is { } bytes) wrote[cycle] = (asOf, Sha.Of(bytes));
        }

        foreach (var cycle in cycles) dates.Remove(cycle);
    }

    /// <summary>Looks at the sheets of these cycles.</summary>
    public ForeignChange Look(DateOnly asOf, IReadOnlySet<string> cycles)
    {
        var now = FileStamps.OfPages(outFolder);
        var before = known ?? [];
        known = new Dictionary<string, string>(now);
        // A page that is gone has no stamp, or no name any more.
        var lost = before.Any(p => p.Value.Length > 0 && now.GetValueOrDefault(p.Key, "").Length == 0 && (CycleOf(p.Key) is not { } id || cycles.Contains(id)));
        var changed = now.Where(p => before.GetValueOrDefault(p.Key) != p.Value).Select(p => CycleOf(p.Key)).OfType<string>().Where(cycles.Contains).ToList();
        foreach (var gone in dates.Keys.Where(id => !now.ContainsKey($"a3/{id}.html")).ToList()) dates.Remove(gone);
        var today = new List<string>();
        foreach (var cycle in changed)
        {
            var date = DateOf(cycle);
            dates[cycle] = date;
            if (date != asOf) continue;
            dates.Remove(cycle);
            today.Add(cycle);
        }

        return new ForeignChange(changed.Count > 0 || lost, today, lost);
    }

    private static string? CycleOf(string page) => page.StartsWith("a3/", StringComparison.Ordinal) ? Path.GetFileNameWithoutExtension(page) : null;

    /// <summary>The date of a sheet is that under which the same bytes were written last or kept.</summary>
    private DateOnly? DateOf(string cycle)
    {
        try
        {
            if (Read(cycle) is not { } bytes) return null;
            if (wrote.TryGetValue(cycle, out var own) && own.Hash == Sha.Of(bytes)) return own.AsOf;
            foreach (var date in KeptPages.DatesOf(workspaceFolder, cycle))
                if (OpenFile.BytesIfAny(KeptPages.PathOf(workspaceFolder, cycle, date)) is { } kept && kept.AsSpan().SequenceEqual(bytes)) return date;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // It is being replaced at this moment, which changes its stamp once more: the next look finds it.
        }

        return null;
    }

    private byte[]? Read(string cycle) => OpenFile.BytesIfAny(Path.Combine(outFolder, "a3", $"{cycle}.html"));
}
