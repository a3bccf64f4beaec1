using System.Diagnostics;
using System.Globalization;
using Kaizen.Abstractions;
using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Definitions;
using Kaizen.Hosting.Define;
using Kaizen.Hosting.Runs;
using Kaizen.Reports;
using Kaizen.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kaizen.Hosting.Serving;

/// <summary>
/// Keeps the loops of one workspace closing: looks at the clock and at the files, runs the five stages for what is due, once
/// for all that was missed, and runs them for everything after a change of files. One call at a time, one host a workspace.
/// </summary>
public sealed class LoopKeeper(string folder, string? output, TimeProvider time, ILogger logger) : IDisposable
{
    // Rows that cannot be read are rarely mended in a minute; a disk may be.
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan RetryWriting = TimeSpan.FromMinutes(1);

    // Longer than the longest scan should take; a host that is stuck is stuck for good.
    private static readonly TimeSpan LongestLook = TimeSpan.FromMinutes(10);

    // Whatever stays due, the host never goes round without a pause.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private const string Another = "another try";

    private readonly ClosingLog log = new(folder, time is StoryClock);
    private readonly ForeignPages foreign = new(folder, output ?? Path.Combine(folder, "out"));
    private readonly Dictionary<string, DateTimeOffset> retries = [];
    private readonly FailingLoops failing = new(folder);
    private (string Written, string Parts) stamps;
    private (string Known, string Seen) named;
    // When everything is to be looked at again: at once after a change, later where that could not be written.
    private DateTimeOffset? again;
    private WorkspaceLock? held;
    private ServiceProvider? parts;
    private Lazy<TemplateFolder> templates = new(TemplateFolder.BuiltIn);
    private Workspace? written;
    private bool readable;
    private bool told;
    private long looked = Stopwatch.GetTimestamp();

    /// <summary>Absolute path of the workspace.</summary>
    public string Folder => folder;

    /// <summary>The folder that its pages go to.</summary>
    public string OutFolder => output ?? Path.Combine(folder, "out");

    /// <summary>What is known now.</summary>
    public LoopView View { get; private set; } = new();

    /// <summary>Why it does not do its work, for a watchdog; null while it does. Real time counts, whatever clock the host goes by.</summary>
    public string? Ailment => AilmentOf(View, Stopwatch.GetElapsedTime(Interlocked.Read(ref looked)));

    /// <summary>Raised after <see cref="View"/> got a new version.</summary>
    public event Action? Changed;

    /// <summary>The last closings of a cycle, the latest first.</summary>
    public IReadOnlyList<Closing> ClosingsOf(string cycle, int most) => log.Of(cycle, most);

    /// <summary>The templates as they are now.</summary>
    internal TemplateFolder Templates => templates.Value;

    /// <summary>Takes the workspace for this host; says who keeps it where another host does.</summary>
    public Diagnostic? Hold()
    {
        try
        {
            held ??= WorkspaceLock.TryTake(folder, LockHolder.OfHost, time);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Where nothing can be written nothing is closed twice; the run says what is wrong, and the next look tries again.
            return null;
        }

        return held is not null ? null : Catalogue.HostRuns.At(null, LockHolder.Of(folder, LockHolder.OfHost) is { } holder ? $" ({holder})" : "", Name);
    }

    /// <summary>Looks once at clock and files and does what is to be done.</summary>
    /// <returns>The exit code that a one-shot command would end with.</returns>
    public async Task<int> TickAsync(CancellationToken stop)
    {
        if (Hold() is { } other) Hamper(other, null);
        else
        {
            await LookAsync(stop).ConfigureAwait(false);
            if (View.Hampered is not null) Show(View with { Hampered = null }, visible: true);
        }

        Interlocked.Exchange(ref looked, Stopwatch.GetTimestamp());
        return ExitCodes.Of(View.Faults);
    }

    /// <summary>Tells in words what a look threw; the next one comes all the same.</summary>
    public void Fail(Exception fault) => Hamper(Broken(fault, $"'{Name}'"), fault);

    /// <summary>How long nothing becomes due, if no file changes.</summary>
    public TimeSpan Quiet()
    {
        if (View.Workspace is not { AsOf: null } workspace && time is not StoryClock || View.Workspace is null) return TimeSpan.MaxValue;
        var instants = View.Next.Where(n => !retries.ContainsKey(n.Key)).Select(n => new DateTimeOffset(View.Workspace.Calendar.StartOf(n.Value.Date))).Concat(retries.Values).ToList();
        if (again is { } at) instants.Add(at);
        if (instants.Count == 0) return TimeSpan.MaxValue;
        var left = instants.Min() - time.GetUtcNow();
        return left > Pause ? left : Pause;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        parts?.Dispose();
        held?.Dispose();
    }

