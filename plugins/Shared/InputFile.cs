using Kaizen.Abstractions;

namespace Kaizen.Plugin.Shared;

/// <summary>A file that a source reads.</summary>
/// <param name="Full">Absolute path.</param>
/// <param name="Written">As a person would write it, for messages.</param>
internal sealed record InputFile(string Full, string Written)
{
    /// <summary>Whether it is compressed, which its ending says.</summary>
    public bool IsCompressed => Full.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    /// <summary>Opens its bytes, unpacked where they are packed. Others may write to it, rename and delete it meanwhile.</summary>
    public Stream Open()
    {
        try
        {
            var file = OpenRaw();
            return IsCompressed ? new WholeGzip(file) : file;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(e);
        }
    }

    /// <summary>The exception that tells a person what to mend.</summary>
    public SourceException Unreadable(Exception cause)
    {
        if (cause is InvalidDataException) return new($"'{Written}' cannot be unpacked: {cause.Message.TrimEnd('.')}.", "is it gzip, and was it copied to its end?", cause);
        if (Directory.Exists(Full)) return new($"'{Written}' is a folder, not a file.", "name a file in it", cause);
        if (File.Exists(Full)) return new($"The file '{Written}' cannot be read: {cause.Message.TrimEnd('.')}.", "is it open in another program?", cause);
        var folder = Path.GetDirectoryName(Full);
        if (folder is null || !Directory.Exists(folder))
            return new($"The file '{Written}' does not exist, nor does its folder.", "look at the path, which begins at the folder of kaizen.yaml", cause);
        var near = NearestName.To(Path.GetFileName(Full), Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f)));
        return new($"The file '{Written}' does not exist.", near is null ? "look at its spelling, or put the file there" : $"did you mean '{near}'?", cause);
    }

    /// <summary>Its bytes as they lie on the disk.</summary>
    public FileStream OpenRaw() => new(Full, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, FileOptions.SequentialScan);
}
