using System.Globalization;

namespace Kaizen.Hosting.Plugins.Cases;

/// <summary>What a test case gives and was not expected, and the other way round, in words.</summary>
internal static class CaseDifferences
{
    public static IReadOnlyList<string> Between(CaseValues expected, CaseValues given)
    {
        var lines = new List<string>();
        lines.AddRange(expected.Diagnostics.Except(given.Diagnostics).Select(c => $"{c} was expected and not told"));
        lines.AddRange(given.Diagnostics.Except(expected.Diagnostics).Select(c => $"{c} was told and not expected"));
        foreach (var name in expected.Metrics.Keys.Union(given.Metrics.Keys).Order(StringComparer.Ordinal))
            if (!given.Metrics.TryGetValue(name, out var now)) lines.Add($"{name}: expected, and it was not measured");
            else if (!expected.Metrics.TryGetValue(name, out var then)) lines.Add($"{name}: measured, and not expected");
            else Compare(name, (then, now), expected.Tolerance, lines);
        return lines;
    }

    private static void Compare(string name, (IReadOnlyList<CasePoint> Then, IReadOnlyList<CasePoint> Now) points, double tolerance, List<string> lines)
    {
        var (then, now) = (points.Then.ToLookup(p => p.Period, StringComparer.Ordinal), points.Now.ToLookup(p => p.Period, StringComparer.Ordinal));
        foreach (var period in points.Then.Concat(points.Now).Select(p => p.Period).Distinct().Order(StringComparer.Ordinal))
        {
            var (expected, given) = (then[period].ToList(), now[period].ToList());
            if (given.Count == 0) lines.Add($"{name} {period}: expected {Words(expected[0])}, and there is nothing");
            else if (expected.Count == 0) lines.Add($"{name} {period}: {Words(given[0])}, and nothing was expected");
            else if (expected.Count != given.Count) lines.Add($"{name} {period}: it stands {given.Count} times, expected {expected.Count}");
            else lines.AddRange(expected.Zip(given).Where(pair => !Same(pair.First, pair.Second, tolerance)).Select(pair => $"{name} {period}: {Words(pair.Second)}, expected {Words(pair.First)}"));
        }
    }

    private static bool Same(CasePoint a, CasePoint b, double tolerance) =>
        a.N == b.N && Near(a.Value, b.Value, tolerance) && Near(a.Numerator, b.Numerator, tolerance) && Near(a.Denominator, b.Denominator, tolerance);

    private static bool Near(double? a, double? b, double tolerance) =>
        a is not { } x || b is not { } y ? a is null == b is null : Math.Abs(x - y) <= tolerance * Math.Max(Math.Abs(x), Math.Abs(y));

    private static string Words(CasePoint point) =>
        $"{Text(point.Value)} (n {point.N.ToString(CultureInfo.InvariantCulture)}{(point.Denominator is null && point.Numerator is null ? "" : $", {Text(point.Numerator)} of {Text(point.Denominator)}")})";

    private static string Text(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "no value";
}
