using Kaizen.Definitions.Editing;

namespace Kaizen.Hosting.Authoring.Verbs;

/// <summary>What is to become of one file of the workspace.</summary>
/// <param name="File">Its path from the workspace, with forward slashes.</param>
internal abstract record FileEdit(string File)
{
    /// <summary>A file that people write is edited.</summary>
    public sealed record Yaml(string File, IReadOnlyList<YamlEdit> Edits) : FileEdit(File);

    /// <summary>A file that is not there yet.</summary>
    public sealed record Create(string File, string Text) : FileEdit(File);

    /// <summary>A file of rows; <paramref name="Before"/> is null where there is none.</summary>
    public sealed record Rows(string File, byte[]? Before, byte[] After) : FileEdit(File);
}

/// <summary>A file with its bytes before and after.</summary>
internal sealed record PreparedFile(FileEdit Edit, string Path, byte[]? Before, byte[] After);
