using System.Text;
using Kaizen.Abstractions;

namespace Kaizen.Testing;

/// <summary>A folder for the files of one test, gone afterwards.</summary>
public sealed class TestFolder : IDisposable
{
    /// <summary>Makes the folder.</summary>
    public TestFolder() => Full = Directory.CreateTempSubdirectory("kaizen-").FullName;

    /// <summary>Its absolute path.</summary>
    public string Full { get; }

    /// <summary>A path in it, written as a person would who stands in the folder.</summary>
    /// <param name="name">Relative, with forward slashes.</param>
    public FilePath At(string name) => new(Path.GetFullPath(Path.Combine(Full, name)), name);

    /// <summary>Writes a text file in UTF-8, replacing what was there.</summary>
    /// <param name="name">Relative, with forward slashes.</param>
    /// <param name="text">What it holds.</param>
    public FilePath Write(string name, string text) => Write(name, new UTF8Encoding(false).GetBytes(text));

    /// <summary>Writes a file, replacing what was there.</summary>
    /// <param name="name">Relative, with forward slashes.</param>
    /// <param name="bytes">What it holds.</param>
    public FilePath Write(string name, byte[] bytes)
    {
        var path = At(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path.Full)!);
        File.WriteAllBytes(path.Full, bytes);
        return path;
    }

    /// <summary>Writes a text file line by line, for files that are too large for a string.</summary>
    /// <param name="name">Relative, with forward slashes.</param>
    /// <param name="lines">Its lines.</param>
    public FilePath WriteLines(string name, IEnumerable<string> lines)
    {
        var path = At(name);
        File.WriteAllLines(path.Full, lines);
        return path;
    }

    /// <summary>Deletes the folder.</summary>
    public void Dispose() => Directory.Delete(Full, recursive: true);
}
