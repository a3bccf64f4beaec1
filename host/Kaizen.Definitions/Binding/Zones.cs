using Kaizen.Core.Diagnostics;

namespace Kaizen.Definitions.Binding;

/// <summary>Time zones by their IANA names.</summary>
internal static class Zones
{
    public static TimeZoneInfo? Find(string name)
    {
        // The name is looked up as a file on some systems, so only what can be a name gets there.
        if (name.Length == 0 || !char.IsAsciiLetter(name[0]) || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '+' or '/')) return null;
        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && (zone.HasIanaId || zone.Id == name) ? zone : null;
    }

    public static string Hint(string name)
    {
        var known = TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id).Where(z => z.Contains('/', StringComparison.Ordinal) || z == "UTC").ToList();
        var city = name.Trim().Replace(' ', '_');
        city = city[(city.LastIndexOf('/') + 1)..];
        var near = known.Find(z => z.EndsWith('/' + city, StringComparison.OrdinalIgnoreCase)) ?? Nearest.To(name.Replace(' ', '_'), known);
        return near is null ? "write continent/city, such as Europe/Berlin" : $"did you mean '{near}'?";
    }
}
