namespace Kaizen.Abstractions;

/// <summary>A file or folder that a person named in an option.</summary>
/// <param name="Full">Absolute path; a relative one was resolved against the folder of <c>kaizen.yaml</c>.</param>
/// <param name="Written">As the person wrote it, for messages.</param>
public sealed record FilePath(string Full, string Written)
{
    /// <summary>For tests: a path that is written as it is.</summary>
    /// <param name="path">Absolute, or relative to the current folder.</param>
    public static FilePath Of(string path) => new(Path.GetFullPath(path), path);

    /// <summary>As the person wrote it.</summary>
    public override string ToString() => Written;
}
