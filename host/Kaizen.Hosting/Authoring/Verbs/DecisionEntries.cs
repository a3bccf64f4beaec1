using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Definitions.Editing;
using Kaizen.Store;

namespace Kaizen.Hosting.Authoring.Verbs;

/// <summary>A decision: what goes into <c>act</c>, and the cycle that comes of it.</summary>
internal static class DecisionEntries
{
    public static IReadOnlyList<FileEdit> Of(WritingTurn turn, Entry.Decision decision)
    {
        var (cycle, act) = (turn.Cycle, turn.Cycle.Act ?? new Act());
        if (!MayDecide(turn, decision)) return [];
        var day = turn.Day(decision.Date);
        // What another decision left behind does not belong to this one.
        if (Replaces(turn, decision)) act = act with { Because = null, Next = null, Standard = decision.Word == "adopt" ? act.Standard : null };
        Once(turn, decision, ("act.because", act.Because, decision.Because), ("act.learned", act.Learned, decision.Learned), ("check.reflection", cycle.Check.Reflection, decision.Reflection), ("act.next", act.Next, decision.Next));
        var standard = StandardOf(turn, decision);
        var follower = turn.Faults.HasErrors ? null : FollowerOf(turn, decision with { Because = decision.Because ?? act.Because ?? "", Date = day, Standard = standard });
        var next = decision.Next ?? (string.IsNullOrWhiteSpace(act.Next) ? follower?.Id : null);
        var edits = new List<YamlEdit>();
        if (decision.Reflection is { } reflection) edits.Add(new YamlEdit.Set("check.reflection", YamlValue.Of(reflection)));
        edits.Add(new YamlEdit.Set("act", Items.Map(("decision", decision.Word), ("date", day), ("because", decision.Because), ("learned", decision.Learned), ("next", next))));
        edits.AddRange(Surplus(turn, act, (decision, next)));
        if (decision.Standard != default) edits.Add(new YamlEdit.Set(cycle.Kind == CycleKind.Sdca ? "standard" : "act.standard", Items.Map(("text", standard.Text), ("owner", standard.Owner), ("metric", standard.Metric), ("audit", standard.Audit))));
        Missing(turn, decision, standard, next ?? act.Next);
        StillFollowing(turn, decision);
        List<FileEdit> files = [new FileEdit.Yaml(cycle.File, edits)];
        if (follower is { } file) files.Add(new FileEdit.Create($"cycles/{file.Id}.yaml", file.Text));
        return files;
    }

    private static bool MayDecide(WritingTurn turn, Entry.Decision decision)
    {
        var (cycle, fitting) = (turn.Cycle, DecisionWords.Of(turn.Cycle.Kind));
        if (!fitting.Contains(decision.Word))
            turn.Faults.Add(Catalogue.DecisionOfAnotherKind.At(null, decision.Word, cycle.Kind.ToString().ToUpperInvariant()) with { Hint = $"one of {string.Join(", ", fitting.Select(f => "--" + f))}" });
        else if (cycle.Act?.Decision is { } before && !decision.Force)
            turn.Faults.Add(Catalogue.DecidedBefore.At(cycle.Places.Of("act.decision"), cycle.Id, before, cycle.Act.Date is { } on ? $" on {WritingTurn.Iso(on)}" : ""));
        else if (cycle.Cancelled is { } cancelled)
            turn.Faults.Add(Catalogue.SaidBefore.At(cycle.Places.Of("cancelled"), $"'{cycle.Id}' was cancelled on {WritingTurn.Iso(cancelled.Date)}"));
        else if (!DecisionWords.MayCome(cycle, decision.Date ?? turn.AsOf))
            NotBegun(turn, decision.Date);
        else if (decision.Recommended is { } says && says != decision.Word && decision.Word != "retire" && string.IsNullOrWhiteSpace(decision.Because ?? (Replaces(turn, decision) ? null : cycle.Act?.Because)))
            turn.Faults.Add(Catalogue.DepartsUnsaid.At(null, decision.Word, says));
        return !turn.Faults.HasErrors;
    }

    private static void NotBegun(WritingTurn turn, DateOnly? given)
    {
        var started = turn.Cycle.Do.Started;
        turn.Faults.Add(Catalogue.NotBegun.Hinting(started <= turn.AsOf ? "look at the date" : null, turn.Cycle.Places.Of("do.started"),
            WritingTurn.Iso(given ?? turn.AsOf), turn.Cycle.Id, started is { } on ? $"do.started is {WritingTurn.Iso(on)}" : "do.started is not written"));
    }

    /// <summary>Whether another decision than this one is written, which gives way by force.</summary>
    private static bool Replaces(WritingTurn turn, Entry.Decision decision) => decision.Force && turn.Cycle.Act?.Decision is { } before && before != decision.Word;

    /// <summary>What the decision before wrote beside itself and this one does not say anew.</summary>
    /// <param name="turn">The entry on its way, whose cycle has what is written.</param>
    /// <param name="kept">What of it stays.</param>
    /// <param name="now">The decision and what comes next.</param>
    private static IEnumerable<YamlEdit> Surplus(WritingTurn turn, Act kept, (Entry.Decision Decision, string? Next) now)
    {
        var written = turn.Cycle.Act;
        if (written?.Because is not null && kept.Because is null && now.Decision.Because is null) yield return new YamlEdit.Remove("act.because");
        if (written?.Next is not null && kept.Next is null && now.Next is null) yield return new YamlEdit.Remove("act.next");
        if (written?.Standard is not null && kept.Standard is null && now.Decision.Standard == default) yield return new YamlEdit.Remove("act.standard");
    }

