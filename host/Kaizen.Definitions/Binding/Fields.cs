using Kaizen.Abstractions;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Expressions;
using Kaizen.Core.Metrics;
using Kaizen.Definitions.Text;

namespace Kaizen.Definitions.Binding;

/// <summary>
/// The keys of one mapping, read by the type that each needs. What is wrong is reported once, where it stands;
/// the answer is then null, as for a key that was left out. <see cref="Has"/> tells the two apart.
/// </summary>
internal sealed class Fields
{
    private readonly MappingNode? map;
    private readonly Node? owner;
    private readonly string name;
    private readonly IReadOnlyList<string> allowed;

    private Fields(MappingNode? map, Node? owner, string name, IReadOnlyList<string> allowed, FaultList faults)
    {
        this.allowed = allowed;
        this.map = map;
        this.owner = owner;
        this.name = name;
        Faults = faults;
    }

    public FaultList Faults { get; }

    /// <summary>Whether there is a mapping at all; false also after a fault in its shape.</summary>
    public bool Exists => map is not null;

    public IReadOnlyList<Entry> Entries => map?.Entries ?? [];

    /// <summary>The mapping under a key, its keys checked against those that are allowed.</summary>
    /// <param name="entry">The key and its value, or null where it was left out.</param>
    /// <param name="name">What the mapping is, for messages: <c>the plan</c>, <c>metric 'won'</c>.</param>
    /// <param name="allowed">Its keys.</param>
    /// <param name="faults">Receives the faults.</param>
    public static Fields Of(Entry? entry, string name, IReadOnlyList<string> allowed, FaultList faults) =>
        entry is null || entry.Value.IsEmpty ? new Fields(null, entry?.Key, name, allowed, faults)
        : Of(entry.Value, entry.Key, entry.Key.Value, name, allowed, faults);

    /// <summary>The root of a file.</summary>
    public static Fields OfRoot(Node root, string name, IReadOnlyList<string> allowed, FaultList faults)
    {
        if (root is MappingNode) return Of(root, null, "", name, allowed, faults);
        faults.Add(Catalogue.RootIsNoMapping, root, $"begin with '{allowed[0]}: ...'", root.Kind);
        return new Fields(null, null, name, allowed, faults);
    }

    /// <summary>The mapping that is an item of a list.</summary>
    private static Fields Of(Node node, Node? owner, string key, string name, IReadOnlyList<string> allowed, FaultList faults)
    {
        var map = Mapping(node, key, faults);
        if (map is not null) KeyFaults.Report(map, name, allowed, faults);
        return new Fields(map, owner ?? node, name, allowed, faults);
    }

    /// <summary>A mapping whose keys are names that people chose.</summary>
    public static IReadOnlyList<Entry> Names(Entry? entry, string what, FaultList faults)
    {
        if (entry is null || entry.Value.IsEmpty || Mapping(entry.Value, entry.Key.Value, faults) is not { } map) return [];
        KeyFaults.ReportProse(map, faults);
        foreach (var item in map.Entries.Where(e => !KeyFaults.IsProse(e, map, faults.Text!))) Ids.Check(item.Key.Value, what, faults.SpanOf(item.Key), faults);
        return map.Entries;
    }

    public Entry? Entry(string key) => map?.Find(key);

    public bool Has(string key) => Entry(key) is not null;

    /// <summary>Where the value of a key stands.</summary>
    public SourceSpan At(string key)
    {
        var entry = Entry(key)!;
        return Faults.SpanOf(entry.Value.IsEmpty ? entry.Key : entry.Value);
    }

    public SourceSpan KeyAt(string key) => Faults.SpanOf(Entry(key)!.Key);

    /// <summary>Reports that a key is missing, unless the mapping itself is missing or faulty, or the key is there and faulty.</summary>
    public void Missing(string key, string? hint)
    {
        // A misspelt key is reported already, with the right one beside it.
        if (Exists && !Has(key) && !KeyFaults.MeansAny(map!, allowed, [key])) Faults.Add(Catalogue.KeyMissing, owner!, hint, key, name);
    }

    /// <summary>Whether a key was written that is not known and stands for one of these.</summary>
    public bool Misspelt(IReadOnlyCollection<string> keys) => map is not null && KeyFaults.MeansAny(map, allowed, keys);

    public void Fault(string key, Message message, string? hint, params object?[] named) => Faults.Add(message, At(key), hint, named);

    public string? Text(string key) => Scalar(key, "a text")?.Value.Trim();

    public Written? Written(string key) => Scalar(key, "a text") is { } s ? new Written(s.Value.Trim(), Faults.SpanOf(s)) : null;

