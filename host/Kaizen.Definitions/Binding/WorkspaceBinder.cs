using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Metrics;
using Kaizen.Definitions.Text;

namespace Kaizen.Definitions.Binding;

/// <summary>Binds <c>kaizen.yaml</c>.</summary>
internal static class WorkspaceBinder
{
    private static readonly string[] Keys =
        ["workspace", "title", "zone", "as_of", "per", "cadence", "domain", "kind", "people", "events", "sources", "metrics", "lint"];

    /// <summary>What could be bound; <see cref="FaultList.HasErrors"/> says whether it may be used.</summary>
    public static WorkspaceParts Bind(Node root, FaultList faults)
    {
        var fields = Fields.OfRoot(root, "kaizen.yaml", Keys, faults);
        var inferred = new List<Inference>();
        var canonical = new Dictionary<string, string>(StringComparer.Ordinal);
        var parts = new WorkspaceParts
        {
            Name = fields.Text("workspace"),
            Title = fields.Text("title"),
            Zone = Zone(fields, inferred),
            AsOf = fields.Date("as_of"),
            Per = (Period?)fields.Choice("per", Words.WorkspacePeriods) ?? Period.Week,
            Cadence = CycleBinder.CadenceOf(fields),
            Domain = (Domain?)fields.Choice("domain", Words.Domains),
            Kind = (CycleKind?)fields.Choice("kind", Words.Kinds),
            People = People(fields),
            Events = fields.Each("events", "an event", ["text", "date"], DatesBinder.Annotation),
            Lint = LintBinder.Bind(fields.Entry("lint"), faults),
            Sources = Sources(fields, canonical),
            SourceNames = [.. NamesUnder(fields, "sources")],
        };
        return parts with
        {
            Metrics = Metrics(fields, parts, canonical),
            MetricNames = [.. NamesUnder(fields, "metrics")],
            Inferred = inferred,
            Canonical = canonical,
        };
    }

    private static TimeZoneInfo Zone(Fields fields, List<Inference> inferred)
    {
        if (!fields.Has("zone"))
        {
            inferred.Add(new Inference("zone", "UTC", "kaizen.yaml names no time zone"));
            return TimeZoneInfo.Utc;
        }

        if (fields.Text("zone") is not { } name) return TimeZoneInfo.Utc;
        if (Zones.Find(name) is { } zone) return zone;
        fields.Fault("zone", Catalogue.UnknownZone, Zones.Hint(name), name);
        return TimeZoneInfo.Utc;
    }

    private static Dictionary<string, Person> People(Fields fields)
    {
        var people = new Dictionary<string, Person>(StringComparer.Ordinal);
        if (fields.Entry("people") is not { } entry || entry.Value.IsEmpty) return people;
        if (entry.Value is not MappingNode map)
        {
            fields.Fault("people", Catalogue.WrongKind, "write 'priya: Priya Nair' lines below it", "people", "a mapping", entry.Value.Kind);
            return people;
        }

        KeyFaults.ReportProse(map, fields.Faults);
        foreach (var person in map.Entries.Where(e => !KeyFaults.IsProse(e, map, fields.Faults.Text!)))
        {
            var id = person.Key.Value;
            if (person.Value is ScalarNode { IsEmpty: false } name && !string.IsNullOrWhiteSpace(name.Value)) people[id] = new Person(id, name.Value.Trim(), null);
            else if (person.Value is ScalarNode) fields.Faults.Add(Catalogue.KeyWithoutValue, person.Key, "write the person's name", id);
            else
            {
                var of = Fields.Of(person, $"person '{id}'", ["name", "role"], fields.Faults);
                of.Missing("name", "write the person's name");
                people[id] = new Person(id, of.Text("name") ?? id, of.Text("role"));
            }
        }

        return people;
    }

    private static Dictionary<string, SourceDefinition> Sources(Fields fields, Dictionary<string, string> canonical)
    {
        var sources = new Dictionary<string, SourceDefinition>(StringComparer.Ordinal);
        foreach (var entry in Fields.Names(fields.Entry("sources"), "a source", fields.Faults))
        {
            if (SourceBinder.Bind(entry, fields.Faults) is not { } source) continue;
            sources[source.Name] = source;
            canonical["source/" + source.Name] = CanonicalText.Of(entry.Value);
        }

        return sources;
    }

    private static Dictionary<string, SharedMetric> Metrics(Fields fields, WorkspaceParts parts, Dictionary<string, string> canonical)
    {
        var metrics = new Dictionary<string, SharedMetric>(StringComparer.Ordinal);
        foreach (var entry in Fields.Names(fields.Entry("metrics"), "a metric", fields.Faults))
        {
            var inferred = new List<Inference>();
            if (new MetricBinder(parts, fields.Faults, inferred).Bind(entry, MetricBinder.SharedKeys) is not { } metric) continue;
            metrics[metric.Name] = new SharedMetric(metric, inferred);
            canonical["metric/" + metric.Name] = CanonicalText.Of(entry.Value);
        }

        return metrics;
    }

    private static IEnumerable<string> NamesUnder(Fields fields, string key) =>
        fields.Entry(key)?.Value is MappingNode map ? map.Entries.Select(e => e.Key.Value) : [];
}
