using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Definitions.Text;

namespace Kaizen.Definitions.Binding;

/// <summary>Binds an entry of <c>sources</c>; its options are left as written for the plugin that knows them.</summary>
internal static class SourceBinder
{
    private static readonly string[] Keys = ["use", "with", "time", "known_from", "known_until", "timeout", "bad_rows"];

    /// <summary>A day in seconds: whoever writes more wants to wait for as long as it takes.</summary>
    private const double LongestTimeout = 86_400;

    public static SourceDefinition? Bind(Entry entry, FaultList faults)
    {
        var name = entry.Key.Value;
        if (entry.Value.IsEmpty)
        {
            faults.Add(Catalogue.KeyWithoutValue, entry.Key, "write { use: csv, with: { path: data/file.csv } }", name);
            return null;
        }

        var fields = Fields.Of(entry, $"source '{name}'", Keys, faults);
        fields.Missing("use", "write the kind of source, such as use: csv");
        var use = fields.Written("use");
        var from = fields.Date("known_from");
        var until = fields.Date("known_until");
        if (from >= until) fields.Fault("known_until", Catalogue.KnownReversed, null, Say.Date(from), Say.Date(until));
        var timeout = fields.Number("timeout");
        if (timeout <= 0) fields.Fault("timeout", Catalogue.NotAboveZero, "count in seconds", "timeout", Say.Number(timeout.Value));
        var source = new SourceDefinition
        {
            Name = name,
            At = faults.SpanOf(entry.Key),
            Use = use ?? new Written("", faults.SpanOf(entry.Key)),
            Options = Options(fields),
            Time = fields.Written("time"),
            KnownFrom = from,
            KnownUntil = until,
            Timeout = timeout is > 0 ? TimeSpan.FromSeconds(Math.Min(timeout.Value, LongestTimeout)) : SourceDefinition.DefaultTimeout,
            LeaveOutBadRows = (BadRows?)fields.Choice("bad_rows", Words.BadRows) == BadRows.LeaveOut,
        };
        return use is null ? null : source;
    }

    /// <summary>The options under <c>with:</c> as written.</summary>
    public static IReadOnlyList<WrittenOption> Options(Fields fields)
    {
        var options = new List<WrittenOption>();
        if (fields.Entry("with") is not { } entry || entry.Value.IsEmpty) return options;
        if (entry.Value is not MappingNode map)
        {
            fields.Fault("with", Catalogue.WrongKind, "write { path: data/file.csv }", "with", "a mapping", entry.Value.Kind);
            return options;
        }

        var faults = fields.Faults;
        KeyFaults.ReportProse(map, faults);
        foreach (var option in map.Entries.Where(e => !KeyFaults.IsProse(e, map, faults.Text!)))
        {
            var name = new Written(option.Key.Value, faults.SpanOf(option.Key));
            if (option.Value.IsEmpty) faults.Add(Catalogue.KeyWithoutValue, option.Key, "write a value or take the key away", name.Text);
            else if (option.Value is MappingNode { Entries: [{ Key.Value: "secret" } secret] }) AddSecret(name, secret, options, faults);
            else options.Add(new WrittenOption(name, Values(option, faults), option.Value is SequenceNode));
        }

        return options;
    }

    private static void AddSecret(Written name, Entry secret, List<WrittenOption> options, FaultList faults)
    {
        if (secret.Value is ScalarNode { IsEmpty: false } scalar)
            options.Add(new WrittenOption(name, [], false) { Secret = new Written(scalar.Value, faults.SpanOf(scalar)) });
        else faults.Add(Catalogue.KeyWithoutValue, secret.Key, "write the name of an environment variable", "secret");
    }

    private static List<Written> Values(Entry option, FaultList faults)
    {
        var values = new List<Written>();
        IReadOnlyList<Node> items = option.Value is SequenceNode list ? list.Items : [option.Value];
        foreach (var item in items)
        {
            // An option's text is not trimmed: a separator may be a tab or a space in quotes.
            if (item is ScalarNode { IsEmpty: false } scalar) values.Add(new Written(scalar.Value, faults.SpanOf(scalar)));
            else if (item.IsEmpty) faults.Add(Catalogue.KeyWithoutValue, option.Key, "an item of the list is empty", option.Key.Value);
            else faults.Add(Catalogue.WrongKind, item, null, option.Key.Value, "a text or a list of texts", item.Kind);
        }

        return values;
    }
}
