using System.Globalization;
using System.Text.Json;

namespace Kaizen.Core.Checking;

/// <summary>The parts of evidence that the store keeps and the results show in the same words.</summary>
public static class EvidenceParts
{
    /// <summary>Writes the property <c>decision</c>.</summary>
    public static void Write(Utf8JsonWriter json, DecisionTaken decision)
    {
        json.WriteStartObject("decision");
        json.WriteString("decision", decision.Decision);
        json.WriteString("date", Date(decision.Date));
        json.WriteString("because", decision.Because);
        json.WriteEndObject();
    }

    /// <summary>Writes the property <c>locked</c>.</summary>
    public static void Write(Utf8JsonWriter json, LockState locked)
    {
        json.WriteStartObject("locked");
        json.WriteString("date", Date(locked.Date));
        json.WriteString("hash", locked.Hash);
        json.WriteBoolean("changed", locked.Changed);
        json.WriteNumber("daysLate", locked.DaysLate);
        if (locked.Recorded is { } recorded) json.WriteString("recorded", Date(recorded));
        json.WriteEndObject();
    }

    /// <summary>A date as every file of ours writes it.</summary>
    public static string? Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
