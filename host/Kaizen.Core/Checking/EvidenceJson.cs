using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kaizen.Core.Checking;

/// <summary>Evidence as bytes and back: the same evidence gives the same bytes on every machine.</summary>
public static class EvidenceJson
{
    /// <summary>UTF-8 JSON without white space, properties in the order of the record.</summary>
    public static byte[] ToBytes(CycleEvidence evidence) => JsonSerializer.SerializeToUtf8Bytes(evidence, EvidenceContext.Default.CycleEvidence);

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="JsonException">The bytes are not evidence.</exception>
    public static CycleEvidence FromBytes(ReadOnlySpan<byte> bytes) =>
        JsonSerializer.Deserialize(bytes, EvidenceContext.Default.CycleEvidence) ?? throw new JsonException("Evidence is empty.");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CycleEvidence))]
internal sealed partial class EvidenceContext : JsonSerializerContext;
