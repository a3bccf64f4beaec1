using System.Globalization;
using System.Text;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Definitions.Editing;

namespace Kaizen.Hosting.Authoring.Verbs;

/// <summary>The parking lot of obstacles: one more, another one active, one out of the way.</summary>
internal static class ObstacleEntries
{
    private const int LongestId = 32;

    public static IReadOnlyList<YamlEdit> Of(WritingTurn turn, Entry.Obstacle entry)
    {
        var known = Find(turn, entry.Id ?? entry.Text);
        if (known is null) return [];
        if (known < 0 && entry.Removed is not null)
        {
            Unknown(turn, entry.Text);
            return [];
        }

        if (known < 0) return New(turn, entry.Id ?? IdOf(turn.Cycle, entry.Text), entry.Text, entry.Active);
        var obstacle = turn.Cycle.Plan.Obstacles[known.Value];
        if (entry.Removed is { } removed) return Removed(turn, obstacle, removed);
        if (entry.Active) return Activate(turn, obstacle);
        turn.Faults.Add(Catalogue.SaidBefore.At(null, $"obstacle '{obstacle.Id}', {obstacle.Text}") with { Hint = "--active works on it now, --removed DATE says that it is out of the way" });
        return [];
    }

    /// <summary>The index of an obstacle by number, id or a part of its text; -1 where none fits, null after a fault.</summary>
    public static int? Find(WritingTurn turn, string meant)
    {
        var all = turn.Cycle.Plan.Obstacles;
        var byId = all.ToList().FindIndex(o => o.Id.Equals(meant.Trim(), StringComparison.OrdinalIgnoreCase));
        return byId >= 0 ? byId : Items.Find([.. all.Select(o => o.Text)], meant, "obstacles", turn);
    }

    /// <summary>The id of the obstacle worked on from now on, with what has to be written for it; null after a fault.</summary>
    public static (string Id, IReadOnlyList<YamlEdit> Edits)? Switch(WritingTurn turn, string meant)
    {
        if (Find(turn, meant) is not { } index) return null;
        if (index < 0) return IdOf(turn.Cycle, meant) is var id ? (id, New(turn, id, meant, active: true)) : null;
        var obstacle = turn.Cycle.Plan.Obstacles[index];
        return (obstacle.Id, obstacle.Active ? [] : Activate(turn, obstacle));
    }

    /// <summary>That an obstacle is out of the way.</summary>
    public static IReadOnlyList<YamlEdit> Removed(WritingTurn turn, Obstacle obstacle, DateOnly on)
    {
        if (obstacle.Removed is not { } before) return [Wider(obstacle, ("removed", turn.Day(on)))];
        turn.Faults.Add(Catalogue.SaidBefore.At(null, $"obstacle '{obstacle.Id}' was removed on {WritingTurn.Iso(before)}"));
        return [];
    }

    public static void Unknown(WritingTurn turn, string meant)
    {
        var all = turn.Cycle.Plan.Obstacles;
        turn.Faults.Add(Catalogue.UnknownName.At(null, "obstacle", meant) with
        {
            Hint = all.Count == 0 ? "write one with 'kaizen note obstacle'" : Nearest.Hint(meant, [.. all.Select(o => o.Id)]),
        });
    }

    private static List<YamlEdit> New(WritingTurn turn, string id, string text, bool active)
    {
        var path = EditPath.Of("plan", "obstacles", id);
        return active ? [.. Rest(turn.Cycle, id), new YamlEdit.Set(path, Items.Map(("text", text), ("active", true)))] : [new YamlEdit.Set(path, YamlValue.Of(text))];
    }

    private static List<YamlEdit> Activate(WritingTurn turn, Obstacle obstacle)
    {
        if (obstacle.Removed is { } on) turn.Faults.Add(Catalogue.SaidBefore.At(null, $"obstacle '{obstacle.Id}' was removed on {WritingTurn.Iso(on)}") with { Hint = "take 'removed' away in the file where it came back" });
        return [.. Rest(turn.Cycle, obstacle.Id), Wider(obstacle, ("active", true))];
    }

    /// <summary>Others that are said to be active are said to be so no longer; one that only counts as active gives way by itself.</summary>
    private static IEnumerable<YamlEdit> Rest(Cycle cycle, string except) =>
        cycle.Plan.Obstacles.Where(o => o.Active && o.Id != except && IsSaid(cycle, o.Id))
            .Select(o => (YamlEdit)new YamlEdit.Set(EditPath.Of("plan", "obstacles", o.Id, "active"), YamlValue.Of(false)));

    private static bool IsSaid(Cycle cycle, string id) =>
        cycle.Places.Of($"plan.obstacles.{id}.active") != cycle.Places.Of($"plan.obstacles.{id}");

    /// <summary>An obstacle that was a text alone becomes a mapping that holds it.</summary>
    private static YamlEdit.Set Wider(Obstacle obstacle, (string Key, object Value) more) =>
        new(EditPath.Of("plan", "obstacles", obstacle.Id), Items.Map(("text", obstacle.Text), (more.Key, more.Value)));

    /// <summary>A short name from the first words of a text, one that is free.</summary>
    public static string IdOf(Cycle cycle, string text)
    {
        var id = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormC).ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c)) id.Append(c);
            else if (id.Length >= LongestId * 2 / 3) break;
            else if (id.Length > 0 && id[^1] != '_') id.Append('_');
            if (id.Length >= LongestId) break;
        }

        var name = id.ToString().Trim('_');
        if (name.Length == 0) name = "obstacle";
        var free = name;
        for (var i = 2; cycle.Plan.Obstacles.Any(o => o.Id == free); i++) free = string.Create(CultureInfo.InvariantCulture, $"{name}_{i}");
        return free;
    }
}
