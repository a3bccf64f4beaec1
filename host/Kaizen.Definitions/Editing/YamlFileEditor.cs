using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Kaizen.Definitions.Text;

namespace Kaizen.Definitions.Editing;

/// <summary>Edits a YAML file in its place, whole or not at all.</summary>
public static class YamlFileEditor
{
    private static readonly UTF8Encoding Strict = new(false, true);

    /// <summary>Makes all edits in the file, or none. Where the file says everything already it is not written.</summary>
    /// <param name="path">The file; a link is followed and stays a link.</param>
    /// <param name="edits">What to do.</param>
    /// <param name="order">Where keys belong that are added; without it at the end.</param>
    public static EditResult Apply(string path, IReadOnlyList<YamlEdit> edits, KeyOrder? order = null) => Apply(path, edits, order, null);

    /// <summary>What <see cref="Apply(string, IReadOnlyList{YamlEdit}, KeyOrder?)"/> would do; nothing is written.</summary>
    /// <param name="path">The file.</param>
    /// <param name="edits">What would be done.</param>
    /// <param name="order">Where keys belong that are added; without it at the end.</param>
    public static EditResult Preview(string path, IReadOnlyList<YamlEdit> edits, KeyOrder? order = null) => Apply(path, edits, order, null, write: false);

    /// <param name="path">The file.</param>
    /// <param name="edits">What to do.</param>
    /// <param name="order">Where keys belong.</param>
    /// <param name="beforeReplacing">Called when the new file is written beside the old one and not yet in its place.</param>
    /// <param name="write">Whether the file is replaced, or only asked whether it could be.</param>
    internal static EditResult Apply(string path, IReadOnlyList<YamlEdit> edits, KeyOrder? order, Action? beforeReplacing, bool write = true)
    {
        var text = "";
        try
        {
            var file = new FileInfo(path);
            // A link stays what it is: the file that it leads to is the one that is replaced.
            var target = file.LinkTarget is null ? file.FullName : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;
            if (Directory.Exists(target)) return Refuse(FileReasons.Folder, (text, edits), outside: true);
            var old = Load(target);
            if (old is null) return Refuse(FileReasons.TooLarge(SourceTextReader.LargestMegabytes), (text, edits));
            if (Foreign(old) is { } reason) return Refuse(reason, (text, edits));
            text = Strict.GetString(old);
            var result = YamlEditor.Apply(text, edits, order);
            if (result is not EditResult.Done { Changes.Count: > 0 } done) return result;
            if (!MayWrite(target)) return Refuse(FileReasons.ReadOnly, (text, edits), outside: true);
            if (!write) return done;
            return ReplacedFile.Write(target, old, Strict.GetBytes(done.Text), beforeReplacing) ? done : Refuse(FileReasons.Changed, (text, edits), outside: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException or System.Security.SecurityException)
        {
            return Refuse(FileReasons.Of(fault), (text, edits), outside: true);
        }
    }

    private static byte[]? Load(string path)
    {
        using var stream = ReplacedFile.Open(path);
        return stream.Length > SourceTextReader.LargestMegabytes * 1024L * 1024L ? null : ReplacedFile.Bytes(stream);
    }

    /// <summary>Why the bytes are no text in UTF-8, or null.</summary>
    private static string? Foreign(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])
            || (bytes.Length >= 4 && ((bytes[0] == 0) != (bytes[1] == 0)) && ((bytes[2] == 0) != (bytes[3] == 0)))) return FileReasons.Wide;
        if (Utf8.IsValid(bytes)) return null;
        var (at, line) = (0, 1);
        while (at < bytes.Length && Rune.DecodeFromUtf8(bytes[at..], out var sign, out var used) == System.Buffers.OperationStatus.Done)
        {
            at += used;
            if (sign.Value == '\n') line++;
        }

        return FileReasons.NotUtf8(string.Create(CultureInfo.InvariantCulture, $"0x{bytes[Math.Min(at, bytes.Length - 1)]:X2}"), line);
    }

    /// <summary>Renaming needs no right to the file itself, so that a file which somebody made read only would be replaced all the same.</summary>
    private static bool MayWrite(string path)
    {
        if (new FileInfo(path).IsReadOnly) return false;
        using var probe = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        return true;
    }

    /// <summary>What is to be pasted knows what the file holds, as far as it could be read.</summary>
    private static EditResult.Refused Refuse(string reason, (string Text, IReadOnlyList<YamlEdit> Edits) what, bool outside = false) =>
        new(new Refusal(reason, null, null, YamlEditor.Paste(what.Text, what.Edits)) { Outside = outside });
}
