using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Kaizen.PluginHost;

/// <summary>
/// The text of <c>plugins.lock</c>: JSON in one order, a line for each file, so that a review shows what changed and two
/// branches that lock different plugins merge. Whatever is not exactly of this shape is damage: a lock is not guessed at.
/// </summary>
internal abstract record LockText
{
    public const int Version = 1;

    // A file takes some hundred bytes; this is room for a hundred thousand.
    private const long Largest = 16 * 1024 * 1024;

    private static readonly JsonWriterOptions Written = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    private LockText()
    {
    }

    /// <summary>There is no such file.</summary>
    public sealed record Absent : LockText;

    /// <summary>It cannot be understood.</summary>
    public sealed record Damaged(string Reason, int Line = 1, int Column = 1) : LockText;

    /// <summary>It was written by a newer program.</summary>
    public sealed record Newer(int Number) : LockText;

    /// <summary>It was understood.</summary>
    public sealed record Whole(IReadOnlyDictionary<string, LockedPlugin> Plugins) : LockText;

    public static LockText Read(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (stream.Length > Largest) return new Damaged("it is larger than 16 MB");
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return Parse(bytes);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return new Absent();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return new Damaged("it cannot be read");
        }
    }

    public static LockText Parse(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Span.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[Encoding.UTF8.Preamble.Length..];
        try
        {
            using var document = JsonDocument.Parse(bytes, Strict);
            return Of(document.RootElement);
        }
        catch (JsonException fault)
        {
            var (line, column) = ((int)(fault.LineNumber ?? 0) + 1, (int)Math.Min(fault.BytePositionInLine ?? 0, 10_000) + 1);
            var merge = bytes.Span.IndexOf("<<<<<<<"u8) >= 0;
            return new Damaged(merge ? "it holds the marks of a merge that nobody finished" : "it is no JSON", line, column);
        }
        catch (FormatException fault)
        {
            return new Damaged(fault.Message);
        }
        catch (InvalidOperationException)
        {
            // Text with half of a pair of surrogates, which JSON can write down and no name holds.
            return new Damaged("it holds a text that is none");
        }
    }

    public static byte[] ToBytes(IReadOnlyDictionary<string, LockedPlugin> plugins)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Written))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WriteStartObject("plugins");
            foreach (var (id, plugin) in plugins.OrderBy(p => p.Key, StringComparer.Ordinal))
            {
                json.WriteStartObject(id);
                json.WriteString("version", plugin.Version);
                json.WriteStartObject("files");
                foreach (var (name, hash) in plugin.Files.OrderBy(f => f.Key, StringComparer.Ordinal)) json.WriteString(name, hash);
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    private static LockText Of(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object) throw new FormatException("it is no JSON object");
        if (!root.TryGetProperty("version", out var version) || version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number) || number < 1)
            throw new FormatException("it has no 'version' that counts from 1");
        if (number > Version) return new Newer(number);
        var plugins = new Dictionary<string, LockedPlugin>(StringComparer.Ordinal);
        foreach (var plugin in Object(root, "plugins", "the lock", 2).EnumerateObject())
        {
            var name = $"plugin '{plugin.Name}'";
            var files = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var file in Object(plugin.Value, "files", name, 2).EnumerateObject())
            {
                if (!IsInside(file.Name)) throw new FormatException($"{name} names '{file.Name}', which is no file of a plugin's folder");
                if (file.Value.ValueKind != JsonValueKind.String || !IsHash(file.Value.GetString()!)) throw new FormatException($"{name} has no SHA-256 of '{file.Name}'");
                files[file.Name] = file.Value.GetString()!;
            }

            if (!plugin.Value.TryGetProperty("version", out var own) || own.ValueKind != JsonValueKind.String) throw new FormatException($"{name} has no 'version'");
            plugins[plugin.Name] = new LockedPlugin(own.GetString()!, files);
        }

        return new Whole(plugins);
    }

    private static JsonElement Object(JsonElement owner, string key, string name, int keys)
    {
        if (owner.ValueKind != JsonValueKind.Object || !owner.TryGetProperty(key, out var inner) || inner.ValueKind != JsonValueKind.Object)
            throw new FormatException($"{name} has no '{key}'");
        if (owner.GetPropertyCount() != keys) throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{name} has other keys than 'version' and '{key}'"));
        return inner;
    }

    private static bool IsHash(string text) => text.Length == 64 && text.All(c => c is >= '0' and <= '9' or >= 'a' and <= 'f');

    private static bool IsInside(string name) =>
        name.Length is > 0 and <= 4096 && !Path.IsPathRooted(name) && !name.Contains('\0', StringComparison.Ordinal) && name.Split('/').All(p => p is not ("" or "." or ".."));
}
