using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;
using Kaizen.Core.Diagnostics;

namespace Kaizen.Definitions.Text;

/// <summary>Reads a file as text, or says why it cannot be one.</summary>
internal static class SourceTextReader
{
    /// <summary>The largest file that is parsed; a definition is a page of text.</summary>
    public const int LargestMegabytes = 4;

    private static readonly UTF8Encoding Lenient = new(false, false);

    /// <summary>The text, or null after a fault.</summary>
    /// <param name="path">The file.</param>
    /// <param name="faults">Receives the fault.</param>
    /// <param name="sha256">Receives the hash of the very bytes that were read, where there is room for it.</param>
    public static SourceText? Read(string path, FaultList faults, Span<byte> sha256 = default)
    {
        byte[] rented = [];
        try
        {
            // A pipe is as long as an empty file, and whoever opens it may wait for ever.
            if (new FileInfo(path) is { Exists: true, Length: 0 }) return Decode([], faults);
            // Shared with whoever writes, as editors read: no lock is asked for.
            using var file = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);
            var length = RandomAccess.GetLength(file);
            if (length > LargestMegabytes * 1024L * 1024L)
            {
                var megabytes = (length / 1024.0 / 1024.0).ToString("0.#", CultureInfo.InvariantCulture);
                faults.AddAtStart(Catalogue.FileTooLarge, "is it data? data belongs under a source", megabytes, LargestMegabytes);
                return null;
            }

            rented = ArrayPool<byte>.Shared.Rent((int)length);
            var (read, more) = (0, 1);
            while (read < length && more > 0) read += more = RandomAccess.Read(file, rented.AsSpan(read, (int)length - read), read);
            if (!sha256.IsEmpty) SHA256.HashData(rented.AsSpan(0, read), sha256);
            return Decode(rented.AsSpan(0, read), faults);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            faults.AddAtStart(Catalogue.FileUnreadable, "look at its permissions", Reason(e));
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private static SourceText? Decode(ReadOnlySpan<byte> bytes, FaultList faults)
    {
        if (WideEncoding(bytes) is { } wide)
        {
            faults.AddAtStart(Catalogue.NotUtf8, "save the file as UTF-8", $"it is {wide}");
            return null;
        }

        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[Encoding.UTF8.Preamble.Length..];
        var valid = Utf8.IsValid(bytes);
        var decoded = Lenient.GetString(bytes);
        decoded = WithLineFeeds(decoded);
        var text = new SourceText(faults.File, decoded);
        faults.Text = text;
        if (!valid)
        {
            var at = FirstInvalid(bytes);
            var before = WithLineFeeds(Lenient.GetString(bytes[..at])).Length;
            faults.Add(Catalogue.NotUtf8, text.Span(before, before + 1), "save the file as UTF-8",
                string.Create(CultureInfo.InvariantCulture, $"the byte 0x{bytes[at]:X2} stands here"));
            return null;
        }

        for (var i = 0; i < decoded.Length; i++)
        {
            if (decoded[i] is >= ' ' and not '\u007f' or '\t' or '\n') continue;
            faults.Add(Catalogue.ControlCharacter, text.Span(i, i + 1), "delete it",
                string.Create(CultureInfo.InvariantCulture, $"U+{(int)decoded[i]:X4}"));
            return null;
        }

        return text;
    }

    // Not ReplaceLineEndings, which also breaks lines at characters that no editor breaks at.
    private static string WithLineFeeds(string text) => !text.Contains('\r', StringComparison.Ordinal) ? text
        : text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    private static string? WideEncoding(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]) || bytes.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF])) return "UTF-32";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return "UTF-16";
        // Without a mark, every second byte of Latin text in UTF-16 is zero.
        return bytes.Length >= 4 && ((bytes[0] == 0 && bytes[2] == 0 && bytes[1] != 0) || (bytes[1] == 0 && bytes[3] == 0 && bytes[0] != 0))
            ? "UTF-16" : null;
    }

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length && Rune.DecodeFromUtf8(bytes[at..], out _, out var used) == System.Buffers.OperationStatus.Done) at += used;
        return Math.Min(at, bytes.Length - 1);
    }

    // The system's own sentence names the absolute path and differs between machines.
    private static string Reason(Exception e) => e switch
    {
        UnauthorizedAccessException => "access is denied",
        FileNotFoundException or DirectoryNotFoundException => "it is not there",
        PathTooLongException => "its path is too long",
        _ => "the system reports an error, or another program keeps it open",
    };
}
