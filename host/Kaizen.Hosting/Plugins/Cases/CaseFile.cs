using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Kaizen.Hosting.Plugins.Cases;

/// <summary><c>expected.json</c>: what a test case is expected to give, a line for each point so that a change reads well in git.</summary>
internal static class CaseFile
{
    public const string Name = "expected.json";

    /// <summary>What the file says.</summary>
    /// <exception cref="FormatException">It is no such file.</exception>
    public static CaseValues Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var metrics = new SortedDictionary<string, IReadOnlyList<CasePoint>>(StringComparer.Ordinal);
            var (tolerance, codes) = (0.0, new List<string>());
            foreach (var property in document.RootElement.EnumerateObject())
                switch (property.Name)
                {
                    case "tolerance": tolerance = property.Value.GetDouble(); break;
                    case "diagnostics": codes.AddRange(property.Value.EnumerateArray().Select(c => c.GetString() ?? "")); break;
                    case "metrics":
                        foreach (var metric in property.Value.EnumerateObject()) metrics[metric.Name] = [.. metric.Value.EnumerateArray().Select(Point)];
                        break;
                    default: throw new FormatException($"it has '{property.Name}', which nobody reads");
                }

            if (!(tolerance is >= 0 and < 1)) throw new FormatException("its tolerance is no share from 0 to 1");
            return new CaseValues(tolerance, metrics, [.. codes.Order(StringComparer.Ordinal)]);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException(fault.Message.TrimEnd('.'), fault);
        }
    }

    /// <summary>The text of the file.</summary>
    public static byte[] ToBytes(CaseValues values)
    {
        var text = new StringBuilder("{\n");
        text.Append(CultureInfo.InvariantCulture, $"  \"tolerance\": {values.Tolerance:R},\n  \"metrics\": {{");
        text.AppendJoin(',', values.Metrics.Select(metric => $"\n    {Quoted(metric.Key)}: [{string.Join(',', metric.Value.Select(p => $"\n      {Line(p)}"))}{(metric.Value.Count > 0 ? "\n    ]" : "]")}"));
        text.Append(values.Metrics.Count > 0 ? "\n  },\n" : "},\n");
        text.Append(CultureInfo.InvariantCulture, $"  \"diagnostics\": [{string.Join(", ", values.Diagnostics.Select(Quoted))}]\n}}\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static CasePoint Point(JsonElement json)
    {
        foreach (var property in json.EnumerateObject())
            if (property.Name is not ("period" or "value" or "n" or "numerator" or "denominator")) throw new FormatException($"a point has '{property.Name}', which nobody reads");
        return new CasePoint(json.GetProperty("period").GetString() ?? "", Number(json, "value"), json.GetProperty("n").GetInt64(), Number(json, "numerator"), Number(json, "denominator"));
    }

    private static double? Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.GetDouble() : null;

    private static string Line(CasePoint point) =>
        $"{{ \"period\": {Quoted(point.Period)}, \"value\": {Text(point.Value)}, \"n\": {point.N.ToString(CultureInfo.InvariantCulture)}"
        + (point.Denominator is null && point.Numerator is null ? " }" : $", \"numerator\": {Text(point.Numerator)}, \"denominator\": {Text(point.Denominator)} }}");

    private static string Text(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "null";

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