    internal static string? AilmentOf(LoopView view, TimeSpan silent) =>
        (view.Hampered ?? view.Unwritten ?? view.Diagnostics.FirstOrDefault(FaultText.IsOfTheMachine)) is { } fault ? $"{fault.Code}: {fault.Message}"
        : silent > LongestLook ? string.Create(CultureInfo.InvariantCulture, $"It has not looked at clock and files for {silent.TotalMinutes:0} minutes.")
        : null;

    private async Task LookAsync(CancellationToken stop)
    {
        SaveLog();
        var reread = Reread();
        View = View with { Ticked = time.GetUtcNow(), Looked = default };
        if (!readable || written is null) return;
        var asOf = Today.Of(written, null, time);
        var another = asOf != View.AsOf;
        // Titles, owners and dates can be read while the first look still measures, or looks for the loops of a family.
        Show(View with { AsOf = asOf, Workspace = View.Workspace ?? written }, visible: View.Version == 0);
        if (reread || another || again <= time.GetUtcNow())
        {
            var (expanded, open) = await parts!.GetRequiredService<Families>().ExpandAsync(written, (asOf, []), (null, new DiagnosticBag()), stop).ConfigureAwait(false);
            await open.DisposeAsync().ConfigureAwait(false);
            Take(expanded);
        }

        var workspace = View.Workspace!;
        if (reread || another) Tell(workspace, asOf);
        var others = !View.Settled ? default : foreign.Look(asOf, workspace.Cycles.Select(c => c.Id).ToHashSet(StringComparer.Ordinal));
        if (others.Lost) again ??= time.GetUtcNow();
        if (others.Sheets || another && View.Settled) Show(View with { Foreign = foreign.Dates }, visible: true);

        var whole = again <= time.GetUtcNow();
        var due = Due(workspace, asOf, whole);
        // Sheets of today by another hand: their evidence is on record, and belongs on the portfolio.
        var ids = due.Keys.Union(others.Today ?? []).ToArray();
        if (!whole && ids.Length == 0) return;
        var results = await RunAsync(whole ? [] : ids, asOf, stop).ConfigureAwait(false);
        if (results.Select(r => r.Workspace).LastOrDefault(w => w is not null) is { } seen) Take(seen);
        Record(View.Workspace!, asOf, (due, whole), LostLoops.Among(results, ids, whole, View));
    }

