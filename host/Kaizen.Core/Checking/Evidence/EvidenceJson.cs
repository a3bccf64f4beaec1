using System.Text.Json;

namespace Kaizen.Core.Checking;

/// <summary>
/// Evidence as bytes and back: the same evidence gives the same bytes on every machine. Written by hand, since a generated
/// serializer for these records costs a short run more start-up time than all its other work.
/// </summary>
public static class EvidenceJson
{
    /// <summary>UTF-8 JSON without white space, properties in the order of the record.</summary>
    public static byte[] ToBytes(CycleEvidence evidence)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer)) EvidenceWriter.Write(json, evidence);
        return buffer.ToArray();
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="JsonException">The bytes are not evidence.</exception>
    public static CycleEvidence FromBytes(ReadOnlyMemory<byte> bytes)
    {
        using var document = JsonDocument.Parse(bytes);
        try
        {
            return EvidenceReader.Read(document.RootElement);
        }
        catch (Exception fault) when (fault is KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new JsonException("The bytes are not evidence of this version.", fault);
        }
    }
}
