using System.Runtime.InteropServices;
using System.Text;

namespace Kaizen.Plugin.Shared;

/// <summary>Gives the same string for the same bytes, so that columns with few values allocate few strings.</summary>
internal sealed class TextCache
{
    private const int Size = 4096;
    private readonly (byte[] Bytes, string Text)[] entries = new (byte[], string)[Size];

    /// <summary>The text, or null where the bytes are not UTF-8.</summary>
    public string? Get(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > 64) return Decode(bytes);
        ref var entry = ref entries[Hash(bytes) & (Size - 1)];
        if (entry.Bytes is not null && bytes.SequenceEqual(entry.Bytes)) return entry.Text;
        if (Decode(bytes) is not { } text) return null;
        entry = (bytes.ToArray(), text);
        return text;
    }

    private static string? Decode(ReadOnlySpan<byte> bytes) =>
        System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : null;

    private static uint Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = (ulong)bytes.Length;
        while (bytes.Length >= 8)
        {
            hash = Mix(hash ^ MemoryMarshal.Read<ulong>(bytes));
            bytes = bytes[8..];
        }

        // The rest in two reads that may overlap, or byte by byte where it is shorter than one.
        if (bytes.Length >= 4) return Fold(Mix(hash ^ MemoryMarshal.Read<uint>(bytes) ^ ((ulong)MemoryMarshal.Read<uint>(bytes[^4..]) << 32)));
        var rest = 0u;
        foreach (var b in bytes) rest = (rest << 8) | b;
        return Fold(Mix(hash ^ rest));
    }

    private static ulong Mix(ulong hash)
    {
        hash *= 0x9E3779B97F4A7C15;
        return hash ^ (hash >> 29);
    }

    private static uint Fold(ulong hash) => (uint)(hash ^ (hash >> 32));
}
