using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kaizen.Store.Ledger;

/// <summary>One human act: a line of <c>ledger.ndjson</c>.</summary>
/// <param name="Cycle">Id of the cycle.</param>
/// <param name="Act">What was done; <c>lock</c> so far.</param>
/// <param name="Date">The as-of date of the act.</param>
/// <param name="Started">The start of Do as written then, or null.</param>
/// <param name="Predictions">The canonical text of the predictions that were locked.</param>
/// <param name="Hash">SHA-256 (lower-case hex) over <paramref name="Predictions"/>.</param>
/// <param name="Previous">SHA-256 over the cycle's line before, or null for the first.</param>
internal sealed record LedgerLine(
    string Cycle, string Act, DateOnly Date, DateOnly? Started, string Predictions, string Hash, string? Previous)
{
    public string ToText() => JsonSerializer.Serialize(this, LedgerJson.Default.LedgerLine);

    /// <exception cref="JsonException">The text is not a ledger line; <c>null</c> is none either.</exception>
    public static LedgerLine FromText(string text) =>
        JsonSerializer.Deserialize(text, LedgerJson.Default.LedgerLine) ?? throw new JsonException("It is null.", null, 0, 0);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(LedgerLine))]
internal sealed partial class LedgerJson : JsonSerializerContext;
