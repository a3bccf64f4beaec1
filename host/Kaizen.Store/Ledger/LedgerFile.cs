using System.Text;
using System.Text.Json;
using Kaizen.Abstractions;
using Kaizen.Core.Diagnostics;

namespace Kaizen.Store.Ledger;

/// <summary>
/// The text of <c>ledger.ndjson</c>: lines in order of cycle, each with its own hash and that of a line of the same cycle
/// before it. Two branches merge by an ordinary merge, even where both added to one cycle: then two lines follow the same
/// one. What a merge may not do is change a line, or lose one that another follows.
/// </summary>
internal static class LedgerFile
{
    public const string FileName = "ledger.ndjson";

    /// <summary>The lines as they stand in the file. What does not verify is a fault, at its line; the rest is read.</summary>
    public static List<LedgerLine> Read(string path, DiagnosticBag faults)
    {
        var lines = new List<LedgerLine>();
        var known = new HashSet<(string Cycle, string Hash)>();
        var asked = new HashSet<(string Cycle, string Hash)>();
        var answers = new List<(LedgerLine Line, SourceSpan At)>();
        var found = new List<Diagnostic>();
        var number = 0;
        foreach (var text in Lines(path, faults))
        {
            number++;
            if (text.Length == 0) continue;
            var span = new SourceSpan(FileName, number, 1, text.Length);
            try
            {
                var line = LedgerLine.FromText(text, out var hash);
                if (line.ToText() != text)
                    found.Add(Catalogue.LedgerChanged.At(span, line.Act, line.Cycle) with { Hint = "restore the line from git" });
                else if (line.Foreign is not null)
                    found.Add(Catalogue.LedgerNewer.At(span, line.Act, line.Cycle, line.Act == LedgerLine.Lock ? "and the lock counts" : "but nothing of it shows"));
                if (line.Previous is { } previous && !known.Contains((line.Cycle, previous)))
                    found.Add(Catalogue.LedgerChain.At(span, line.Cycle) with { Hint = "restore the ledger from git" });
                // A merge may bring the same line twice.
                if (known.Add((line.Cycle, hash))) lines.Add(line with { Number = number });
                if (line.Act == LedgerLine.Ask) asked.Add((line.Cycle, hash));
                if (line.Act == LedgerLine.Answer) answers.Add((line, span));
            }
            catch (JsonException fault)
            {
                found.Add(text[0] is '<' or '=' or '>' or '|'
                    ? Catalogue.LedgerLine.At(span, "it is the mark of a merge that nobody finished") with { Hint = "keep the lines of both sides and remove the marks" }
                    : Catalogue.LedgerLine.At(span, Reason(fault)) with { Hint = "restore the line from git" });
            }
        }

        found.AddRange(answers.Where(a => a.Line.About is null || !asked.Contains((a.Line.Cycle, a.Line.About))).Select(a => Catalogue.LedgerAnswer.At(a.At, a.Line.Cycle)));
        faults.AddRange(found.OrderBy(f => f.Span!.Value.Line));
        return lines;
    }

    /// <summary>Writes the lines, whole or not at all.</summary>
    public static void Write(string path, IEnumerable<LedgerLine> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines) text.Append(line.ToText()).Append('\n');
        AtomicFile.Write(path, Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>Puts a new line behind the last one of its cycle, or a new cycle at its place in the order.</summary>
    public static LedgerLine Insert(List<LedgerLine> lines, LedgerLine line)
    {
        var last = lines.FindLastIndex(l => l.Cycle == line.Cycle);
        var chained = line with { Previous = last < 0 ? null : lines[last].Hash };
        var before = lines.FindIndex(l => string.CompareOrdinal(l.Cycle, line.Cycle) > 0);
        lines.Insert(last >= 0 ? last + 1 : before >= 0 ? before : lines.Count, chained);
        return chained;
    }

    private static string[] Lines(string path, DiagnosticBag faults)
    {
        try
        {
            if (File.Exists(path)) return OpenFile.Lines(path);
            if (Directory.Exists(path)) faults.Add(Unreadable(MachineFault.FolderInPlace));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            faults.Add(Unreadable(MachineFault.Of(fault)));
        }

        return [];

        static Diagnostic Unreadable(MachineFault fault) => Catalogue.LedgerUnreadable.At(null, FileName, fault.Why) with { Hint = fault.WayOut };
    }

    private static string Reason(JsonException fault) =>
        fault.BytePositionInLine is { } position ? $"it is not a ledger line from character {position + 1} on" : $"{char.ToLowerInvariant(fault.Message[0])}{fault.Message[1..].TrimEnd('.')}";
}
