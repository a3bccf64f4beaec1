namespace Kaizen.Definitions.Editing;

/// <summary>Writes an edit as lines that a person can put in by hand.</summary>
internal static class PasteWriter
{
    public static PasteLines Write(YamlEdit edit, EditText text, SyntaxNode? root)
    {
        if (edit is YamlEdit.Remove) return Removed(edit.Path, text, root);
        var writer = new LineWriter(new FileStyle(root, text), oneLine: false);
        var steps = edit.Path.Segments;
        // Of a list item only what stands in it is pasted; the rest is there.
        var item = steps.ToList().FindLastIndex(s => s.All(char.IsAsciiDigit));
        var inside = EditPath.Of(steps.Take(item + 1));
        var value = edit is YamlEdit.Append append ? YamlValue.Items(append.Item) : ((YamlEdit.Set)edit).Value;
        foreach (var step in steps.Skip(item + 1).Reverse()) value = YamlValue.Of((step, value));
        var lines = writer.Inside(0, value, 0, 0) ?? Inline(writer, value);
        return new PasteLines(Where(edit, inside, root, text), string.Concat(lines.Select(l => l + "\n")));
    }

    private static PasteLines Removed(EditPath path, EditText text, SyntaxNode? root)
    {
        var (known, line) = Deepest(path, root, text);
        return new PasteLines(known == path.ToString() ? $"'{path}' in line {line} is to be taken away, with what stands below it" : $"'{path}' is to be taken away, with what stands below it", "");
    }

    private static List<string> Inline(LineWriter writer, YamlValue value)
    {
        var (first, rest) = writer.Scalar(value, 0, 2);
        return [first, .. rest];
    }

    private static string Where(YamlEdit edit, EditPath inside, SyntaxNode? root, EditText text)
    {
        var place = inside.Segments.Count > 0 ? $"in the list item '{inside}'" : "at the beginning of a line";
        var (known, line) = Deepest(edit.Path, root, text);
        return known is null ? place : $"{place}; '{known}' is in line {line} already, so only what stands below it is added there";
    }

    /// <summary>The last step of a path that the file has, by its key.</summary>
    private static (string? Path, int Line) Deepest(EditPath path, SyntaxNode? root, EditText text)
    {
        var (node, walked, found) = (root, EditPath.Root, ((string?)null, 0));
        foreach (var step in path.Segments)
        {
            walked = walked.Child(step);
            if (node is AliasSyntax alias) node = alias.Target;
            if (node is MappingSyntax map && map.IndexOf(step) is >= 0 and var index)
            {
                found = (walked.ToString(), text.LineOf(map.Entries[index].Key.Start));
                node = map.Entries[index].Value;
            }
            else if (node is SequenceSyntax list && int.TryParse(step, out var number) && number >= 0 && number < list.Items.Count) node = list.Items[number];
            else break;
        }

        return found;
    }
}
