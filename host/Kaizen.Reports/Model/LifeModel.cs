using Kaizen.Core.Checking;
using Kaizen.Reports.Text;

namespace Kaizen.Reports.Model;

/// <summary>What happened to a cycle beside its plan: holds, extensions, a cancellation, lint that the team accepts.</summary>
internal static class LifeModel
{
    /// <summary>Height of the line of waivers.</summary>
    public const double WaiverLine = 3.6;

    /// <summary>Whether a sheet shows anything that few cycles have; only then it carries the styles for it.</summary>
    public static bool Any(Sheet sheet) =>
        LearningModel.Exists(sheet) || !sheet.IsPdca && !sheet.IsSdca || sheet.Cycle.Waivers.Count > 0 || sheet.Cycle.Plan.Scope is not null || sheet.Cycle.Story is not null
        || sheet.Cycle.Plan.Actions.Any(a => a.Recovery is not null);

    /// <summary>Why nothing moves, or null.</summary>
    public static string? Rest(Sheet sheet)
    {
        if (sheet.Evidence.State == CycleState.Cancelled && sheet.Cycle.Cancelled is { } cancelled)
            return MarkdownText.Line($"given up {Show.Date(cancelled.Date)}: {cancelled.Because}", 110);
        return sheet.Evidence.State == CycleState.OnHold && StateOf.HeldAt(sheet.Cycle, sheet.Evidence.FactsAsOf) is { } hold
            ? MarkdownText.Line($"since {Show.ShortDate(hold.From)}, to go on by {Show.ShortDate(hold.ResumeBy)}: {hold.Because}", 110) : null;
    }

    /// <summary>When the check was put off, and why.</summary>
    public static string? Extended(Sheet sheet) => sheet.Cycle.Check.Extended is not [.., var last] all ? null
        : MarkdownText.Line($"put off{(all.Count > 1 ? $" {all.Count} times, the last time" : "")} to {Show.Date(last.To)}: {last.Because}", 110);

    /// <summary>The rules that the team accepts, with reason and date.</summary>
    public static string? Waived(Sheet sheet)
    {
        if (sheet.Cycle.Waivers.Count == 0) return null;
        const int Shown = 3;
        var told = sheet.Cycle.Waivers.Take(Shown).Select(w =>
            $"{w.Rule}{(w.At is null ? "" : $" at {TextWidth.Cut(w.At, 30)}")}, {Show.ShortDate(w.Date)}{(w.By is null ? "" : $", {sheet.Name(w.By)}")}: {MarkdownText.Line(w.Because, sheet.Cycle.Waivers.Count switch { 1 => 200, 2 => 95, _ => 60 })}");
        var more = UnderstandingModel.More(sheet.Cycle.Waivers.Count - Shown, "waiver");
        return string.Join(" · ", more is null ? told : told.Append(more));
    }
}
