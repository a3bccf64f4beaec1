using Kaizen.Cli.Output;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Metrics;
using Kaizen.Definitions;
using Kaizen.Definitions.Binding;
using Kaizen.Hosting;
using Kaizen.Hosting.Authoring;
using Kaizen.Hosting.Define;
using Kaizen.Hosting.Runs;
using Kaizen.Reports.Review;

namespace Kaizen.Cli.Commands;

/// <summary>One <c>kaizen new</c>: finds the workspace, asks or takes the options, writes everything at once and looks at what it wrote.</summary>
internal sealed class NewSession
{
    private const int Worst = 3;
    private readonly NewOptions options;
    private readonly string folder;
    private readonly string? wanted;
    private readonly Workspace? workspace;
    private readonly Names names;
    private string? written;
    private string? byHand;

    private NewSession(NewOptions options, string folder, string? wanted, Workspace? workspace)
    {
        (this.options, this.folder, this.wanted, this.workspace) = (options, folder, wanted, workspace);
        names = new Names(folder, workspace);
    }

    /// <summary>The session, or null where the words name no place for a cycle or the workspace cannot be read.</summary>
    public static NewSession? Open(NewOptions options, DiagnosticBag faults)
    {
        var words = options.Words;
        var named = words.Count > 0 && Directory.Exists(words[0]);
        if (words.Count == 2 && !named) faults.Add(Catalogue.UnknownName.Hinting("make it first, or go there", null, "folder", words[0]));
        var id = named ? words is [_, var second] ? second : null : words is [var only, ..] ? only : null;
        if (id is not null && !Ids.IsFileName(id))
            faults.Add(Catalogue.WrongLine.At(null, $"'{id}' cannot be the id of a cycle.") with { Hint = "letters, digits, - and _, beginning with a letter or digit, such as late-orders" });
        if (options is { From: not null, Value: not null }) faults.Add(Catalogue.OptionsTogether.At(null, "--from", "--value"));
        if (options.From is { } file && !File.Exists(file)) faults.Add(Catalogue.UnknownName.Hinting("look at its spelling", null, "file", file));
        // A pipe or a device has no length either, and reading it may never end.
        else if (options.From is { } empty && new FileInfo(empty).Length == 0) faults.Add(Catalogue.NotATable.At(null, Path.GetFileName(empty), "it is empty, or no file"));
        if (faults.HasErrors) return null;
        var start = Path.GetFullPath(named ? words[0] : Directory.GetCurrentDirectory());
        var folder = named && File.Exists(Path.Combine(start, "kaizen.yaml")) ? start : WorkspaceReader.Find(start);
        if (folder is null) return new NewSession(options, start, id, null);
        // Faults of other cycles stop nobody from beginning a new one.
        var found = new DiagnosticBag();
        if (WorkspaceReader.Read(folder, found) is { } workspace) return new NewSession(options, folder, id, workspace);
        faults.AddRange(found.All.Where(d => d.Cycle is null));
        return null;
    }

    /// <summary>Asks, writes and says whether the files are there.</summary>
    public async Task<bool> RunAsync(DiagnosticBag faults, CancellationToken cancellation)
    {
        if (wanted is not null && names.Exists(wanted))
        {
            faults.Add(Catalogue.FileExists.At(null, $"cycles/{wanted}.yaml"));
            return false;
        }

        var before = Before(faults);
        if (faults.HasErrors) return false;
        if (!options.Asks && options.Title is null && wanted is null && before is null)
        {
            faults.Add(Catalogue.WrongLine.At(null, "A title or an id is needed where nobody can be asked.") with { Hint = "say --title 'What is wrong', or run it on a terminal" });
            return false;
        }

        var interview = options.Asks ? new Interview(cancellation) : null;
        var today = (workspace?.Calendar ?? new WorkCalendar(TimeZoneInfo.Local)).DayOf(StoryClock.OfEnvironment().GetUtcNow().UtcDateTime);
        var kind = options.Kind ?? (before is null ? CycleKind.Pdca : Following.KindAfter(before));
        var carried = before is null ? new NewCycle { Id = "", Kind = kind } : Following.Of(before, "", kind, options.Reason);
        carried = carried with { Title = options.Title ?? carried.Title, Problem = options.Problem ?? carried.Problem, Domain = options.Domain ?? carried.Domain };
        var questions = interview is null ? null : new NewQuestions(interview, options, today);
        var cycle = questions is null ? carried : await questions.FrameAsync(carried);
        using var numbers = new NewNumber(options, folder, workspace, names, interview);
        var number = await numbers.FindAsync(faults, cancellation);
        if (number is null) return false;
        if (number.Metrics.Count > 0) cycle = cycle with { Metrics = number.Metrics };
        cycle = questions is null ? NewQuestions.Unasked(cycle, options, faults) : await questions.PlanAsync(cycle);
        if (faults.HasErrors) return false;
        cycle = cycle with
        {
            Owner = cycle.Owner is { } owner ? names.Person(owner) : null,
            Coach = cycle.Coach is { } coach ? names.Person(coach) : null,
            Title = cycle.Title ?? (wanted is null ? null : Names.Title(wanted)),
        };
        var id = wanted ?? names.Cycle(before is not null && cycle.Title == before.Title ? $"{before.Id}-{CycleText.Kind(kind)}" : cycle.Title ?? (number.Metrics is [var lead, ..] ? lead.Name : "cycle"));
        if (!Ids.IsFileName(id)) id = names.Cycle($"{id}-cycle");
        // A new workspace is whole or not there, as everything else.
        var bare = workspace is null ? BareWorkspace.ForGit(false).Where(f => !File.Exists(Path.Combine(folder, f.Path))).Prepend(BareWorkspace.Definition(folder)) : [];
        var files = new NewFiles(folder)
        {
            Texts = [.. bare, .. number.File is { } data ? [data] : Array.Empty<(string, string)>(), ($"cycles/{id}.yaml", CycleText.Of(cycle with { Id = id }))],
            Copies = number.Source?.Copy is { } copy ? [copy] : [],
            Edits = [.. number.Source?.Edits ?? [], .. names.NewPeople],
        };
        cancellation.ThrowIfCancellationRequested();
        if (!files.Write(faults)) return false;
        (written, byHand) = (id, number.ByHand);
        EditorSchema.Keep(folder);
        if (workspace is null && !BareWorkspace.TellGit(folder)) Interview.Say(".gitignore could not be written; keep data/, out/ and .kaizen/ out of git, since rows may hold people.");
        if (workspace is null) Interview.Say("There was no kaizen.yaml, so this folder became a workspace: kaizen.yaml and cycles/ (zone and name can be changed in kaizen.yaml).");
        foreach (var line in number.Told) Interview.Say(line);
        return true;
    }

