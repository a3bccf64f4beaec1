using Kaizen.Core.Diagnostics;
using Kaizen.Definitions.Text;
using YamlDotNet.Core;

namespace Kaizen.Definitions.Editing;

/// <summary>
/// Edits YAML that people wrote and leaves every other sign as it is: comments, order, indentation, quotes, blank lines, line
/// ends. After each edit the new text is read and held against the old values plus the edit; where anything else would differ,
/// nothing is changed and the lines to paste are handed out.
/// </summary>
public static class YamlEditor
{
    /// <summary>Makes all edits, one after the other, or none.</summary>
    /// <param name="text">The file's text; a byte order mark may stand in front.</param>
    /// <param name="edits">What to do.</param>
    /// <param name="order">Where keys belong that are added; without it at the end.</param>
    public static EditResult Apply(string text, IReadOnlyList<YamlEdit> edits, KeyOrder? order = null)
    {
        order ??= KeyOrder.None;
        var now = new EditText(text);
        SyntaxNode? written = null;
        var changes = new List<TextChange>();
        try
        {
            foreach (var edit in edits) EditValues.Check(edit);
            var root = written = Read(now);
            foreach (var edit in edits)
            {
                foreach (var part in new EditPlanner(now, root, order, EditForm.AsFound).Parts(edit))
                    (now, root) = Make(now, root, part, order, changes);
            }
        }
        catch (RefusedException refused)
        {
            // Lines are told as they stand in the file, which the edits before this one did not touch.
            int? line = refused.Position is { } at && changes.Count == 0 ? now.LineOf(at) : null;
            int? column = line is null ? null : now.ColumnOf(Math.Min(refused.Position!.Value, now.Seen.Length)) + 1;
            return new EditResult.Refused(new Refusal(refused.Message, line, column, Paste(text, edits, written)));
        }

        return new EditResult.Done(now.Original, changes);
    }

    /// <summary>The lines that make the edits by hand in a file that holds this text; one that cannot be read is looked at as if it were empty.</summary>
    internal static IReadOnlyList<PasteLines> Paste(string text, IReadOnlyList<YamlEdit> edits)
    {
        try
        {
            return Paste(text, edits, Read(new EditText(text)));
        }
        catch (RefusedException)
        {
            return Paste(text, edits, null);
        }
    }

    private static IReadOnlyList<PasteLines> Paste(string text, IReadOnlyList<YamlEdit> edits, SyntaxNode? written) =>
        [.. edits.Select(e => PasteWriter.Write(e, new EditText(text), written))];

    private static (EditText Text, SyntaxNode Root) Make(EditText now, SyntaxNode root, YamlEdit edit, KeyOrder order, List<TextChange> changes)
    {
        RefusedException? first = null;
        foreach (var form in (ReadOnlySpan<EditForm>)[EditForm.AsFound, EditForm.LineEndLast, EditForm.OneLine])
        {
            if (new EditPlanner(now, root, order, form).Plan(edit) is not { } plan) return (now, root);
            var carried = now.Carry(plan.Replacements).ToList();
            var next = new EditText(carried.Aggregate(now.Original, (text, change) => string.Concat(text.AsSpan(0, change.Start), change.Inserted, text.AsSpan(change.Start + change.Removed.Length))));
            var fault = Fault(next, plan.Expected, out var read, plan.Replacements[0].Start);
            if (fault is null)
            {
                changes.AddRange(carried);
                return (next, read!);
            }

            first ??= fault;
        }

        throw first!;
    }

    private static RefusedException? Fault(EditText next, SyntaxNode expected, out SyntaxNode? read, int at)
    {
        read = null;
        try
        {
            read = Read(next);
        }
        catch (RefusedException broken)
        {
            return new RefusedException(Reasons.WouldBreak(broken.Message), at);
        }

        return TreeComparison.Difference(expected, read) is { } path ? new RefusedException(Reasons.WouldChange(path.ToString()), at) : null;
    }

    /// <summary>How the file is written, if it can be read without a fault.</summary>
    private static SyntaxNode Read(EditText text)
    {
        for (var i = 0; i < text.Seen.Length; i++)
            if (text.Seen[i] is (< ' ' and not ('\t' or '\n')) or '\u007f') throw new RefusedException(Reasons.ControlCharacter(text.Seen[i]), i);

        var source = new SourceText("", text.Seen);
        var faults = new FaultList("", null) { Text = source };
        var node = NodeReader.Read(source, faults);
        var fault = faults.InOrder().FirstOrDefault();
        if (node is not null && fault is null) return SyntaxReader.Read(text.Seen);
        // Comments alone say nothing, so that anything may be added.
        if (fault?.Code == Catalogue.FileEmpty.Code) return new ScalarSyntax("", ScalarStyle.Plain) { Missing = true, Start = text.Seen.Length, End = text.Seen.Length };
        int? at = fault?.Span is { } span ? source.StartOf(span.Line - 1) + span.Column - 1 : null;
        throw new RefusedException(Reasons.Unreadable(fault?.Message ?? "it cannot be read."), at);
    }
}
