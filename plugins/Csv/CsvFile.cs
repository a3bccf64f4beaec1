using CsvHelper;
using Kaizen.Abstractions;

namespace Kaizen.Plugin.Csv;

/// <summary>Opens the file and explains why it cannot be opened.</summary>
internal static class CsvFile
{
    private const int BufferSize = 1 << 18;

    /// <summary>Opens with the settings; <paramref name="onMalformed"/> hears of broken quoting.</summary>
    public static CsvReader Open(CsvSettings settings, Action<CsvMalformedRecord> onMalformed)
    {
        try
        {
            return CsvReader.FromFile(settings.Path, new CsvReaderOptions
            {
                Separator = settings.Delimiter,
                // A byte order mark tells more than the option: Excel writes one into files that are called something else.
                Encoding = StartsWithUtf8Mark(settings.Path) ? null : settings.Encoding,
                TrackLineNumbers = true,
                OnMalformedRecord = onMalformed,
                BufferSize = BufferSize,
            });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(settings, e);
        }
    }

    /// <summary>The exception that tells a person what to mend.</summary>
    public static SourceException Unreadable(CsvSettings settings, Exception cause)
    {
        if (Directory.Exists(settings.Path)) return new($"'{settings.WrittenPath}' is a folder, not a file.", "name a file in it", cause);
        if (File.Exists(settings.Path))
            return new($"The file '{settings.WrittenPath}' cannot be read: {cause.Message.TrimEnd('.')}.", "is it open in another program?", cause);
        var folder = Path.GetDirectoryName(settings.Path);
        if (folder is null || !Directory.Exists(folder))
            return new($"The file '{settings.WrittenPath}' does not exist, nor does its folder.", "look at the path, which begins at the folder of kaizen.yaml", cause);
        var near = NearestName.To(Path.GetFileName(settings.Path), Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f)));
        return new($"The file '{settings.WrittenPath}' does not exist.", near is null ? "look at its spelling, or put the file there" : $"did you mean '{near}'?", cause);
    }

    private static bool StartsWithUtf8Mark(string path)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        Span<byte> start = stackalloc byte[3];
        return RandomAccess.Read(file, start, 0) == 3 && start.SequenceEqual("\uFEFF"u8);
    }
}