    /// <summary>Says what was written, what is wrong with it and what comes next.</summary>
    public void Tell()
    {
        var path = $"cycles/{written}.yaml";
        Interview.Say($"Wrote {Shown(path)}.");
        var faults = new DiagnosticBag();
        var found = Validation.Of(new RunRequest(folder, null, null, [written!]), faults);
        var left = found.Diagnostics.Where(d => d.Cycle == written && d.Code == Catalogue.KeyMissing.Code).ToList();
        using (var screen = new Screen()) screen.Show(found.Diagnostics.Where(d => d.Cycle is null || d.Cycle == written).Except(left));
        // What nobody answered is no fault yet: the file has a place for it.
        foreach (var key in left) Interview.Say($"Left for you to write: {key.Message.TrimEnd('.')}{(key.Hint is null ? "" : $" ({key.Hint})")}.");
        var lint = Remarks.Of([], found.Lint).Where(r => r.Waived is null).OrderBy(r => r.Severity).ThenBy(r => r.Gate ?? (Kaizen.Core.Lint.Gate)9).ThenBy(r => r.Code, StringComparer.Ordinal).ToList();
        if (lint.Count > 0)
        {
            Interview.Say(lint.Count == 1 ? "A coach would ask:" : lint.Count <= Worst ? "A coach would ask, first of all:" : $"A coach would ask, first of all ({lint.Count} in all, 'kaizen validate' lists them):");
            foreach (var remark in lint.Take(Worst)) Interview.Say($"  {LintText.Rule(remark, Ink.ForOutput)}: {remark.Hint}");
        }

        var faulty = found.Diagnostics.Any(d => d.Cycle == written && d.Severity == Abstractions.Severity.Error);
        var place = Path.GetRelativePath(Directory.GetCurrentDirectory(), folder);
        var run = WorkspaceReader.Find(Directory.GetCurrentDirectory()) == folder ? "kaizen run" : $"kaizen run {Plain.ForShell(place)}";
        var first = faulty ? $"write what is missing into {Shown(path)}, then " : byHand is null ? "" : $"kaizen note value {(run == "kaizen run" ? "" : $"{run["kaizen run ".Length..]} ")}{byHand} 5.2 with the number that you see, then ";
        Interview.Say($"Next: {first}{run}");
    }

    private string Shown(string path) => Path.GetRelativePath(Directory.GetCurrentDirectory(), Path.Combine(folder, path)).Replace('\\', '/');

    private Cycle? Before(DiagnosticBag faults)
    {
        if (options.After is not { } id) return null;
        if (workspace?.Cycles.FirstOrDefault(c => c.Id == id) is { } before) return before;
        if (workspace?.Faulty.Any(f => f.Id == id) == true) faults.Add(Catalogue.CycleFaulty.Hinting($"mend the cycle '{id}' first", null, id));
        else faults.Add(Catalogue.UnknownName.Hinting(Nearest.Hint(id, [.. workspace?.Cycles.Select(c => c.Id) ?? []]), null, "cycle", id));
        return null;
    }
}
