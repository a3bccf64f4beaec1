using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Definitions.Text;

namespace Kaizen.Definitions.Binding;

/// <summary>Binds <c>plan.obstacles</c>: a parking lot of which one at a time is worked on.</summary>
internal sealed class ObstacleBinder(FaultList faults)
{
    private readonly List<string> names = [];

    /// <summary>The names of all obstacles, those with faults too: naming one of them is no second fault.</summary>
    public IReadOnlyCollection<string> Names => names;

    public IReadOnlyList<Obstacle> Bind(Entry? entry)
    {
        var all = new List<(Obstacle Obstacle, bool? Said)>();
        Entry? active = null;
        foreach (var written in Fields.Names(entry, "an obstacle", faults))
        {
            if (KeyFaults.IsProse(written, (MappingNode)entry!.Value, faults.Text!)) continue;
            names.Add(written.Key.Value);
            if (One(written) is not { } one) continue;
            all.Add(one);
            if (!one.Obstacle.Active) continue;
            if (active is null) active = written;
            else faults.Add(Catalogue.TwoActive, written.Key, "take 'active' away from one of the two", written.Key.Value, active.Key.Value);
        }

        // Nobody said which one: it is the first that still stands in the way, and that nobody put aside.
        var first = active is null ? all.FindIndex(o => o.Obstacle.Removed is null && o.Said is null) : -1;
        return [.. all.Select((o, i) => i == first ? o.Obstacle with { Active = true } : o.Obstacle)];
    }

    private (Obstacle Obstacle, bool? Said)? One(Entry written)
    {
        var id = written.Key.Value;
        if (written.Value is ScalarNode text)
        {
            if (!text.IsEmpty && !string.IsNullOrWhiteSpace(text.Value)) return (new Obstacle(id, text.Value.Trim(), false, null), null);
            faults.Add(Catalogue.KeyWithoutValue, written.Key, "write what is in the way", id);
            return null;
        }

        var fields = Fields.Of(written, $"obstacle '{id}'", ["text", "active", "removed"], faults);
        if (!fields.Exists) return null;
        fields.Missing("text", "write what is in the way");
        var (said, removed) = (fields.Flag("active"), fields.Date("removed"));
        return (new Obstacle(id, fields.Text("text") ?? "", said == true && removed is null, removed), said);
    }
}
