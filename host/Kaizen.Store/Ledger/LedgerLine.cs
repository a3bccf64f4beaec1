using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Kaizen.Store.Ledger;

/// <summary>One human act: a line of <c>ledger.ndjson</c>. Absent properties are not written.</summary>
internal sealed record LedgerLine
{
    public const string Lock = "lock";
    public const string Ask = "ask";
    public const string Answer = "answer";
    public const string Sign = "sign";

    private const string DateFormat = "yyyy-MM-dd";
    private const string HashProperty = ",\"hash\":\"";
    private static readonly HashSet<string> Names = new(
        ["cycle", "act", "date", "recorded", "by", "gate", "about", "text", "started", "predictions", "definition", "previous", "hash"], StringComparer.Ordinal);

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Id of the cycle.</summary>
    public required string Cycle { get; init; }

    /// <summary>What was done: <c>lock, ask, answer</c> or <c>sign</c>.</summary>
    public required string Act { get; init; }

    /// <summary>The as-of date of the act.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The day by the clock on which it was written down, where that is another day than <see cref="Date"/>.</summary>
    public DateOnly? Recorded { get; init; }

    /// <summary>Who did it; a lock is taken by a run.</summary>
    public string? By { get; init; }

    /// <summary>The gate of a signature.</summary>
    public string? Gate { get; init; }

    /// <summary>Of an answer, the hash of the question's line.</summary>
    public string? About { get; init; }

    /// <summary>A question or an answer.</summary>
    public string? Text { get; init; }

    /// <summary>Of a lock, the start of Do as written then.</summary>
    public DateOnly? Started { get; init; }

    /// <summary>Of a lock, the canonical text of the predictions.</summary>
    public string? Predictions { get; init; }

    /// <summary>Of a signature, the definition hash of what was signed.</summary>
    public string? Definition { get; init; }

    /// <summary>The hash of a line of the same cycle before this one; null for the first.</summary>
    public string? Previous { get; init; }

    /// <summary>The line as it was read where it says what this version does not know: it stays as it is.</summary>
    public string? Foreign { get; private init; }

    /// <summary>Where it stood in the file as it was read, from 1; 0 for a line that was added since.</summary>
    public int Number { get; init; }

    /// <summary>
    /// The day that counts: the date of the act, or where that lay in the future the day on which it was written down. A date
    /// that has not come would hide the act from everybody who looks before it.
    /// </summary>
    public DateOnly Day => Recorded is { } recorded && recorded < Date ? recorded : Date;

    /// <summary>SHA-256 (lower-case hex) over the line without this property.</summary>
    public string Hash => Sha.Of(Body());

    /// <summary>The line as it stands in the file: the one spelling of this act.</summary>
    public string ToText()
    {
        var body = Body();
        return $"{body[..^1]}{HashProperty}{Sha.Of(body)}\"}}";
    }

    /// <summary>Reads a line. It verifies where <see cref="ToText"/> gives the same characters again.</summary>
    /// <param name="text">The line.</param>
    /// <param name="hash">The hash that the line states.</param>
    /// <exception cref="JsonException">The text is no JSON object, or a property is missing or of another type.</exception>
    public static LedgerLine FromText(string text, out string hash)
    {
        using var json = JsonDocument.Parse(text);
        var line = json.RootElement;
        if (line.ValueKind != JsonValueKind.Object) throw new JsonException("It is no object.", null, 0, 0);
        hash = Needed("hash");
        return new LedgerLine
        {
            Cycle = Needed("cycle"),
            Act = Needed("act"),
            Date = DayOf("date") ?? throw new JsonException("It has no date."),
            Recorded = DayOf("recorded"),
            By = Optional("by"),
            Gate = Optional("gate"),
            About = Optional("about"),
            Text = Optional("text"),
            Started = DayOf("started"),
            Predictions = Optional("predictions"),
            Definition = Optional("definition"),
            Previous = Optional("previous"),
            Foreign = Needed("act") is Lock or Ask or Answer or Sign && line.EnumerateObject().All(p => Names.Contains(p.Name)) ? null : text,
        };

        string Needed(string name) => Optional(name) ?? throw new JsonException($"It has no {name}.");

        string? Optional(string name) => !line.TryGetProperty(name, out var value) ? null
            : value.ValueKind == JsonValueKind.String ? Text(name, value) : throw new JsonException($"Its {name} is no text.");

        static string? Text(string name, JsonElement value)
        {
            try
            {
                return value.GetString();
            }
            catch (InvalidOperationException)
            {
                // Half of a pair of UTF-16 units can be written as an escape and stands for no character.
                throw new JsonException($"Its {name} holds no readable text.");
            }
        }

        DateOnly? DayOf(string name) => Optional(name) is not { } written ? null
            : DateOnly.TryParseExact(written, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? day : throw new JsonException($"Its {name} is no date.");
    }

    private string Body()
    {
        if (Foreign is { } text) return text.LastIndexOf(HashProperty, StringComparison.Ordinal) is >= 0 and var at ? text[..at] + "}" : text;
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Readable))
        {
            json.WriteStartObject();
            json.WriteString("cycle", Cycle);
            json.WriteString("act", Act);
            DayText("date", Date);
            DayText("recorded", Recorded);
            Text("by", By);
            Text("gate", Gate);
            Text("about", About);
            Text("text", this.Text);
            DayText("started", Started);
            Text("predictions", Predictions);
            Text("definition", Definition);
            Text("previous", Previous);
            json.WriteEndObject();

            void Text(string name, string? value)
            {
                if (value is not null) json.WriteString(name, value);
            }

            void DayText(string name, DateOnly? value) => Text(name, value?.ToString(DateFormat, CultureInfo.InvariantCulture));
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
