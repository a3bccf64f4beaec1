using System.Text.Json;

namespace Kaizen.EndToEnd.Tests;

/// <summary>What a run must say: exit code, and diagnostics with code, place and way out.</summary>
internal static class Says
{
    /// <summary>The one diagnostic with this code.</summary>
    public static JsonElement Diagnostic(this Ran ran, string code) =>
        Assert.Single(ran.Json.GetProperty("diagnostics").EnumerateArray(), d => d.GetProperty("code").GetString() == code);

    public static string Text(this JsonElement diagnostic, string property) => diagnostic.GetProperty(property).GetString() ?? "";

    /// <summary><c>file:line:column</c>.</summary>
    public static string Place(this JsonElement diagnostic) =>
        $"{diagnostic.Text("file")}:{diagnostic.GetProperty("line").GetInt32()}:{diagnostic.GetProperty("column").GetInt32()}";

    public static IReadOnlyList<string> Details(this JsonElement diagnostic) =>
        [.. diagnostic.GetProperty("details").EnumerateArray().Select(d => d.GetString()!)];

    public static IReadOnlyList<string> Cycles(this Ran ran) =>
        [.. ran.Json.GetProperty("cycles").EnumerateArray().Select(c => c.GetProperty("id").GetString()!)];

    /// <summary>Neither a stack trace nor a colour on either stream.</summary>
    public static void IsClean(this Ran ran)
    {
        Assert.DoesNotContain("\u001b", ran.Output + ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled exception", ran.Error, StringComparison.Ordinal);
    }
}