    /// <summary>The loops that there are now; what waits of others need not be tried again.</summary>
    private void Take(Workspace loops)
    {
        View = View with { Workspace = LostLoops.Kept(loops, View.Workspace) };
        var ids = View.Workspace.Cycles.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in retries.Keys.Where(id => !ids.Contains(id)).ToList()) retries.Remove(gone);
    }

    /// <summary>Reads the definitions again where a file changed; says whether it did.</summary>
    private bool Reread()
    {
        var now = (Written: FileStamps.OfWritten(folder), Parts: FileStamps.OfParts(folder));
        if (now == stamps && parts is not null)
        {
            // A file that is still being written is left until it rests for one look.
            var seen = FileStamps.OfNamed(written);
            if (seen != named.Known && seen == named.Seen) (named.Known, again) = (seen, time.GetUtcNow());
            named.Seen = seen;
            return false;
        }

        if (now.Parts != stamps.Parts || parts is null)
        {
            parts?.Dispose();
            parts = new ServiceCollection().AddSingleton(time).AddKaizen(reloads: true).BuildServiceProvider();
            templates = new Lazy<TemplateFolder>(TemplateFolder.BuiltIn);
        }

        var faults = new DiagnosticBag();
        var workspace = WorkspaceReader.Read(folder, faults);
        (stamps, readable, again) = (now, workspace is not null, time.GetUtcNow());
        var found = Excerpts.Add(faults.All, folder);
        LogNew(found);
        // Of a workspace that cannot be read any more the last pages stay, with the reason beside them.
        if (workspace is null) Show(View with { Diagnostics = found, Settled = true }, visible: !View.Settled || !FaultText.Same(View.Diagnostics, found));
        else written = workspace;
        var seenFirst = FileStamps.OfNamed(written);
        named = (seenFirst, seenFirst);
        return true;
    }

    private Dictionary<string, DueDate> Due(Workspace workspace, DateOnly asOf, bool whole)
    {
        var due = new Dictionary<string, DueDate>();
        foreach (var cycle in workspace.Cycles)
        {
            // What failed waits for its next try, whatever became due meanwhile; a changed file is a reason to try now.
            var waits = retries.TryGetValue(cycle.Id, out var retry);
            if (waits && retry > time.GetUtcNow() && !whole) continue;
            if (log.LastOf(cycle.Id, asOf) is not { } last) due[cycle.Id] = new DueDate(asOf, "first look");
            else if (!last.Concluded) due[cycle.Id] = new DueDate(last.Due, last.Why);
            else if (Agenda.Next(cycle, last.AsOf) is { } next && next.Date <= asOf) due[cycle.Id] = next;
            else if (waits) due[cycle.Id] = new DueDate(asOf, Another);
        }

        return due;
    }

    /// <summary>One run for all; where that breaks, one for each, so that a loop's failure stays its own.</summary>
    private async Task<List<RunResult>> RunAsync(string[] ids, DateOnly asOf, CancellationToken stop)
    {
        var run = parts!.GetRequiredService<WorkspaceRun>();
        var request = new RunRequest(folder, asOf, output, ids) { RenewsPortfolio = true };
        try
        {
            return [await run.RunAsync(request, RunMode.Close, new Silence(), stop).ConfigureAwait(false)];
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            KeeperLog.Broken(logger, fault, Name, ids is [var one] ? one : "one of the loops");
        }

        var results = new List<RunResult>();
        foreach (var id in ids.Length > 0 ? ids : [.. View.Workspace!.Cycles.Select(c => c.Id)])
        {
            try
            {
                results.Add(await run.RunAsync(request with { Selectors = [id] }, RunMode.Close, new Silence(), stop).ConfigureAwait(false));
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                KeeperLog.Broken(logger, fault, Name, id);
                results.Add(new RunResult { Diagnostics = [Broken(fault, $"'{id}'") with { Cycle = id }] });
            }
        }

        return results;
    }

    private void Record(Workspace workspace, DateOnly asOf, (Dictionary<string, DueDate> Loops, bool Whole) due, List<RunResult> results)
    {
        var now = time.GetUtcNow();
        var fresh = results.SelectMany(r => r.Cycles).ToDictionary(c => c.Cycle.Id);
        var kept = results.Where(r => !r.Diagnostics.Any(FaultText.IsOfTheMachine)).SelectMany(r => r.Cycles).Select(c => c.Cycle.Id).ToHashSet(StringComparer.Ordinal);
        var (closings, closed, news) = (new List<Closing>(), 0, new List<Action>());
        foreach (var (id, date) in due.Loops)
        {
            var concluded = fresh.GetValueOrDefault(id)?.Evidence is not null;
            var well = concluded && kept.Contains(id);
            // What could not be kept is not closed: it stays due, and is tried again soon. Of tries that fail the first is
            // told, and a try of what was not due is none of the loop's history.
            var tells = kept.Contains(id) && date.Why != Another && (concluded || log.LastOf(id, asOf) is not { Concluded: false });
            if (tells) closings.Add(new Closing(id, asOf, date.Date, date.Why, concluded) { Story = time is StoryClock });
            var known = retries.Remove(id);
            if (!well) retries[id] = now + (kept.Contains(id) ? RetryAfter : RetryWriting);
            if (well) closed++;
            if (well) news.Add(() => KeeperLog.Closed(logger, Name, id, Iso(asOf), Iso(date.Date), date.Why, fresh[id].Evidence!.Recommendation.ToString()));
            else if (!known || tells) news.Add(() => KeeperLog.NotConcluded(logger, Name, id, Iso(date.Date), date.Why, retries[id].ToString("u", CultureInfo.InvariantCulture)));
        }

        foreach (var failed in fresh.Values.Where(c => c.Evidence is null || !due.Whole && !kept.Contains(c.Cycle.Id)))
            retries.TryAdd(failed.Cycle.Id, now + (kept.Contains(failed.Cycle.Id) ? RetryAfter : RetryWriting));
        foreach (var well in fresh.Values.Where(c => c.Evidence is not null && kept.Contains(c.Cycle.Id))) retries.Remove(well.Cycle.Id);
        failing.Note(results, retries.Keys);
        var diagnostics = results.SelectMany(r => r.Diagnostics).Concat(failing.Beside(results)).DistinctBy(FaultText.Line).ToList();
        LogNew(diagnostics);
        foreach (var tell in news) tell();
        // A change is forgotten once it was looked at and written, and no sooner.
        if (due.Whole) again = workspace.Cycles.All(c => kept.Contains(c.Id)) && !results.Exists(r => r.Diagnostics.Any(FaultText.IsOfTheMachine)) ? null
            : now + (diagnostics.Exists(d => d.Code == Catalogue.HostHampered.Code) ? RetryAfter : RetryWriting);
        if (workspace.Families.Any(f => !f.IsKnown)) again ??= now + RetryAfter;
        var pages = results.Sum(r => r.Written.Count);
        if (due is { Whole: true, Loops.Count: 0 } && pages > 0) KeeperLog.LookedAgain(logger, Name, pages);
        log.Add(closings);
        SaveLog();
        foreign.Own(results.SelectMany(r => r.Written).Select(w => w.Name), fresh.Values.Where(c => c.Evidence is not null && kept.Contains(c.Cycle.Id)).Select(c => c.Cycle.Id), asOf);
        // What waits for another try is late already; its next date is the one after today.
        var next = workspace.Cycles.Select(c => (c.Id, Next: Agenda.Next(c, retries.ContainsKey(c.Id) ? asOf : log.LastOf(c.Id, asOf)?.AsOf ?? asOf)))
            .Where(n => n.Next is not null).ToDictionary(n => n.Id, n => n.Next!);
        var shown = failing.WithLast(fresh.Values, View.Cycles);
        var before = View;
        Show(View with
        {
            Cycles = workspace.Cycles.Select(c => c.Id).Concat(LostLoops.OfFaulty(workspace, View))
                .Select(id => shown.GetValueOrDefault(id) ?? View.Cycles.GetValueOrDefault(id)).OfType<CycleResult>().DistinctBy(r => r.Cycle.Id).ToDictionary(r => r.Cycle.Id),
            Failing = failing.Faults,
            Diagnostics = diagnostics,
            Foreign = foreign.Dates,
            Next = next,
            Settled = true,
            Looked = (due.Loops.Count, closed),
        }, visible: !before.Settled || pages > 0 || closings.Count > 0 || !FaultText.Same(before.Diagnostics, diagnostics)
            || before.Foreign.Count != foreign.Dates.Count || !before.Failing.Keys.ToHashSet().SetEquals(failing.Faults.Keys)
            || !before.Next.ToHashSet().SetEquals(next));
    }

    /// <summary>Writes down what was closed. Where that cannot be done the pages go on, with the reason on them.</summary>
    private void SaveLog()
    {
        var fault = log.Save() is { } machine ? Catalogue.StoreUnwritable.At(null, $"'.kaizen/closings.ndjson': {machine.Why}") with { Hint = machine.WayOut } : null;
        if (fault?.Message == View.Unwritten?.Message) return;
        if (fault is not null) LogNew([fault]);
        Show(View with { Unwritten = fault }, visible: View.Version > 0);
    }

    private void Hamper(Diagnostic told, Exception? thrown)
    {
        if (View.Hampered?.Message == told.Message) return;
        if (thrown is not null) KeeperLog.Broken(logger, thrown, Name, "the host's own work");
        else LogNew([told]);
        Show(View with { Hampered = told }, visible: true);
    }

    private void Show(LoopView view, bool visible)
    {
        View = visible ? view with { Version = view.Version + 1 } : view;
        if (visible) Changed?.Invoke();
    }

    /// <summary>Says once what a person should know about the calendar.</summary>
    private void Tell(Workspace workspace, DateOnly asOf)
    {
        var latest = workspace.Cycles.SelectMany(c => log.Of(c.Id, ClosingLog.Most)).Select(c => (DateOnly?)c.AsOf).Max();
        if (latest > asOf && View.AsOf != asOf) KeeperLog.ClockWasAhead(logger, Name, Iso(asOf), Iso(latest.Value));
        if (told) return;
        told = true;
        if (workspace.AsOf is { } held && time is not StoryClock) KeeperLog.HeldCalendar(logger, Name, Iso(held));
        var open = workspace.Cycles.Where(c => !StateOf.IsOver(StateOf.At(c, asOf))).ToList();
        var next = workspace.Cycles.Select(c => Agenda.Next(c, asOf)?.Date).Min();
        KeeperLog.Keeping(logger, Name, workspace.Cycles.Count, open.Count, next is { } day ? Iso(day) : "never");
    }

    private void LogNew(IReadOnlyList<Diagnostic> found)
    {
        var known = View.Faults.Select(FaultText.Line).ToHashSet(StringComparer.Ordinal);
        foreach (var fault in found.Where(f => !known.Contains(FaultText.Line(f)))) KeeperLog.Fault(logger, Name, fault.Code, FaultText.Place(fault), fault.Message);
    }

    private string Name => View.Workspace?.Name ?? Path.GetFileName(folder);

    private static Diagnostic Broken(Exception fault, string what) => Catalogue.HostHampered.At(null, what,
        fault is IOException or UnauthorizedAccessException ? MachineFault.Of(fault).Why : $"a fault of the program, {fault.GetType().Name}: {fault.Message.TrimEnd('.')}");

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed class Silence : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
        }
    }
}
