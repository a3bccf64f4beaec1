using System.Globalization;
using Kaizen.Abstractions;
using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;

namespace Kaizen.Store.Ledger;

/// <summary>
/// The human acts of a workspace: locked predictions, questions, answers, signatures. Acts are dated by the as-of date on
/// which they happened; whoever looks from an earlier date does not see them.
/// </summary>
public sealed class WorkspaceLedger
{
    private readonly string path;
    private readonly DateOnly today;
    private readonly List<LedgerLine> lines;
    private readonly List<LedgerLine> added = [];
    private readonly List<string> ahead = [];

    private WorkspaceLedger(string path, DateOnly today, List<LedgerLine> lines)
    {
        this.path = path;
        this.today = today;
        this.lines = lines;
    }

    /// <summary>The file's name in the workspace.</summary>
    public const string FileName = LedgerFile.FileName;

    /// <summary>Whether <see cref="Save"/> has something to write.</summary>
    public bool HasChanges => added.Count > 0;

    /// <summary>How many acts are on record.</summary>
    public int Count => lines.Count;

    /// <summary>Whether the file is there.</summary>
    public bool Exists => File.Exists(path);

    /// <summary>The cycles whose lock was due and not taken, since the as-of date lies after the day by the clock.</summary>
    public IReadOnlyList<string> Ahead => ahead;

    /// <summary>Reads and verifies the ledger of a workspace; a missing file is an empty ledger.</summary>
    /// <param name="workspaceFolder">The workspace.</param>
    /// <param name="today">The day by the clock, written beside an act that is dated otherwise.</param>
    /// <param name="faults">Receives what does not verify.</param>
    public static WorkspaceLedger Read(string workspaceFolder, DateOnly today, DiagnosticBag faults)
    {
        var path = Path.Combine(workspaceFolder, FileName);
        return new WorkspaceLedger(path, today, LedgerFile.Read(path, faults));
    }

    /// <summary>
    /// The lock on a cycle's predictions as of a date, taking it where it is due: at the first run on or after the plan was
    /// agreed, at G2 or in the file, or Do started, and not on a day that has not come. A lock taken later than
    /// <paramref name="asOf"/> is not seen, and no second one is taken; but one of a day that has not come by the clock, taken
    /// under a clock that was ahead, counts for nothing until then. Of two locks the earlier stands; of two of one day the one with the lower hash,
    /// in whichever order a merge put them.
    /// </summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="asOf">The date to look from.</param>
    /// <param name="take">Whether a lock that is due is taken; who only looks takes none, and sees none that is not on record.</param>
    public LockState? LockOf(Cycle cycle, DateOnly asOf, bool take = true)
    {
        var taken = lines.Where(l => l.Cycle == cycle.Id && Counts(l)).OrderBy(l => l.Day).ThenBy(l => l.Hash, StringComparer.Ordinal).FirstOrDefault();
        var now = PredictionText.Of(cycle);
        if (taken is null)
        {
            var due = new[] { cycle.Plan.Agreed?.Date, NotesOf(cycle.Id, asOf).AgreementOn(cycle)?.Date, cycle.Do.Started }.OfType<DateOnly>().DefaultIfEmpty(DateOnly.MaxValue).Min();
            if (now is null || asOf < due || !take) return null;
            if (asOf > today)
            {
                ahead.Add(cycle.Id);
                return null;
            }

            taken = Add(new LedgerLine { Cycle = cycle.Id, Act = LedgerLine.Lock, Date = asOf, Started = cycle.Do.Started, Predictions = now });
        }

        if (taken.Day > asOf) return null;
        var late = (taken.Started ?? cycle.Do.Started) is { } started ? Math.Max(0, taken.Day.DayNumber - started.DayNumber) : 0;
        return new LockState(taken.Day, Sha.Of(taken.Predictions ?? ""), taken.Predictions != now, late, taken.Recorded == taken.Day ? null : taken.Recorded);
    }

