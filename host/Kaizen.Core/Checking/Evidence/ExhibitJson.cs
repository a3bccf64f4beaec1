using System.Text.Json;
using Kaizen.Abstractions;

namespace Kaizen.Core.Checking;

/// <summary>Exhibits as evidence keeps them.</summary>
internal static class ExhibitJson
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<Exhibit> exhibits)
    {
        if (exhibits.Count == 0) return;
        json.WriteStartArray("exhibits");
        foreach (var exhibit in exhibits)
        {
            json.WriteStartObject();
            json.WriteString("title", exhibit.Title);
            if (exhibit is Exhibit.Table table) Write(json, table);
            if (exhibit is Exhibit.BarGraph graph) Write(json, graph);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static IReadOnlyList<Exhibit> Read(JsonElement of) =>
        of.TryGetProperty("exhibits", out var exhibits) ? [.. exhibits.EnumerateArray().Select(One)] : [];

    private static void Write(Utf8JsonWriter json, Exhibit.Table table)
    {
        Texts(json, "columns", table.Columns);
        json.WriteStartArray("rows");
        foreach (var row in table.Rows) Texts(json, null, row);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Exhibit.BarGraph graph)
    {
        json.WriteString("unit", graph.Unit);
        json.WriteStartArray("bars");
        foreach (var bar in graph.Bars)
        {
            json.WriteStartArray();
            json.WriteStringValue(bar.Label);
            json.WriteNumberValue(bar.Value);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static Exhibit One(JsonElement e)
    {
        var title = e.GetProperty("title").GetString()!;
        return e.TryGetProperty("columns", out var columns)
            ? new Exhibit.Table(title, Texts(columns), [.. e.GetProperty("rows").EnumerateArray().Select(Texts)])
            : new Exhibit.BarGraph(title, e.GetProperty("unit").GetString()!, [.. e.GetProperty("bars").EnumerateArray().Select(b => new ExhibitBar(b[0].GetString()!, b[1].GetDouble()))]);
    }

    private static void Texts(Utf8JsonWriter json, string? name, IReadOnlyList<string> texts)
    {
        if (name is null) json.WriteStartArray();
        else json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static IReadOnlyList<string> Texts(JsonElement list) => [.. list.EnumerateArray().Select(t => t.GetString()!)];
}
