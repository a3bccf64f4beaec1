using System.Globalization;
using Kaizen.Core.Cycles;
using Kaizen.Definitions.Text;

namespace Kaizen.Definitions.Binding;

/// <summary>Notes where every key and every item of a file stands, for those who point at it when the file is no longer open.</summary>
internal sealed class PlacesBinder
{
    private readonly SourceText text;
    private readonly List<ulong> paths;
    private readonly List<ulong> spans;

    private PlacesBinder(SourceText text, int expected)
    {
        this.text = text;
        paths = new List<ulong>(expected);
        spans = new List<ulong>(expected);
    }

    public static Places Of(Node root, SourceText text)
    {
        // Of a mapping a key and its value both count, so half of all values is near to what is noted.
        var binder = new PlacesBinder(text, (int)Math.Min(root.Size, 4096) / 2);
        binder.Below(root, 0);
        return Places.Of(text.File, binder.paths, binder.spans);
    }

    private void Below(Node node, ulong path)
    {
        switch (node)
        {
            case MappingNode map:
                foreach (var entry in map.Entries) Note(Places.Hash(path, entry.Key.Value), entry.Key, entry.Value);
                break;
            case SequenceNode list:
                Span<char> number = stackalloc char[10];
                for (var i = 0; i < list.Items.Count; i++)
                {
                    i.TryFormat(number, out var length, default, CultureInfo.InvariantCulture);
                    Note(Places.Hash(path, number[..length]), list.Items[i], list.Items[i]);
                }

                break;
        }
    }

    private void Note(ulong path, Node at, Node value)
    {
        var (line, column, length) = text.Place(at.Start, at.End);
        paths.Add(path);
        spans.Add(Places.Pack(line, column, length));
        Below(value, path);
    }
}