    public double? Number(string key) => Scalar(key, "a number") is { } s ? Scalars.Number(key, s, Faults) : null;

    public DateOnly? Date(string key) => Scalar(key, "a date") is { } s ? Scalars.Date(key, s, Faults) : null;

    public CalendarSpan? Length(string key) => Scalar(key, "a length of time") is { } s ? Scalars.Length(key, s, Faults) : null;

    /// <summary>A length of time that is not nothing.</summary>
    public CalendarSpan? Span(string key)
    {
        if (Length(key) is not { } length) return null;
        if (length.Count > 0) return length;
        Fault(key, Catalogue.NotADuration, null, key, length.ToString());
        return null;
    }

    /// <summary>Whether something is so: <c>true</c> or <c>false</c>.</summary>
    public bool? Flag(string key)
    {
        if (Scalar(key, "true or false") is not { } s) return null;
        // Every tool reads these as a flag when they stand without quotes; in quotes only the small letters.
        var written = s.Value.Trim();
        if (written is "true" || (s.Plain && written is "True" or "TRUE")) return true;
        if (written is "false" || (s.Plain && written is "False" or "FALSE")) return false;
        Faults.Add(Catalogue.NotAFlag, s, "write true or false", key, s.Value.Trim());
        return null;
    }

    /// <summary>A word out of a few.</summary>
    public Enum? Choice(string key, IReadOnlyDictionary<string, Enum> words) =>
        Scalar(key, "a word") is { } s ? Scalars.Choice(key, s, words, Faults) : null;

    /// <summary>A word out of a few, kept as it is.</summary>
    public string? Word(string key, IReadOnlyList<string> words)
    {
        if (Scalar(key, "a word") is not { } s) return null;
        if (words.Contains(s.Value)) return s.Value;
        Faults.Add(Catalogue.NotAllowed, s, Nearest.Allowed(s.Value, words), key, s.Value);
        return null;
    }

    public RowExpression? Expression(string key) => Scalar(key, "an expression") is { } s ? Scalars.Expression(s, Faults) : null;

    /// <summary>The items of a list; one value stands for a list of one.</summary>
    public IReadOnlyList<Node> Items(string key) => Entry(key)?.Value switch
    {
        null => [],
        { IsEmpty: true } => [],
        SequenceNode list => list.Items,
        var one => [one],
    };

    /// <summary>A list of texts.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        var texts = new List<string>();
        foreach (var item in Items(key))
        {
            if (item is ScalarNode { IsEmpty: false } s && !string.IsNullOrWhiteSpace(s.Value)) texts.Add(s.Value.Trim());
            else if (item is ScalarNode) Faults.Add(Catalogue.KeyWithoutValue, Entry(key)!.Key, "an item of the list is empty", key);
            else Faults.Add(Catalogue.WrongKind, item, "put a text with a colon in quotes", key, "a list of texts", $"{item.Kind} in it");
        }

        return texts;
    }

    /// <summary>A list of mappings, each read by <paramref name="read"/>, which answers null after a fault.</summary>
    public IReadOnlyList<T> Each<T>(string key, string name, IReadOnlyList<string> allowed, Func<Fields, T?> read) where T : class
    {
        var all = new List<T>();
        if (Entry(key) is { Value: MappingNode } entry)
        {
            Faults.Add(Catalogue.WrongKind, entry.Value, $"begin each with '- ': - {{ {allowed[0]}: ... }}", key, "a list", "a mapping");
            return all;
        }

        foreach (var item in Items(key))
        {
            var fields = Of(item, null, key, name, allowed, Faults);
            if (fields.Exists && read(fields) is { } one) all.Add(one);
        }

        return all;
    }

    private ScalarNode? Scalar(string key, string needs)
    {
        if (Entry(key) is not { } entry || KeyFaults.IsProse(entry, map!, Faults.Text!)) return null;
        if (entry.Value is not ScalarNode scalar)
        {
            Faults.Add(Catalogue.WrongKind, entry.Value, null, key, needs, entry.Value.Kind);
            return null;
        }

        if (!scalar.IsEmpty && !string.IsNullOrWhiteSpace(scalar.Value)) return KeyFaults.IsCut(entry, map!, Faults.Text!) ? null : scalar;
        Faults.Add(Catalogue.KeyWithoutValue, entry.Key, "write a value or take the key away", key);
        return null;
    }

    private static MappingNode? Mapping(Node node, string key, FaultList faults)
    {
        if (node is MappingNode map) return map;
        faults.Add(Catalogue.WrongKind, node, "write 'key: value' lines below it, or { key: value }", key, "a mapping", node.Kind);
        return null;
    }
}