    /// <summary>Warns, at their lines, of the locks of cycles that are of a day which has not come by the clock.</summary>
    public IEnumerable<Diagnostic> TellUnborn(IReadOnlySet<string> cycles) => lines.Index()
        .Where(l => l.Item.Act == LedgerLine.Lock && !Counts(l.Item) && cycles.Contains(l.Item.Cycle))
        // A run that adds lines writes them in between: who reads of the line finds it where it stands then.
        .Select(l => Catalogue.LockUnborn.At(new SourceSpan(FileName, HasChanges ? l.Index + 1 : l.Item.Number, 1), l.Item.Cycle, Iso(l.Item.Day), Iso(today)));

    /// <summary>What people said of a cycle up to a date. A line that says more than this version knows is passed over: its sense may be another.</summary>
    public CycleNotes NotesOf(string cycle, DateOnly asOf)
    {
        var said = lines.Where(l => l.Cycle == cycle && l.Day <= asOf && l.Foreign is null).ToList();
        return new CycleNotes
        {
            Questions = [.. said.Where(l => l.Act == LedgerLine.Ask).Select(q => new CoachingNote(
                q.Hash[..8], q.Day, q.By ?? "", q.Text ?? "",
                [.. said.Where(a => a.Act == LedgerLine.Answer && a.About == q.Hash).Select(a => new Answer(a.Day, a.By ?? "", a.Text ?? ""))]))],
            SignOffs = [.. said.Where(l => l.Act == LedgerLine.Sign).Select(s => new SignOff(s.Gate ?? "", s.Day, s.By ?? "", s.Definition ?? ""))],
        };
    }

    /// <summary>A coach's question; gives the id by which it is answered.</summary>
    public string Ask(string cycle, DateOnly asOf, string by, string text) =>
        Add(new LedgerLine { Cycle = cycle, Act = LedgerLine.Ask, Date = asOf, By = by, Text = text }).Hash[..8];

    /// <summary>An answer to the question with an id as <see cref="NotesOf"/> gives it.</summary>
    /// <exception cref="InvalidOperationException">The cycle has no such question.</exception>
    public void Answer(string cycle, DateOnly asOf, string by, string question, string text) => Add(new LedgerLine
    {
        Cycle = cycle,
        Act = LedgerLine.Answer,
        Date = asOf,
        By = by,
        Text = text,
        About = lines.First(l => l.Cycle == cycle && l.Act == LedgerLine.Ask && l.Hash.StartsWith(question, StringComparison.Ordinal)).Hash,
    });

    /// <summary>A signature at a gate under the definition as it stands.</summary>
    public void Sign(Cycle cycle, DateOnly asOf, string by, string gate) =>
        Add(new LedgerLine { Cycle = cycle.Id, Act = LedgerLine.Sign, Date = asOf, By = by, Gate = gate, Definition = cycle.DefinitionHash });

    /// <summary>
    /// Writes what was added to the ledger as it is now: others may have written since it was read. A lock that another run
    /// took meanwhile stands, and ours falls away. Nothing is written to a ledger that does not verify.
    /// </summary>
    /// <returns>Whether all is on record.</returns>
    public bool Save(DiagnosticBag faults)
    {
        if (added.Count == 0) return true;
        var mine = new DiagnosticBag();
        var now = LedgerFile.Read(path, mine);
        // Warnings were told on reading.
        faults.AddRange(mine.All.Where(f => f.Severity == Severity.Error));
        if (mine.HasErrors) return false;
        var count = now.Count;
        foreach (var line in added)
            if (line.Act != LedgerLine.Lock || !now.Exists(l => l.Cycle == line.Cycle && Counts(l)))
                LedgerFile.Insert(now, line);
        if (now.Count > count) LedgerFile.Write(path, now);
        lines.Clear();
        lines.AddRange(now);
        added.Clear();
        return true;
    }

    private bool Counts(LedgerLine line) => line.Act == LedgerLine.Lock && line.Day <= today;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private LedgerLine Add(LedgerLine line)
    {
        var chained = LedgerFile.Insert(lines, line with { Recorded = line.Date == today ? null : today });
        added.Add(chained);
        return chained;
    }
}
