namespace Kaizen.Definitions.Editing;

/// <summary>What became of a group of edits: all were made, or none.</summary>
public abstract record EditResult
{
    private EditResult()
    {
    }

    /// <summary>All edits were made.</summary>
    /// <param name="Text">The new text.</param>
    /// <param name="Changes">What was changed, in the order of work; none where everything stood there already.</param>
    public sealed record Done(string Text, IReadOnlyList<TextChange> Changes) : EditResult;

    /// <summary>Nothing was changed.</summary>
    /// <param name="Refusal">Why, and what a person can do.</param>
    public sealed record Refused(Refusal Refusal) : EditResult;
}

/// <summary>A stretch of a text that was replaced by another; where nothing was removed, an insertion.</summary>
/// <param name="Start">Position in the text as all changes before this one left it.</param>
/// <param name="Removed">What stood there.</param>
/// <param name="Inserted">What stands there now.</param>
public sealed record TextChange(int Start, string Removed, string Inserted);

/// <summary>Why a file was left alone.</summary>
/// <param name="Reason">A whole sentence.</param>
/// <param name="Line">Line of what stands in the way, from 1; null where it is no place in the text.</param>
/// <param name="Column">Column in UTF-16 units, from 1.</param>
/// <param name="Paste">For every edit the lines that do the same by hand.</param>
public sealed record Refusal(string Reason, int? Line, int? Column, IReadOnlyList<PasteLines> Paste)
{
    /// <summary>Whether the text is not at fault but what is around the file: rights, a disk, another program.</summary>
    public bool Outside { get; init; }
}

/// <summary>Lines for a person to put into a file.</summary>
/// <param name="Where">Where they belong, as the end of a sentence.</param>
/// <param name="Lines">The lines, each with a line feed.</param>
public sealed record PasteLines(string Where, string Lines);
