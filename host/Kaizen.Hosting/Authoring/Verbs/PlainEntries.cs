using Kaizen.Definitions.Editing;

namespace Kaizen.Hosting.Authoring.Verbs;

/// <summary>Entries that add one item to a list of the cycle: deviations, observations, lines of the log.</summary>
internal static class PlainEntries
{
    public static IReadOnlyList<YamlEdit> Of(WritingTurn turn, Entry.Deviation entry) =>
        [new YamlEdit.Append("do.deviations", Items.Map(("date", turn.Day(entry.Date)), ("what", entry.What), ("why", entry.Why), ("came_of_it", entry.CameOfIt)))];

    public static IReadOnlyList<YamlEdit> Of(WritingTurn turn, Entry.Observation entry)
    {
        var by = turn.Person(entry.By);
        return [new YamlEdit.Append("plan.observed", Items.Map(("date", turn.Day(entry.Date)), ("by", by), ("what", entry.What)))];
    }

    public static IReadOnlyList<YamlEdit> Of(WritingTurn turn, Entry.Log entry)
    {
        var by = turn.Person(entry.By);
        return [new YamlEdit.Append("do.log", Items.Map(("date", turn.Day(entry.Date)), ("by", by), ("text", entry.Text)))];
    }
}
