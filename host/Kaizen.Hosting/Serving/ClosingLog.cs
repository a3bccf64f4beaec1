using System.Text;
using Kaizen.Store;

namespace Kaizen.Hosting.Serving;

/// <summary>
/// <c>.kaizen/closings.ndjson</c>: which loops the host closed and when, so that a restart makes up once for what was missed
/// and does nothing twice. Read once, then held in memory, the last ones of each cycle; what cannot be written is owed and
/// written later. It can be lost without harm: every loop is then looked at once more.
/// </summary>
/// <param name="workspaceFolder">The workspace.</param>
/// <param name="story">Whether the host goes by a story's clock; closings under another kind of clock do not count.</param>
internal sealed class ClosingLog(string workspaceFolder, bool story)
{
    /// <summary>How many closings of a cycle are kept.</summary>
    public const int Most = 200;

    private const long Large = 1024 * 1024;

    // A line that is longer is damage and no closing of any version.
    private const int LongestLine = 64 * 1024;

    private readonly string path = Path.Combine(workspaceFolder, ".kaizen", "closings.ndjson");
    private readonly Lock gate = new();
    private readonly Dictionary<string, List<Closing>> known = [];
    // Lines that do not count here, by cycle and "" where none can be read: they belong to a host under another clock or of another version.
    private readonly Dictionary<string, Queue<string>> foreign = [];
    private readonly List<Closing> owed = [];
    private long compactAt = Large;
    private bool loaded;
    private bool ragged;

    /// <summary>The last closing of a cycle that is not dated after a day, or null. One that is was made while the clock was ahead.</summary>
    public Closing? LastOf(string cycle, DateOnly asOf)
    {
        lock (gate) return known.GetValueOrDefault(cycle)?.FindLast(c => c.AsOf <= asOf);
    }

    /// <summary>The closings of a cycle, the latest first.</summary>
    public IReadOnlyList<Closing> Of(string cycle, int most)
    {
        lock (gate) return known.TryGetValue(cycle, out var all) ? [.. all.TakeLast(most).Reverse()] : [];
    }

    /// <summary>Notes closings; <see cref="Save"/> writes them.</summary>
    public void Add(IReadOnlyCollection<Closing> closings)
    {
        lock (gate)
        {
            foreach (var closing in closings) Know(closing);
            owed.AddRange(closings);
        }
    }

    /// <summary>Reads the log if that was not done yet and writes what is owed; says what kept it from doing so.</summary>
    public MachineFault? Save()
    {
        if (loaded && owed.Count == 0) return null;
        try
        {
            if (!loaded) Load();
            if (owed.Count > 0) Append();
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Directory.Exists(path) ? new MachineFault("a folder stands in its place", "move the folder away") : MachineFault.Of(fault);
        }
    }

    private void Load()
    {
        var earlier = new List<Closing>();
        foreign.Clear();
        if (Path.Exists(path))
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (stream.Length > 0)
            {
                stream.Seek(-1, SeekOrigin.End);
                ragged = stream.ReadByte() != '\n';
                stream.Seek(0, SeekOrigin.Begin);
            }

            using var reader = new StreamReader(stream, Encoding.UTF8);
            while (reader.ReadLine() is { } line)
            {
                var closing = Closing.FromText(line);
                if (closing?.Story == story) earlier.Add(closing);
                else if (line.Length is > 0 and <= LongestLine) KeepLine(closing?.Cycle ?? "", line);
            }
        }

        lock (gate)
        {
            known.Clear();
            foreach (var closing in earlier.Concat(owed)) Know(closing);
        }

        loaded = true;
    }

    private void Append()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // A line that a crash cut off is closed first, so that it stays the only one that is lost.
        var text = new StringBuilder(ragged ? "\n" : "");
        foreach (var closing in owed) text.Append(closing.ToText()).Append('\n');
        long length;
        using (var stream = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read | FileShare.Delete, bufferSize: 0))
        {
            var before = stream.Position;
            try
            {
                stream.Write(Encoding.UTF8.GetBytes(text.ToString()));
                stream.Flush(flushToDisk: true);
            }
            catch (IOException)
            {
                // On a full disk the first part may stand there; none of it counts, since all of it is still owed.
                stream.SetLength(before);
                throw;
            }

            length = stream.Position;
        }

        owed.Clear();
        ragged = false;
        if (length > compactAt) Compact();
    }

    /// <summary>Writes the closings that are kept, and the lines of others, beside and renamed.</summary>
    private void Compact()
    {
        var text = new StringBuilder();
        foreach (var line in foreign.Values.SelectMany(l => l)) text.Append(line).Append('\n');
        foreach (var closing in known.Values.SelectMany(c => c)) text.Append(closing.ToText()).Append('\n');
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        // Also where it fails: a log that is long is no reason to try with every closing.
        compactAt = Math.Max(Large, 2L * bytes.Length);
        AtomicFile.Write(path, bytes);
    }

    private void Know(Closing closing)
    {
        if (!known.TryGetValue(closing.Cycle, out var all)) known[closing.Cycle] = all = [];
        all.Add(closing);
        if (all.Count > Most) all.RemoveAt(0);
    }

    private void KeepLine(string cycle, string line)
    {
        if (!foreign.TryGetValue(cycle, out var lines)) foreign[cycle] = lines = [];
        lines.Enqueue(line);
        if (lines.Count > Most) lines.Dequeue();
    }
}
