using System.Text;
using Kaizen.Definitions.Text;

namespace Kaizen.Definitions.Binding;

/// <summary>Writes a node so that layout, quotes, comments, aliases and the order of keys make no difference.</summary>
internal static class CanonicalText
{
    public static string Of(Node node)
    {
        var text = new StringBuilder();
        Write(node, text);
        return text.ToString();
    }

    private static void Write(Node node, StringBuilder text)
    {
        switch (node)
        {
            case MappingNode map:
                text.Append('{');
                foreach (var entry in map.Entries.OrderBy(e => e.Key.Value, StringComparer.Ordinal))
                {
                    Write(entry.Key, text);
                    Write(entry.Value, text);
                }

                text.Append('}');
                break;
            case SequenceNode list:
                text.Append('[');
                foreach (var item in list.Items) Write(item, text);
                text.Append(']');
                break;
            case ScalarNode scalar:
                // The length in front makes the text unambiguous without escapes.
                text.Append(node.IsEmpty ? "~" : $"{scalar.Value.Length}:{scalar.Value}").Append(';');
                break;
        }
    }
}
