using System.Text;
using Kaizen.Definitions.Editing;
using Kaizen.Definitions.Text;

namespace Kaizen.Tests.Editing;

/// <summary>
/// What a file says, read by the reader of definitions, aliases and merge keys written out, with edits made on values instead of
/// on text. It shares nothing with the editor.
/// </summary>
internal sealed class PlainTree
{
    public string? Scalar { get; private set; }

    public List<(string Key, PlainTree Value)>? Entries { get; private set; }

    public List<PlainTree>? Items { get; private set; }

    public bool Empty => Scalar == "\0" || Entries is { Count: 0 } || Items is { Count: 0 };

    public static PlainTree Read(string text)
    {
        var seen = text.TrimStart('\uFEFF').Replace("\r\n", "\n").Replace('\r', '\n');
        var source = new SourceText("x.yaml", seen);
        var faults = new FaultList("x.yaml", null) { Text = source };
        var node = NodeReader.Read(source, faults);
        if (faults.InOrder().FirstOrDefault(f => f.Code != "KZ1004") is { } fault) throw new InvalidDataException(fault.Message);
        return node is null ? new PlainTree { Scalar = "\0" } : Of(node);
    }

    public PlainTree? At(EditPath path)
    {
        var tree = this;
        foreach (var step in path.Segments)
        {
            if (tree.Entries is { } entries) tree = entries.Find(e => e.Key == step).Value;
            else if (tree.Items is { } items && int.TryParse(step, out var index) && index < items.Count) tree = items[index];
            else return null;
            if (tree is null) return null;
        }

        return tree;
    }

    /// <summary>Makes an edit here.</summary>
    public void Make(YamlEdit edit)
    {
        var tree = this;
        foreach (var step in edit.Path.Segments)
        {
            if (tree.Empty && tree.Entries is null) (tree.Scalar, tree.Items, tree.Entries) = (null, null, []);
            if (tree.Items is { } items)
            {
                tree = items[int.Parse(step)];
                continue;
            }

            var next = tree.Entries!.Find(e => e.Key == step).Value;
            if (next is null) tree.Entries.Add((step, next = new PlainTree { Scalar = "\0" }));
            tree = next;
        }

        if (edit is YamlEdit.Append append)
        {
            if (tree.Empty) (tree.Scalar, tree.Entries, tree.Items) = (null, null, []);
            tree.Items!.Add(Of(append.Item));
        }
        else tree.Put(((YamlEdit.Set)edit).Value);
    }

    public IEnumerable<(EditPath Path, PlainTree Tree)> All(EditPath path)
    {
        yield return (path, this);
        var children = Entries?.Select(e => (e.Key, e.Value)) ?? Items?.Select((item, i) => (Key: $"{i}", Value: item)) ?? [];
        foreach (var (key, value) in children)
            foreach (var inner in value.All(path.Child(key))) yield return inner;
    }

    /// <summary>The tree in one text; keys are sorted, since where a new one stands is a matter of its own.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Write(text, "");
        return text.ToString();
    }

    private void Put(YamlValue value)
    {
        if (value is YamlValue.Map map && Entries is { Count: > 0 })
        {
            foreach (var (key, inner) in map.Entries)
            {
                var there = Entries.Find(e => e.Key == key).Value;
                if (there is null) Entries.Add((key, Of(inner)));
                else there.Put(inner);
            }

            return;
        }

        var other = Of(value);
        (Scalar, Entries, Items) = (other.Scalar, other.Entries, other.Items);
    }

    private void Write(StringBuilder text, string margin)
    {
        if (Scalar is not null) text.Append(margin).Append('=').AppendLine(Scalar.Replace("\n", "\\n"));
        foreach (var (key, value) in (Entries ?? []).OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            text.Append(margin).AppendLine(key + ":");
            value.Write(text, margin + "  ");
        }

        foreach (var item in Items ?? [])
        {
            text.Append(margin).AppendLine("-");
            item.Write(text, margin + "  ");
        }
    }

    private static PlainTree Of(Node node) => node switch
    {
        ScalarNode scalar => new PlainTree { Scalar = scalar.IsEmpty ? "\0" : scalar.Value },
        SequenceNode list => new PlainTree { Items = [.. list.Items.Select(Of)] },
        _ => new PlainTree { Entries = [.. ((MappingNode)node).Entries.Select(e => (e.Key.Value, Of(e.Value)))] },
    };

    private static PlainTree Of(YamlValue value) => value switch
    {
        YamlValue.Nothing => new PlainTree { Scalar = "\0" },
        YamlValue.Map map => new PlainTree { Entries = [.. map.Entries.Select(e => (e.Key, Of(e.Value)))] },
        YamlValue.List list => new PlainTree { Items = [.. list.Values.Select(Of)] },
        _ => new PlainTree { Scalar = value.ScalarText },
    };
}
