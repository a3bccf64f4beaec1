using YamlDotNet.Core;

namespace Kaizen.Definitions.Editing;

/// <summary>Holds the tree of the new text against the one that is expected.</summary>
internal static class TreeComparison
{
    /// <summary>The path of the first value that is not as expected, or null.</summary>
    public static EditPath? Difference(SyntaxNode expected, SyntaxNode actual) => Difference(expected, actual, EditPath.Root);

    /// <summary>Whether a file says a value already.</summary>
    public static bool Means(SyntaxNode node, YamlValue value) => value switch
    {
        YamlValue.Map map => node is MappingSyntax found && found.Entries.Count == map.Entries.Count
            && map.Entries.All(e => found.IndexOf(e.Key) is >= 0 and var i && Means(found.Entries[i].Value, e.Value)),
        YamlValue.List list => node is SequenceSyntax found && found.Items.Count == list.Values.Count && found.Items.Zip(list.Values).All(p => Means(p.First, p.Second)),
        YamlValue.Nothing => node is ScalarSyntax { Empty: true },
        YamlValue.Text text => node is ScalarSyntax scalar && scalar.Value == text.Value && !(scalar.Style == ScalarStyle.Plain && (text.Value.Length == 0 || ScalarWriter.LooksOtherwise(text.Value))),
        _ => node is ScalarSyntax { Style: ScalarStyle.Plain } scalar && scalar.Value == value.ScalarText,
    };

    private static EditPath? Difference(SyntaxNode expected, SyntaxNode actual, EditPath path)
    {
        if (expected is NewSyntax added) return Exactly(actual, added.Value) ? null : path;
        if (expected.GetType() != actual.GetType() || expected.Anchor != actual.Anchor || expected.Tagged != actual.Tagged) return path;
        switch (expected)
        {
            case ScalarSyntax scalar:
                var other = (ScalarSyntax)actual;
                return scalar.Value == other.Value && scalar.Style == other.Style && scalar.Missing == other.Missing ? null : path;
            case AliasSyntax alias:
                return alias.Name == ((AliasSyntax)actual).Name ? null : path;
            case SequenceSyntax list:
                var items = (SequenceSyntax)actual;
                if (list.Flow != items.Flow) return path;
                for (var i = 0; i < Math.Min(list.Items.Count, items.Items.Count); i++)
                    if (Difference(list.Items[i], items.Items[i], path.Child($"{i}")) is { } inner) return inner;
                return list.Items.Count == items.Items.Count ? null : path;
            default:
                return Difference((MappingSyntax)expected, (MappingSyntax)actual, path);
        }
    }

    private static EditPath? Difference(MappingSyntax expected, MappingSyntax actual, EditPath path)
    {
        if (expected.Flow != actual.Flow || expected.Implied != actual.Implied) return path;
        for (var i = 0; i < Math.Min(expected.Entries.Count, actual.Entries.Count); i++)
        {
            var (one, other) = (expected.Entries[i], actual.Entries[i]);
            var inner = path.Child(one.Name ?? other.Name ?? "?");
            if ((Difference(one.Key, other.Key, inner) ?? Difference(one.Value, other.Value, inner)) is { } found) return found;
        }

        return expected.Entries.Count == actual.Entries.Count ? null : path;
    }

    /// <summary>As <see cref="Means"/>, and nothing besides: keys in order, no anchors.</summary>
    private static bool Exactly(SyntaxNode node, YamlValue value)
    {
        if (node.Anchor is not null || node.Tagged || !Means(node, value)) return false;
        return value switch
        {
            YamlValue.Map map => ((MappingSyntax)node).Entries.Zip(map.Entries).All(p => p.First.Name == p.Second.Key && Exactly(p.First.Value, p.Second.Value)),
            YamlValue.List list => ((SequenceSyntax)node).Items.Zip(list.Values).All(p => Exactly(p.First, p.Second)),
            _ => true,
        };
    }
}
