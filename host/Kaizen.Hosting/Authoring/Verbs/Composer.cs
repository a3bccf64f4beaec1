using Kaizen.Definitions.Editing;

namespace Kaizen.Hosting.Authoring.Verbs;

/// <summary>What each kind of entry means for the files.</summary>
internal static class Composer
{
    public static bool NeedsCycle(Entry entry) => entry is not (Entry.Value or Entry.Contact);

    public static IReadOnlyList<FileEdit> Of(WritingTurn turn, Entry entry) => entry switch
    {
        Entry.Action action => InCycle(turn, ActionEntries.Of(turn, action)),
        Entry.Deviation deviation => InCycle(turn, PlainEntries.Of(turn, deviation)),
        Entry.Observation observation => InCycle(turn, PlainEntries.Of(turn, observation)),
        Entry.Experiment experiment => InCycle(turn, ExperimentEntries.Of(turn, experiment)),
        Entry.Obstacle obstacle => InCycle(turn, ObstacleEntries.Of(turn, obstacle)),
        Entry.Log log => InCycle(turn, PlainEntries.Of(turn, log)),
        Entry.Value value => ValueEntries.Of(turn, value) is { } rows ? [rows] : [],
        Entry.Contact contact => ContactEntries.Of(turn, contact) is { } rows ? [rows] : [],
        Entry.Week week => WeekEntries.Of(turn, week),
        Entry.Decision decision => DecisionEntries.Of(turn, decision),
        _ => throw new InvalidOperationException("An entry of a kind that nobody knows."),
    };

    public static IReadOnlyList<FileEdit> InCycle(WritingTurn turn, IReadOnlyList<YamlEdit> edits) =>
        edits.Count == 0 ? [] : [new FileEdit.Yaml(turn.Cycle.File, edits)];
}
