using System.Text;
using System.Text.Json;
using Kaizen.Abstractions;
using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;

namespace Kaizen.Store.Ledger;

/// <summary>
/// <c>ledger.ndjson</c>: append-only text, chained per cycle, so that two branches merge by an ordinary merge and a fresh
/// clone knows what was locked. Nothing is written to a ledger that does not verify.
/// </summary>
public sealed class LedgerFile
{
    public const string FileName = "ledger.ndjson";

    private readonly string path;
    private readonly List<LedgerLine> lines = [];
    private readonly Dictionary<string, string> lastHash = [];
    private readonly List<LedgerLine> added = [];

    private LedgerFile(string path) => this.path = path;

    /// <summary>Whether <see cref="Save"/> has something to write.</summary>
    public bool HasChanges => added.Count > 0;

    /// <summary>Reads and verifies the ledger of a workspace; a missing file is an empty ledger.</summary>
    public static LedgerFile Read(string workspaceFolder, DiagnosticBag faults)
    {
        var ledger = new LedgerFile(Path.Combine(workspaceFolder, FileName));
        if (!File.Exists(ledger.path)) return ledger;
        var number = 0;
        foreach (var text in Lines(ledger.path, faults))
        {
            number++;
            if (text.Length == 0) continue;
            var span = new SourceSpan(FileName, number, 1, Math.Max(1, text.Length));
            try
            {
                var line = LedgerLine.FromText(text);
                ledger.lastHash.TryGetValue(line.Cycle, out var expected);
                if (line.Previous != expected || line.Hash != Sha.Of(line.Predictions))
                    faults.Add(Catalogue.LedgerChain.At(span, line.Cycle) with { Hint = "restore the ledger from git" });
                ledger.lines.Add(line);
                ledger.lastHash[line.Cycle] = Sha.Of(text);
            }
            catch (JsonException fault)
            {
                faults.Add(Catalogue.LedgerLine.At(span, Reason(fault)) with { Hint = "restore the line from git" });
            }
        }

        return ledger;
    }

    /// <summary>
    /// The lock on a cycle's predictions as of a date, taking it where it is due: at the first run on or after the plan was
    /// agreed or Do started. A lock taken later than <paramref name="asOf"/> is not seen, and no second one is taken.
    /// </summary>
    public LockState? LockOf(Cycle cycle, DateOnly asOf)
    {
        var taken = lines.Concat(added).FirstOrDefault(l => l.Cycle == cycle.Id && l.Act == "lock");
        var now = PredictionText.Of(cycle);
        if (taken is null)
        {
            var due = new[] { cycle.Plan.Agreed?.Date, cycle.Do.Started }.OfType<DateOnly>().DefaultIfEmpty(DateOnly.MaxValue).Min();
            if (now is null || asOf < due) return null;
            taken = new LedgerLine(cycle.Id, "lock", asOf, cycle.Do.Started, now, Sha.Of(now), lastHash.GetValueOrDefault(cycle.Id));
            added.Add(taken);
            lastHash[cycle.Id] = Sha.Of(taken.ToText());
        }

        if (taken.Date > asOf) return null;
        var late = (taken.Started ?? cycle.Do.Started) is { } started ? Math.Max(0, taken.Date.DayNumber - started.DayNumber) : 0;
        return new LockState(taken.Date, taken.Hash, now is null || Sha.Of(now) != taken.Hash, late);
    }

    /// <summary>Appends what was added since it was read, in one write at the end of the file.</summary>
    public void Save()
    {
        // Another run may have locked the same cycle since this one read the ledger: the first lock stands.
        var meanwhile = File.Exists(path) ? File.ReadLines(path, Encoding.UTF8).Skip(lines.Count).Where(l => l.Length > 0).Select(l => LedgerLine.FromText(l).Cycle).ToHashSet() : [];
        added.RemoveAll(l => meanwhile.Contains(l.Cycle));
        if (added.Count == 0) return;
        var text = new StringBuilder();
        if (File.Exists(path) && !EndsWithLineBreak()) text.Append('\n');
        foreach (var line in added) text.Append(line.ToText()).Append('\n');
        using (var stream = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read))
        {
            stream.Write(Encoding.UTF8.GetBytes(text.ToString()));
            stream.Flush(flushToDisk: true);
        }

        lines.AddRange(added);
        added.Clear();
    }

    private static string[] Lines(string path, DiagnosticBag faults)
    {
        try
        {
            return File.ReadAllLines(path, Encoding.UTF8);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            var why = fault is UnauthorizedAccessException ? "access is denied" : "the system reports an error, or another program keeps it open";
            faults.Add(Catalogue.LedgerLine.At(new SourceSpan(FileName, 1, 1), why) with { Hint = "look at the rights of the file" });
            return [];
        }
    }

    private static string Reason(JsonException fault) =>
        fault.BytePositionInLine is { } position ? $"it is not a ledger line from character {position + 1} on" : "it lacks a property or has one too many";

    private bool EndsWithLineBreak()
    {
        using var stream = File.OpenRead(path);
        if (stream.Length == 0) return true;
        stream.Seek(-1, SeekOrigin.End);
        return stream.ReadByte() == '\n';
    }
}
