using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Definitions.Text;

namespace Kaizen.Definitions.Binding;

/// <summary>Binds the why-tree.</summary>
internal sealed class CauseBinder(FaultList faults)
{
    private readonly Dictionary<string, ScalarNode> names = new(StringComparer.Ordinal);

    /// <summary>The names of all causes of the tree.</summary>
    public IReadOnlyCollection<string> Names => names.Keys;

    public IReadOnlyList<Cause> Bind(Entry? entry)
    {
        var causes = new List<Cause>();
        foreach (var written in Fields.Names(entry, "a cause", faults))
        {
            if (KeyFaults.IsProse(written, (MappingNode)entry!.Value, faults.Text!)) continue;
            if (Cause(written) is { } cause) causes.Add(cause);
        }

        return causes;
    }

    private Cause? Cause(Entry entry)
    {
        var id = entry.Key.Value;
        if (!names.TryAdd(id, entry.Key))
            faults.Add(Catalogue.NameTwice, entry.Key, "give it another name", id, faults.SpanOf(names[id]).Line);
        if (entry.Value is ScalarNode text)
        {
            if (!text.IsEmpty && !string.IsNullOrWhiteSpace(text.Value)) return new Cause(id, text.Value.Trim(), null, null, []);
            faults.Add(Catalogue.KeyWithoutValue, entry.Key, "write the cause behind it", id);
            return null;
        }

        var fields = Fields.Of(entry, $"cause '{id}'", ["text", "evidence", "share", "because"], faults);
        fields.Missing("text", "write the cause in words");
        var evidence = (CauseEvidence?)fields.Choice("evidence", Words.Evidence);
        var share = fields.Number("share");
        Fractions.Check(fields, "share", share, true, 0);
        var because = Bind(fields.Entry("because"));
        return new Cause(id, fields.Text("text") ?? "", evidence, share, because);
    }
}
