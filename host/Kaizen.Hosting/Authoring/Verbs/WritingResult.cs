using Kaizen.Abstractions;
using Kaizen.Core.Cycles;
using Kaizen.Definitions.Editing;

namespace Kaizen.Hosting.Authoring.Verbs;

/// <summary>What became of an entry.</summary>
public sealed record WritingResult
{
    /// <summary>The cycle, or null where none was found or none is needed.</summary>
    public Cycle? Cycle { get; init; }

    /// <summary>The day that it carries where none was given.</summary>
    public DateOnly AsOf { get; init; }

    /// <summary>Whether the files were written; all of them or none.</summary>
    public bool IsWritten { get; init; }

    /// <summary>The files with their changed lines, also where nothing was written yet.</summary>
    public IReadOnlyList<FileLines> Files { get; init; } = [];

    /// <summary>Where a file was left as it is, the lines to put in by hand.</summary>
    public IReadOnlyList<LeftAlone> Left { get; init; } = [];

    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];
}

/// <summary>The changed lines of a file.</summary>
/// <param name="File">Its path from the workspace.</param>
/// <param name="IsNew">Whether it was not there before.</param>
/// <param name="Lines">The lines that went and came, in order.</param>
public sealed record FileLines(string File, bool IsNew, IReadOnlyList<ChangedLine> Lines)
{
    /// <summary>The first line, from 1, that is new or followed what went.</summary>
    public int Line => Lines.Count == 0 ? 1 : Lines[0].Number;
}

/// <summary>A line that came (<c>+</c>, with its number in the new file) or went (<c>-</c>, with the number where it would stand).</summary>
public readonly record struct ChangedLine(int Number, char Sign, string Text);

/// <summary>A file that was left alone, and the lines to put in by hand.</summary>
public sealed record LeftAlone(string File, IReadOnlyList<PasteLines> Paste);
