using System.Text.Json.Nodes;

namespace Kaizen.Tests.Schema;

/// <summary>Changes one thing in a file, as slips of the finger and misunderstandings do.</summary>
internal sealed class Mutation(Random random)
{
    private static readonly string[] Odd = ["", "  ", "twelve", "4", "0.5", "-1", "12m", "0d", "true", "yes", "2026-02-30", "2026-3-2", "2026-08-31", "a b", "acme/jo", "../x", "pdca", "sdca", "edca", "adopt", "hold", "row", "K25", "K99", "null", "1e3", ".5", "43 %"];

    /// <summary>A copy with one change, or null where the change found no place.</summary>
    public (string Name, JsonNode Changed)? Of(JsonNode file)
    {
        var copy = file.DeepClone();
        var places = Places(copy).ToList();
        var place = places[random.Next(places.Count)];
        var name = Names[random.Next(Names.Length)];
        return Apply(name, place, places) ? ($"{name} at {place.Path}", copy) : null;
    }

    private static readonly string[] Names =
    [
        "drop", "misspell", "move", "empty", "text for mapping", "mapping for value", "list for value", "word for value", "odd value", "number for value", "flag for value",
        "broken date", "extra item", "extra key", "quote", "swap", "empty item", "no items", "copy key",
    ];

    private bool Apply(string name, Place at, List<Place> all)
    {
        var other = all[random.Next(all.Count)];
        switch (name)
        {
            case "drop": return at.Remove();
            case "misspell": return at.Rename(at.Key + "x");
            case "move": return at.Holder is JsonObject && other.Holder is JsonObject to && !to.ContainsKey(at.Key!) && !Within(to, at.Value) && at.Remove() && to.TryAdd(at.Key!, at.Value?.DeepClone());
            case "copy key": return other.Holder is JsonObject into && at.Key is not null && into.TryAdd(at.Key, at.Value?.DeepClone());
            case "empty": return at.Set(null);
            case "text for mapping": return at.Value is JsonObject or JsonArray && at.Set("in words");
            case "mapping for value": return at.Set(new JsonObject { ["text"] = at.Value?.DeepClone() });
            case "list for value": return at.Set(new JsonArray(at.Value?.DeepClone()));
            case "word for value": return at.Value is JsonValue && at.Set("word");
            case "odd value": return at.Value is JsonValue && at.Set(Odd[random.Next(Odd.Length)]);
            case "number for value": return at.Set(random.Next(3) switch { 0 => 0, 1 => 42, _ => -0.5 });
            case "flag for value": return at.Set(random.Next(2) == 0);
            case "broken date": return at.Value is JsonValue v && v.ToString() is { Length: 10 } d && d[4] == '-' && at.Set(random.Next(4) switch { 0 => d[..8] + "32", 1 => d.Replace('-', '/'), 2 => d[..5] + "02-29", _ => d + "T00:00" });
            case "extra item": return at.Value is JsonArray { Count: > 0 } items && Add(items, items[^1]?.DeepClone());
            case "empty item": return at.Value is JsonArray list && Add(list, random.Next(2) == 0 ? null : "");
            case "no items": return at.Set(at.Value is JsonArray ? new JsonArray() : new JsonObject());
            case "extra key": return at.Holder is JsonObject holder && holder.TryAdd(random.Next(2) == 0 ? "note" : "not a name", "in words");
            case "quote": return at.Value is JsonValue q && at.Set(q.ToString());
            case "swap":
                var (mine, its) = (at.Value?.DeepClone(), other.Value?.DeepClone());
                return at.Value is JsonValue && other.Value is JsonValue && at.Set(its) && other.Set(mine);
            default: throw new InvalidOperationException(name);
        }
    }

    private static bool Add(JsonArray list, JsonNode? item)
    {
        list.Add(item);
        return true;
    }

    private static bool Within(JsonNode? node, JsonNode? outer)
    {
        for (; node is not null; node = node.Parent)
            if (ReferenceEquals(node, outer)) return true;
        return false;
    }

    private static IEnumerable<Place> Places(JsonNode node, string path = "") => node switch
    {
        JsonObject map => map.ToList().SelectMany(e => Below(new Place(map, e.Key, -1, $"{path}/{e.Key}"))),
        JsonArray list => Enumerable.Range(0, list.Count).SelectMany(i => Below(new Place(list, null, i, $"{path}/{i}"))),
        _ => [],
    };

    private static IEnumerable<Place> Below(Place place) => place.Value is { } inner ? Places(inner, place.Path).Prepend(place) : [place];

    private sealed record Place(JsonNode Holder, string? Key, int Index, string Path)
    {
        public JsonNode? Value => Key is null ? Holder.AsArray().ElementAtOrDefault(Index) : Holder[Key];

        public bool Set(JsonNode? value)
        {
            if (Key is not null) Holder[Key] = value;
            else Holder[Index] = value;
            return true;
        }

        public bool Remove()
        {
            if (Key is not null) return Holder.AsObject().Remove(Key);
            Holder.AsArray().RemoveAt(Index);
            return true;
        }

        public bool Rename(string name)
        {
            if (Key is null || Holder.AsObject().ContainsKey(name)) return false;
            var entries = Holder.AsObject().ToList();
            Holder.AsObject().Clear();
            foreach (var (key, value) in entries) Holder.AsObject().Add(key == Key ? name : key, value);
            return true;
        }
    }
}
