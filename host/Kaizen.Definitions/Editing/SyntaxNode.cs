using YamlDotNet.Core;

namespace Kaizen.Definitions.Editing;

/// <summary>A value of a YAML file with everything that an edit must know of how it is written.</summary>
internal abstract record SyntaxNode
{
    /// <summary>Where it begins, behind an anchor and a tag.</summary>
    public int Start { get; init; }

    /// <summary>Where its last sign ends.</summary>
    public int End { get; init; }

    public string? Anchor { get; init; }

    public bool Tagged { get; init; }

    /// <summary>What it is, in words.</summary>
    public abstract string Kind { get; }
}

internal sealed record ScalarSyntax(string Value, ScalarStyle Style) : SyntaxNode
{
    /// <summary>Whether nothing at all is written.</summary>
    public bool Missing { get; init; }

    /// <summary>Whether a missing value has the sign before it, ':' or '-', that tells where it would stand.</summary>
    public bool Placed { get; init; } = true;

    public bool Block => Style is ScalarStyle.Literal or ScalarStyle.Folded;

    /// <summary>Whether it says nothing, so that a value, a mapping or a list may take its place.</summary>
    public bool Empty => Style == ScalarStyle.Plain && Value is "" or "~" or "null";

    public override string Kind => Empty ? "nothing" : "a text";
}

internal sealed record AliasSyntax(string Name, SyntaxNode Target) : SyntaxNode
{
    public override string Kind => "an alias";
}

internal sealed record SequenceSyntax(IReadOnlyList<SyntaxNode> Items, bool Flow) : SyntaxNode
{
    public override string Kind => "a list";
}

internal sealed record MappingSyntax(IReadOnlyList<EntrySyntax> Entries, bool Flow) : SyntaxNode
{
    /// <summary>Whether it is a pair in a list without braces of its own: <c>[a: b]</c>.</summary>
    public bool Implied { get; init; }

    public override string Kind => "a mapping";

    public int IndexOf(string key)
    {
        for (var i = 0; i < Entries.Count; i++)
            if (Entries[i].Name == key && !Entries[i].Merges) return i;
        return -1;
    }

    /// <summary>The merge key that brings a key in, or null.</summary>
    public SyntaxNode? MergedBy(string key) => Entries.FirstOrDefault(e => e.Merges && Brings(e.Value, key))?.Key;

    private static bool Brings(SyntaxNode merged, string key) => merged switch
    {
        AliasSyntax alias => Brings(alias.Target, key),
        SequenceSyntax list => list.Items.Any(i => Brings(i, key)),
        MappingSyntax map => map.IndexOf(key) >= 0 || map.MergedBy(key) is not null,
        _ => false,
    };
}

internal sealed record EntrySyntax(SyntaxNode Key, SyntaxNode Value)
{
    public string? Name => (Key as ScalarSyntax)?.Value;

    public bool Merges => Key is ScalarSyntax { Style: ScalarStyle.Plain, Value: "<<" };

    public int End => Math.Max(Key.End, Value.End);
}

/// <summary>What an edit writes, standing in the tree that is expected of the new text.</summary>
internal sealed record NewSyntax(YamlValue Value) : SyntaxNode
{
    public override string Kind => "a new value";
}
