using System.Text;

namespace Kaizen.Hosting.Serving;

/// <summary>
/// <c>.kaizen/closings.ndjson</c>: which loops the host closed and when, so that a restart makes up once for what was missed
/// and does nothing twice. It can be lost without harm: every loop is then looked at once more.
/// </summary>
internal sealed class ClosingLog(string workspaceFolder)
{
    private readonly string path = Path.Combine(workspaceFolder, ".kaizen", "closings.ndjson");
    private Dictionary<string, Closing>? last;

    /// <summary>The last closing of a cycle, or null.</summary>
    public Closing? LastOf(string cycle) => Last().GetValueOrDefault(cycle);

    /// <summary>The closings of a cycle, the latest first.</summary>
    public IReadOnlyList<Closing> Of(string cycle, int most) => [.. Read().Where(c => c.Cycle == cycle).TakeLast(most).Reverse()];

    /// <summary>Appends in one write.</summary>
    public void Add(IReadOnlyCollection<Closing> closings)
    {
        if (closings.Count == 0) return;
        var known = Last();
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using (var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read))
        {
            var text = new StringBuilder();
            // A line that a crash cut off is closed first, so that it stays the only one that is lost.
            if (stream.Length > 0)
            {
                stream.Seek(-1, SeekOrigin.End);
                if (stream.ReadByte() != '\n') text.Append('\n');
            }

            foreach (var closing in closings) text.Append(closing.ToText()).Append('\n');
            stream.Seek(0, SeekOrigin.End);
            stream.Write(Encoding.UTF8.GetBytes(text.ToString()));
            stream.Flush(flushToDisk: true);
        }

        foreach (var closing in closings) known[closing.Cycle] = closing;
    }

    private Dictionary<string, Closing> Last()
    {
        if (last is not null) return last;
        last = [];
        foreach (var closing in Read()) last[closing.Cycle] = closing;
        return last;
    }

    private IEnumerable<Closing> Read() => File.Exists(path) ? File.ReadLines(path).Select(Closing.FromText).OfType<Closing>() : [];
}
