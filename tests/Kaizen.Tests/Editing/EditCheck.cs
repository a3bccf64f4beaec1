using Kaizen.Definitions.Editing;

namespace Kaizen.Tests.Editing;

/// <summary>What holds of every edit of every file.</summary>
internal static class EditCheck
{
    /// <summary>Makes an edit and checks it; the new text, or null where it was refused.</summary>
    public static string? Make(string text, YamlEdit edit, string name)
    {
        var result = YamlEditor.Apply(text, [edit], KeyOrder.Cycle);
        var about = $"{name}, {edit}:\n{text}\n";
        if (result is EditResult.Refused { Refusal: var refusal })
        {
            Assert.True(refusal.Reason.Length > 20 && refusal.Reason.EndsWith('.') | refusal.Reason.EndsWith(')'), about + refusal.Reason);
            Assert.True(refusal.Paste.Count == 1 && refusal.Paste[0].Lines.EndsWith('\n') && refusal.Paste[0].Where.Length > 0, about + refusal.Reason);
            return null;
        }

        var done = (EditResult.Done)result;
        Assert.True(text == Undone(done), about + "Other bytes were changed:\n" + done.Text);
        var expected = PlainTree.Read(text);
        expected.Make(edit);
        var actual = PlainTree.Read(done.Text);
        Assert.True(expected.ToString() == actual.ToString(), $"{about}became\n{done.Text}\nEXPECTED\n{expected}ACTUAL\n{actual}");
        return done.Text;
    }

    /// <summary>
    /// Why an edit was refused, where there is no good reason: what holds something else is never overwritten, and where
    /// nothing is shared between places nothing else may stand in the way.
    /// </summary>
    public static string? Surprise(string text, YamlEdit edit)
    {
        string[] good = ["would be lost", "nothing can stand below", "where a list is needed", "is not the number of an item", "pair in a list without braces", "no sure place for a value"];
        var reason = ((EditResult.Refused)YamlEditor.Apply(text, [edit], KeyOrder.Cycle)).Refusal.Reason;
        return good.Any(g => reason.Contains(g, StringComparison.Ordinal)) || text.Contains(" &", StringComparison.Ordinal) || text.StartsWith('?') ? null : reason;
    }

    /// <summary>The old text, got from the new one by taking the changes back.</summary>
    public static string Undone(EditResult.Done done)
    {
        var text = done.Text;
        foreach (var change in done.Changes.Reverse())
        {
            Assert.Equal(change.Inserted, text.Substring(change.Start, change.Inserted.Length));
            text = string.Concat(text.AsSpan(0, change.Start), change.Removed, text.AsSpan(change.Start + change.Inserted.Length));
        }

        return text;
    }

    /// <summary>Edits of every kind at every place of a file, with a text that changes from place to place.</summary>
    public static IEnumerable<YamlEdit> Everywhere(string text, int seed)
    {
        var number = seed;
        yield return new YamlEdit.Set("act", YamlValue.Of(("decision", YamlValue.Of("adopt")), ("date", YamlValue.Of(new DateOnly(2026, 9, 1))), ("because", YamlValue.Of("it held"))));
        yield return new YamlEdit.Append("do.log", YamlValue.Of(("date", YamlValue.Of(new DateOnly(2026, 9, 1))), ("by", YamlValue.Of("mei")), ("text", YamlValue.Of(Texts.Next(number++)))));
        foreach (var (path, tree) in PlainTree.Read(text).All(EditPath.Root))
        {
            var next = YamlValue.Of(Texts.Next(number++));
            if (tree.Entries is not null)
            {
                yield return new YamlEdit.Set(path.Child("added"), next);
                yield return new YamlEdit.Set(path.Child("far").Child("in"), YamlValue.Of(("x", next), ("y", YamlValue.Items(YamlValue.Of(1.5), next))));
            }

            if (tree.Items is not null || (tree.Empty && path.Segments.Count > 0))
                yield return new YamlEdit.Append(path, number % 3 == 0 ? next : YamlValue.Of(("what", next), ("due", YamlValue.Of(new DateOnly(2027, 1, 31)))));
            if (tree.Scalar is not null && path.Segments.Count > 0) yield return new YamlEdit.Set(path, number % 5 == 0 ? YamlValue.Of(0.25) : next);
            if (tree.Empty && tree.Scalar is not null && path.Segments.Count > 0) yield return new YamlEdit.Set(path, YamlValue.Of(("a", next), ("b", YamlValue.Of(true))));
        }
    }
}