    /// <summary>Names the cycles that the decision before began; whether they go on is for people to say.</summary>
    private static void StillFollowing(WritingTurn turn, Entry.Decision decision)
    {
        if (!Replaces(turn, decision) || turn.Cycle.Act?.Decision is not { } before || DecisionWords.Follower(before) is not { } follower) return;
        foreach (var next in turn.Workspace.Cycles.Where(c => c.Chain is { } chain && chain.Previous == turn.Cycle.Id && chain.Reason == follower.Reason && c.Kind == follower.Kind && c.Cancelled is null && c.Act?.Decision is null))
        {
            turn.Faults.Add(Catalogue.StillFollows.Hinting(
                next.Do.Started <= turn.AsOf ? $"delete {next.File}, or end it with 'kaizen act {next.Id}'" : null, null, next.Id, turn.Cycle.Id, before));
        }
    }

    /// <summary>What a person wrote gives way only by force.</summary>
    private static void Once(WritingTurn turn, Entry.Decision decision, params (string Path, string? Written, string? Said)[] texts)
    {
        foreach (var (path, written, said) in texts)
            if (!decision.Force && said is not null && !string.IsNullOrWhiteSpace(written) && written.Trim() != said.Trim())
                turn.Faults.Add(Catalogue.SaidBefore.At(turn.Cycle.Places.Of(path), $"{path} holds other words") with { Hint = "leave it away, or replace it with --force" });
    }

    /// <summary>The standard as it will be: what is said goes before what is written, then the cycle's owner and its lead metric.</summary>
    private static (string? Text, string? Owner, string? Metric, string? Audit) StandardOf(WritingTurn turn, Entry.Decision decision)
    {
        var (said, written) = (decision.Standard, turn.Cycle.Kind == CycleKind.Sdca ? turn.Cycle.Standard : turn.Cycle.Act?.Standard);
        said.Owner = turn.Person(said.Owner);
        Once(turn, decision, ("act.standard.text", written?.Text, said.Text), ("act.standard.owner", written?.Owner, said.Owner), ("act.standard.metric", written?.Metric, said.Metric), ("act.standard.audit", written?.Audit, said.Audit));
        if (said != default && (said.Text ?? written?.Text) is null)
            turn.Faults.Add(Catalogue.WrongLine.At(null, "A standard needs its text.") with { Hint = "say the best way of working known today with --standard" });
        var text = said.Text ?? written?.Text;
        return (text, said.Owner ?? written?.Owner ?? (text is null ? null : turn.Cycle.People.Owner), said.Metric ?? written?.Metric ?? (text is null ? null : turn.Cycle.LeadMetric), said.Audit ?? written?.Audit);
    }

    /// <summary>The cycle that comes of the decision; none where one is there already or where people named something else.</summary>
    private static (string Id, string Text)? FollowerOf(WritingTurn turn, Entry.Decision decision)
    {
        if (!decision.Follows || DecisionWords.Follower(decision.Word) is not { } follower) return null;
        var cycle = turn.Cycle;
        var named = decision.Next?.Trim();
        if (named is not null && (named.Any(c => !char.IsLetterOrDigit(c) && c is not ('-' or '_')) || turn.Workspace.Cycles.Any(c => c.Id == named))) return null;
        if (named is null && turn.Workspace.Cycles.Any(c => c.Chain is { } chain && chain.Previous == cycle.Id && chain.Reason == follower.Reason && c.Kind == follower.Kind)) return null;
        var id = named ?? NextId.Of(turn.Workspace, cycle.Id, follower.Kind);
        return (id, new NextCycle(turn, decision, OpenFile.Text(Path.Combine(turn.Workspace.Folder, cycle.File))).Text(follower.Kind, follower.Reason));
    }

    /// <summary>What the method still asks for, in the words of its rules.</summary>
    private static void Missing(WritingTurn turn, Entry.Decision decision, (string? Text, string? Owner, string? Metric, string? Audit) standard, string? next)
    {
        var reflection = decision.Reflection ?? turn.Cycle.Check.Reflection;
        if (string.IsNullOrWhiteSpace(reflection)) Tell("check.reflection is empty, so G3 stays shut (K46).", "write what was expected, what happened and what was learned, or say it with --reflection");
        if (decision.Word == "adopt")
        {
            if (string.IsNullOrWhiteSpace(standard.Text)) Tell("No standard describes what is adopted, so G4 stays shut (K48).", "say it with --standard");
            else if (string.IsNullOrWhiteSpace(standard.Owner)) Tell("The standard has no owner, so G4 stays shut (K48).", "name one with --standard-owner");
        }

        if (decision.Word is not ("adapt" or "abandon" or "correct" or "retire" or "pivot" or "drop")) return;
        if (string.IsNullOrWhiteSpace(decision.Learned ?? turn.Cycle.Act?.Learned) && string.IsNullOrWhiteSpace(reflection)) Tell("Nothing says what was learned, so G4 stays shut (K49).", "say it with --learned");
        if (string.IsNullOrWhiteSpace(next) && !turn.Workspace.Cycles.Any(c => c.Chain?.Previous == turn.Cycle.Id)) Tell("Nothing says what comes next or who holds the gap now, so G4 stays shut (K49).", "say it with --next");

        void Tell(string what, string wayOut) => turn.Faults.Add(Catalogue.StillMissing.At(null, what) with { Hint = wayOut });
    }
}
