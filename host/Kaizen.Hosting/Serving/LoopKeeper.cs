using System.Globalization;
using Kaizen.Abstractions;
using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Definitions;
using Kaizen.Hosting.Define;
using Kaizen.Hosting.Runs;
using Kaizen.Reports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kaizen.Hosting.Serving;

/// <summary>
/// Keeps the loops of one workspace closing: looks at the clock and at the files, runs the five stages for what is due, once
/// for all that was missed, and runs them for everything after a change of what people wrote. One call at a time.
/// </summary>
public sealed class LoopKeeper(string folder, string? output, TimeProvider time, ILogger logger) : IDisposable
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(15);

    // Whatever stays due, the host never goes round without a pause.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly ClosingLog log = new(folder);
    private readonly Dictionary<string, DateTimeOffset> retries = [];
    private (string Written, string Parts) stamps = ("", "");
    private ServiceProvider? parts;
    private Lazy<TemplateFolder> templates = new(TemplateFolder.BuiltIn);
    private bool readable;
    private bool told;

    /// <summary>Absolute path of the workspace.</summary>
    public string Folder => folder;

    /// <summary>The folder that its pages go to.</summary>
    public string OutFolder => output ?? Path.Combine(folder, "out");

    /// <summary>What is known now.</summary>
    public LoopView View { get; private set; } = new();

    /// <summary>Raised after <see cref="View"/> got a new version.</summary>
    public event Action? Changed;

    /// <summary>The last closings of a cycle, the latest first.</summary>
    public IReadOnlyList<Closing> ClosingsOf(string cycle, int most) => log.Of(cycle, most);

    /// <summary>The templates as they are now.</summary>
    internal TemplateFolder Templates => templates.Value;

    /// <summary>Looks once at clock and files and does what is to be done.</summary>
    /// <returns>The exit code that a one-shot command would end with.</returns>
    public async Task<int> TickAsync(CancellationToken stop)
    {
        var changed = Reread();
        if (!readable || View.Workspace is not { } workspace) return ExitCodes.Of(View.Diagnostics);
        var asOf = Today.Of(workspace, null, time);
        if (changed || asOf != View.AsOf) Tell(workspace, asOf);
        var due = Due(workspace, asOf);
        View = View with { AsOf = asOf, Ticked = time.GetUtcNow() };
        if (!changed && due.Count == 0) return ExitCodes.Fine;
        var results = await RunAsync(changed ? [] : [.. due.Keys], asOf, stop).ConfigureAwait(false);
        Record(workspace, asOf, due, results, changed);
        return results.Select(r => r.ExitCode).DefaultIfEmpty(ExitCodes.Fine).Max();
    }

    /// <summary>How long nothing becomes due, if no file changes.</summary>
    public TimeSpan Quiet()
    {
        if (View.Workspace is not { AsOf: null } workspace && time is not StoryClock || View.Workspace is null) return TimeSpan.MaxValue;
        var instants = View.Next.Where(n => !retries.ContainsKey(n.Key)).Select(n => new DateTimeOffset(View.Workspace.Calendar.StartOf(n.Value.Date))).Concat(retries.Values).ToList();
        if (instants.Count == 0) return TimeSpan.MaxValue;
        var left = instants.Min() - time.GetUtcNow();
        return left > Pause ? left : Pause;
    }

    /// <inheritdoc/>
    public void Dispose() => parts?.Dispose();

    /// <summary>Reads the definitions again where a file changed; says whether anything did.</summary>
    private bool Reread()
    {
        var now = (FileStamps.OfWritten(folder), FileStamps.OfParts());
        if (now == stamps && parts is not null) return false;
        if (now.Item2 != stamps.Parts || parts is null)
        {
            parts?.Dispose();
            parts = new ServiceCollection().AddSingleton(time).AddKaizen(reloads: true).BuildServiceProvider();
            templates = new Lazy<TemplateFolder>(() => TemplateFolder.BuiltIn());
        }

        stamps = now;
        var faults = new DiagnosticBag();
        var workspace = WorkspaceReader.Read(folder, faults);
        // Of a workspace that cannot be read any more the last pages stay, with the reason beside them.
        View = View with { Workspace = workspace ?? View.Workspace, Diagnostics = Excerpts.Add(faults.All, folder) };
        foreach (var fault in View.Diagnostics) KeeperLog.Fault(logger, Name, fault.Code, Place(fault), fault.Message);
        readable = workspace is not null;
        foreach (var gone in retries.Keys.Where(id => workspace?.Cycles.Any(c => c.Id == id) == false).ToList()) retries.Remove(gone);
        if (!readable) Publish();
        return readable;
    }

    private Dictionary<string, DueDate> Due(Workspace workspace, DateOnly asOf)
    {
        var due = new Dictionary<string, DueDate>();
        var now = time.GetUtcNow();
        foreach (var cycle in workspace.Cycles)
        {
            if (retries.TryGetValue(cycle.Id, out var retry))
            {
                // What failed waits for its next try, whatever became due meanwhile.
                if (retry <= now) due[cycle.Id] = new DueDate(asOf, "another try");
            }
            else if (log.LastOf(cycle.Id) is not { } last) due[cycle.Id] = new DueDate(asOf, "first look");
            else if (Agenda.Next(cycle, last.AsOf) is { } next && next.Date <= asOf) due[cycle.Id] = next;
        }

        return due;
    }

    /// <summary>One run for all; where that breaks, one for each, so that a loop's failure stays its own.</summary>
    private async Task<List<RunResult>> RunAsync(string[] ids, DateOnly asOf, CancellationToken stop)
    {
        var request = new RunRequest(folder, asOf, output, ids) { RenewsPortfolio = true };
        try
        {
            return [await RunAsync(request, stop).ConfigureAwait(false)];
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
                results.Add(await RunAsync(request with { Selectors = [id] }, stop).ConfigureAwait(false));
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                KeeperLog.Broken(logger, fault, Name, id);
            }
        }

        return results;
    }

    private Task<RunResult> RunAsync(RunRequest request, CancellationToken stop) =>
        parts!.GetRequiredService<WorkspaceRun>().RunAsync(request, RunMode.Close, new Silence(), stop);

    private void Record(Workspace workspace, DateOnly asOf, Dictionary<string, DueDate> due, List<RunResult> results, bool changed)
    {
        var fresh = results.SelectMany(r => r.Cycles).ToDictionary(c => c.Cycle.Id);
        var busy = results.Exists(r => r.Diagnostics.Any(d => d.Code[2] == '4' && d.Severity == Severity.Error));
        var closings = due.Select(d => new Closing(d.Key, asOf, d.Value.Date, d.Value.Why, fresh.GetValueOrDefault(d.Key)?.Evidence is not null)).ToList();
        foreach (var closing in closings)
        {
            var well = closing.Concluded && !busy;
            retries.Remove(closing.Cycle);
            if (!well) retries[closing.Cycle] = time.GetUtcNow() + RetryAfter;
            if (well) KeeperLog.Closed(logger, Name, closing.Cycle, Iso(asOf), Iso(closing.Due), closing.Why, fresh[closing.Cycle].Evidence!.Recommendation.ToString());
            else KeeperLog.NotConcluded(logger, Name, closing.Cycle, Iso(closing.Due), closing.Why, retries[closing.Cycle].ToString("u", CultureInfo.InvariantCulture));
        }

        // What could not be kept is not closed: it stays due, and is tried again as a retry.
        if (!busy) log.Add(closings);
        foreach (var fault in results.SelectMany(r => r.Diagnostics).Where(d => d.Code[2] is '3' or '4' or '5')) KeeperLog.Fault(logger, Name, fault.Code, Place(fault), fault.Message);
        if (changed && due.Count == 0) KeeperLog.LookedAgain(logger, Name, results.Sum(r => r.Written.Count));
        View = View with
        {
            Cycles = workspace.Cycles.Where(c => fresh.ContainsKey(c.Id) || View.Cycles.ContainsKey(c.Id))
                .ToDictionary(c => c.Id, c => fresh.TryGetValue(c.Id, out var result) ? result : View.Cycles[c.Id]),
            Diagnostics = [.. results.SelectMany(r => r.Diagnostics).Distinct()],
            Next = workspace.Cycles.Select(c => (c.Id, Next: Agenda.Next(c, log.LastOf(c.Id)?.AsOf ?? asOf))).Where(n => n.Next is not null).ToDictionary(n => n.Id, n => n.Next!),
        };
        Publish();
    }

    private void Publish()
    {
        View = View with { Version = View.Version + 1 };
        Changed?.Invoke();
    }

    /// <summary>Says once what a person should know about the calendar.</summary>
    private void Tell(Workspace workspace, DateOnly asOf)
    {
        var latest = workspace.Cycles.Select(c => log.LastOf(c.Id)?.AsOf).Max();
        if (latest > asOf && View.AsOf != asOf) KeeperLog.ClockMovedBack(logger, Name, Iso(asOf), Iso(latest.Value));
        if (told) return;
        told = true;
        if (workspace.AsOf is { } held && time is not StoryClock) KeeperLog.HeldCalendar(logger, Name, Iso(held));
        var open = workspace.Cycles.Where(c => StateOf.At(c, asOf) != CycleState.Closed).ToList();
        var next = workspace.Cycles.Select(c => Agenda.Next(c, asOf)?.Date).Min();
        KeeperLog.Keeping(logger, Name, workspace.Cycles.Count, open.Count, next is { } day ? Iso(day) : "never");
    }

    private string Name => View.Workspace?.Name ?? Path.GetFileName(folder);

    private static string Place(Diagnostic fault) => fault.Span is { } span ? string.Create(CultureInfo.InvariantCulture, $"{span.File}:{span.Line}:{span.Column}") : fault.Cycle ?? "";

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed class Silence : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
        }
    }
}
