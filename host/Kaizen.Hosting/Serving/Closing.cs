using System.Globalization;
using System.Text.Json;

namespace Kaizen.Hosting.Serving;

/// <summary>One time that the host closed a loop.</summary>
/// <param name="Cycle">Id of the cycle.</param>
/// <param name="AsOf">The date it looked from.</param>
/// <param name="Due">The first date since the last closing on which it was due; later ones are made up for by the same closing.</param>
/// <param name="Why">Why it was due.</param>
/// <param name="Concluded">Whether there is a conclusion; a cycle whose rows could not be read has none.</param>
public sealed record Closing(string Cycle, DateOnly AsOf, DateOnly Due, string Why, bool Concluded)
{
    /// <summary>Whether it was dated by a story's clock; those count for a host under such a clock only.</summary>
    public bool Story { get; init; }

    /// <summary>The line as it was read, where a newer version wrote more into it than this one knows.</summary>
    internal string? Raw { get; init; }

    internal string ToText()
    {
        if (Raw is not null) return Raw;
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("cycle", Cycle);
            json.WriteString("asOf", Iso(AsOf));
            json.WriteString("due", Iso(Due));
            json.WriteString("why", Why);
            json.WriteBoolean("concluded", Concluded);
            if (Story) json.WriteBoolean("story", true);
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>Reads a line, or null where this version cannot: a crash cut it off, or a newer version wrote it.</summary>
    internal static Closing? FromText(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var e = json.RootElement;
            if (e.GetProperty("cycle").GetString() is not { } cycle || e.GetProperty("why").GetString() is not { } why) return null;
            var story = e.TryGetProperty("story", out var dated);
            return new Closing(cycle, Day("asOf"), Day("due"), why, e.GetProperty("concluded").GetBoolean())
            {
                Story = story && dated.GetBoolean(),
                Raw = e.EnumerateObject().Count() > (story ? 6 : 5) ? text : null,
            };

            DateOnly Day(string name) => DateOnly.ParseExact(e.GetProperty(name).GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentNullException)
        {
            return null;
        }
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
