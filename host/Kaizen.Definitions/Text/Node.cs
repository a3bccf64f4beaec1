namespace Kaizen.Definitions.Text;

/// <summary>A value in a YAML file and the stretch [Start, End) of the text where it stands.</summary>
internal abstract class Node(int start, int end)
{
    public int Start { get; } = start;

    public int End { get; } = end;

    /// <summary>Values in it with all aliases written out, itself included.</summary>
    public long Size { get; protected init; } = 1;

    /// <summary>Levels below it.</summary>
    public int Height { get; protected init; }

    /// <summary>What it is, in words that stand behind "needs".</summary>
    public abstract string Kind { get; }

    /// <summary>Whether nothing was written: <c>key:</c>, <c>~</c> or <c>null</c>.</summary>
    public virtual bool IsEmpty => false;
}

/// <summary>A text as written; what it means depends on the key, never on how it looks.</summary>
internal sealed class ScalarNode(int start, int end, string value, bool plain) : Node(start, end)
{
    public string Value { get; } = value;

    /// <summary>Whether it stands without quotes and is no block.</summary>
    public bool Plain { get; } = plain;

    public override string Kind => IsEmpty ? "nothing" : "a text";

    // As YAML 1.2 reads it, and with it every editor.
    public override bool IsEmpty => Plain && Value is "" or "~" or "null" or "Null" or "NULL";
}

internal sealed class SequenceNode : Node
{
    public SequenceNode(int start, int end, IReadOnlyList<Node> items) : base(start, end)
    {
        Items = items;
        foreach (var item in items)
        {
            Size += item.Size;
            Height = Math.Max(Height, item.Height + 1);
        }
    }

    public IReadOnlyList<Node> Items { get; }

    public override string Kind => "a list";
}

internal sealed class MappingNode : Node
{
    // Every key that a binder asks for is looked for here, in ten thousand files: an array costs no enumerator.
    private readonly Entry[] entries;

    public MappingNode(int start, int end, Entry[] entries, bool flow) : base(start, end)
    {
        this.entries = entries;
        Flow = flow;
        foreach (var entry in entries)
        {
            Size += entry.Value.Size + 1;
            Height = Math.Max(Height, entry.Value.Height + 1);
        }
    }

    public IReadOnlyList<Entry> Entries => entries;

    /// <summary>Whether it is written as <c>{ }</c>.</summary>
    public bool Flow { get; }

    public override string Kind => "a mapping";

    public Entry? Find(string key)
    {
        foreach (var entry in entries)
            if (entry.Key.Value == key) return entry;
        return null;
    }
}

/// <summary>A key with its value.</summary>
internal sealed record Entry(ScalarNode Key, Node Value);
