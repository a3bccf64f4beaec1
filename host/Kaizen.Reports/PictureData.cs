namespace Kaizen.Reports;

/// <summary>A picture as a page carries it.</summary>
public sealed class PictureData
{
    private readonly string type;
    private readonly byte[] bytes;

    private PictureData(string type, byte[] bytes) => (this.type, this.bytes) = (type, bytes);

    /// <summary>The file's content.</summary>
    public ReadOnlySpan<byte> Bytes => bytes;

    /// <summary>The picture in the address itself, so that the page needs nothing beside it.</summary>
    public string Address => $"data:{type};base64,{Convert.ToBase64String(bytes)}";

    /// <summary>The picture where the first bytes are those of PNG, JPEG, GIF or WebP, else null: no other form is shown, and names may lie.</summary>
    public static PictureData? Of(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return TypeOf(bytes) is { } type ? new PictureData(type, bytes) : null;
    }

    private static string? TypeOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8) ? "image/gif"
        : bytes.StartsWith("RIFF"u8) && bytes.Length >= 12 && bytes[8..12].SequenceEqual("WEBP"u8) ? "image/webp"
        : null;
}
