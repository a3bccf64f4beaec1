using Kaizen.Store;

namespace Kaizen.Hosting.Serving;

/// <summary>Notices that somebody else wrote pages, as 'kaizen run --as-of' by hand does beside a host, and as of which date.</summary>
internal sealed class ForeignPages(string workspaceFolder, string outFolder)
{
    private readonly Dictionary<string, DateOnly> dates = [];
    private IReadOnlyDictionary<string, string>? own;

    /// <summary>The sheets on disk that another run wrote as of another date, by cycle.</summary>
    public IReadOnlyDictionary<string, DateOnly> Dates => new Dictionary<string, DateOnly>(dates);

    /// <summary>What lies there now is the host's own, and so are the sheets of these cycles.</summary>
    public void Own(IEnumerable<string> cycles)
    {
        own = FileStamps.OfPages(outFolder);
        foreach (var cycle in cycles) dates.Remove(cycle);
    }

    /// <summary>The cycles whose sheets somebody else wrote since the last look, or null where no page changed.</summary>
    public IReadOnlyList<string>? Look(DateOnly asOf)
    {
        var now = FileStamps.OfPages(outFolder);
        var before = own ?? now;
        own = now;
        var changed = now.Where(p => before.GetValueOrDefault(p.Key) != p.Value).Select(p => p.Key).Concat(before.Keys.Where(k => !now.ContainsKey(k))).ToList();
        if (changed.Count == 0) return null;
        var cycles = changed.Where(p => p.StartsWith("a3/", StringComparison.Ordinal)).Select(p => Path.GetFileNameWithoutExtension(p)).ToList();
        foreach (var cycle in cycles)
        {
            if (DateOf(cycle) is { } date && date != asOf) dates[cycle] = date;
            else dates.Remove(cycle);
        }

        return cycles;
    }

    /// <summary>The date of a sheet is that under which the same bytes were kept.</summary>
    private DateOnly? DateOf(string cycle)
    {
        try
        {
            var sheet = Path.Combine(outFolder, "a3", $"{cycle}.html");
            if (!File.Exists(sheet)) return null;
            var bytes = File.ReadAllBytes(sheet);
            foreach (var date in KeptPages.DatesOf(workspaceFolder, cycle))
                if (KeptPages.Find(workspaceFolder, cycle, date) is { } kept && kept.Page.AsSpan().SequenceEqual(bytes)) return date;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // It is being replaced at this moment; the next look finds it.
        }

        return null;
    }
}
