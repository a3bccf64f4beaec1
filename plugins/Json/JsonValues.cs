using System.Text;
using System.Text.Json;
using Kaizen.Abstractions;
using Kaizen.Plugin.Shared;

namespace Kaizen.Plugin.Json;

/// <summary>Takes the requested values out of a row. What nobody asked for is passed over.</summary>
internal sealed class JsonValues : IJsonRow
{
    private readonly JsonCell[] cells;
    private readonly JsonTimes times;
    private readonly JsonNode root = new("");
    private readonly NumberParser numbers = new((byte)'.', null);
    private readonly TextCache texts = new();
    private byte[] unescaped = new byte[256];
    private long taken;

    public JsonValues(JsonCell[] cells, JsonTimes times)
    {
        (this.cells, this.times) = (cells, times);
        foreach (var cell in cells)
            foreach (var path in cell.Column.Paths) root.Add(cell, path);
    }

    public bool Take(ref Utf8JsonReader reader, JsonFile file)
    {
        foreach (var cell in cells) cell.Clear();
        taken++;
        if (reader.TokenType == JsonTokenType.StartObject) return Object(ref reader, root, file);
        foreach (var cell in cells) cell.Refuse("", $"the row is {JsonWords.Of(reader.TokenType)}, not an object", file.LineAt(reader.TokenStartIndex));
        return reader.TrySkip();
    }

    private bool Object(ref Utf8JsonReader reader, JsonNode node, JsonFile file)
    {
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject) return true;
            var child = node.Find(ref reader);
            if (!reader.Read()) return false;
            if (!(child is null ? reader.TrySkip() : Value(ref reader, child, file))) return false;
        }

        return false;
    }

    private bool Value(ref Utf8JsonReader reader, JsonNode node, JsonFile file)
    {
        foreach (var cell in node.Cells)
        {
            if (cell.Named) cell.Refuse("", "the row names it twice", file.LineAt(reader.TokenStartIndex));
            else if (reader.TokenType != JsonTokenType.Null) Fill(cell, ref reader, file);
            cell.Named = true;
        }

        if (!node.HasChildren) return reader.TrySkip();
        var isNamed = node.NamedIn == taken;
        node.NamedIn = taken;
        if (isNamed)
        {
            foreach (var cell in node.Below) cell.Refuse("", "the row names the object twice in which it would stand", file.LineAt(reader.TokenStartIndex));
            return reader.TrySkip();
        }

        if (reader.TokenType == JsonTokenType.Null) return reader.TrySkip();
        if (reader.TokenType == JsonTokenType.StartObject) return Object(ref reader, node, file);
        foreach (var cell in node.Below) cell.Refuse("", $"it would stand in an object, where the row has {JsonWords.Of(reader.TokenType)}", file.LineAt(reader.TokenStartIndex));
        return reader.TrySkip();
    }

    private void Fill(JsonCell cell, ref Utf8JsonReader reader, JsonFile file)
    {
        var why = (cell.Type, reader.TokenType) switch
        {
            (ColumnType.Number, JsonTokenType.Number) => Number(cell, ref reader),
            (ColumnType.Text, JsonTokenType.String) => Text(cell, ref reader),
            // Numbers that may be times: where no use shows which, each counts as it is written.
            (ColumnType.Text, JsonTokenType.Number) when times != JsonTimes.Iso && cell.Column.IsNumbers => Text(cell, ref reader),
            (ColumnType.Time, JsonTokenType.String) when times == JsonTimes.Iso => Time(cell, ref reader),
            (ColumnType.Time, JsonTokenType.Number) when times != JsonTimes.Iso => Unix(cell, ref reader),
            (ColumnType.Flag, JsonTokenType.True or JsonTokenType.False) => Flag(cell, ref reader),
            _ => $"{JsonWords.Of(reader.TokenType)}, not {JsonWords.Of(cell.Type, times)}",
        };
        if (why is null) return;
        var text = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? "" : Encoding.UTF8.GetString(reader.ValueSpan[..Math.Min(reader.ValueSpan.Length, 240)]);
        cell.Refuse(text, text.Length == 0 ? $"the row has {why}" : why, file.LineAt(reader.TokenStartIndex));
    }

    private string? Number(JsonCell cell, ref Utf8JsonReader reader)
    {
        if (!numbers.TryParse(reader.ValueSpan, out var number)) return "not a finite number";
        cell.Set(number);
        return null;
    }

    private string? Text(JsonCell cell, ref Utf8JsonReader reader)
    {
        if (texts.Get(Unescape(ref reader)) is not { } text) return "not valid UTF-8";
        cell.Set(text);
        return null;
    }

    private string? Time(JsonCell cell, ref Utf8JsonReader reader)
    {
        if (!TimeParser.TryIso(Unescape(ref reader), out var time)) return "not an ISO 8601 date or time";
        cell.Set(time);
        return null;
    }

    private string? Unix(JsonCell cell, ref Utf8JsonReader reader)
    {
        var unit = times == JsonTimes.UnixSeconds ? TimeSpan.TicksPerSecond : TimeSpan.TicksPerMillisecond;
        if (!reader.TryGetDecimal(out var count) || count < (DateTime.MinValue - DateTime.UnixEpoch).Ticks / unit || count > (DateTime.MaxValue - DateTime.UnixEpoch).Ticks / unit)
            return $"not {JsonWords.Of(ColumnType.Time, times)} between the years 1 and 9999";
        cell.Set(DateTime.UnixEpoch.AddTicks((long)(count * unit)));
        return null;
    }

    private static string? Flag(JsonCell cell, ref Utf8JsonReader reader)
    {
        cell.Set(reader.TokenType == JsonTokenType.True);
        return null;
    }

    /// <summary>The bytes of a text without its escapes.</summary>
    private ReadOnlySpan<byte> Unescape(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped) return reader.ValueSpan;
        if (unescaped.Length < reader.ValueSpan.Length) unescaped = new byte[reader.ValueSpan.Length * 2];
        try
        {
            return unescaped.AsSpan(0, reader.CopyString(unescaped));
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: no text has these bytes, so that the caller refuses them.
            return [0xFF];
        }
    }
}
