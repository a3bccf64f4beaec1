using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Kaizen.Tests.Statistics;

/// <summary>A reference case: input, the expected numbers and how close they must be.</summary>
internal sealed class Case
{
    private readonly double _relative;
    private readonly double _absolute;

    private Case(JsonElement root)
    {
        Input = root.GetProperty("input");
        Expected = root.GetProperty("expected");
        _relative = root.GetProperty("tolerance").GetProperty("rel").GetDouble();
        _absolute = root.GetProperty("tolerance").GetProperty("abs").GetDouble();
    }

    public JsonElement Input { get; }

    public JsonElement Expected { get; }

    public static Case Load(string name, [CallerFilePath] string here = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(here)!, "..", "fixtures", "statistics", name + ".json");
        return new Case(JsonDocument.Parse(File.ReadAllText(path)).RootElement.Clone());
    }

    /// <summary>A series; null becomes a missing slot.</summary>
    public static double[] Series(JsonElement values) =>
        [.. values.EnumerateArray().Select(v => v.ValueKind == JsonValueKind.Null ? double.NaN : v.GetDouble())];

    public double[] Series(string key = "values") => Series(Input.GetProperty(key));

    /// <summary>Every expected key, but for those that are given for contrast, is in the result and close enough.</summary>
    public void Matches(object actual, params string[] forContrast) =>
        Compare(Expected, JsonSerializer.SerializeToElement(actual), "expected", forContrast);

    private void Compare(JsonElement expected, JsonElement actual, string path, string[] forContrast)
    {
        Assert.True(SameKind(expected, actual), $"{path}: {expected} expected, {actual} found");
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in expected.EnumerateObject().Where(p => !forContrast.Contains(p.Name)))
                {
                    Assert.True(actual.TryGetProperty(property.Name, out var found), $"{path}.{property.Name} is not in the result");
                    Compare(property.Value, found, $"{path}.{property.Name}", forContrast);
                }

                break;
            case JsonValueKind.Array:
                Assert.True(expected.GetArrayLength() == actual.GetArrayLength(), $"{path}: {expected} expected, {actual} found");
                foreach (var (item, i) in expected.EnumerateArray().Select((item, i) => (item, i)))
                    Compare(item, actual[i], $"{path}[{i}]", forContrast);
                break;
            case JsonValueKind.Number:
                var (wanted, value) = (expected.GetDouble(), actual.GetDouble());
                var room = Math.Max(_absolute, _relative * Math.Abs(wanted));
                Assert.True(Math.Abs(wanted - value) <= room, $"{path}: {wanted:R} expected, {value:R} found");
                break;
            default:
                Assert.True(expected.ToString() == actual.ToString(), $"{path}: {expected} expected, {actual} found");
                break;
        }
    }

    private static bool SameKind(JsonElement a, JsonElement b) =>
        a.ValueKind == b.ValueKind || (a.ValueKind is JsonValueKind.True or JsonValueKind.False && b.ValueKind is JsonValueKind.True or JsonValueKind.False);
}
