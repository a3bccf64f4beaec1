using System.Text;
using Kaizen.Abstractions;
using Kaizen.Core.Diagnostics;
using Kaizen.Definitions.Text;

namespace Kaizen.Definitions.Binding;

/// <summary>Names that become parts of files, links and selectors.</summary>
public static class Ids
{
    private const int Longest = 100;

    // A file's name has 255 bytes, of which a temporary one beside it takes some forty.
    private const int MostBytes = 200;

    // Windows keeps them for devices, whatever ending follows: a workspace with one could not be checked out there.
    private static readonly HashSet<string> Devices = new(["con", "prn", "aux", "nul", .. Enumerable.Range(0, 10).SelectMany(n => new[] { $"com{n}", $"lpt{n}" })], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a name can be one: letters, digits, - and _, at most a hundred.</summary>
    public static bool IsValid(string id) =>
        id.Length is > 0 and <= Longest && char.IsLetterOrDigit(id[0]) && id.All(c => char.IsLetterOrDigit(c) || c is '-' or '_');

    /// <summary>Whether a new file may be called so on every machine that the workspace may come to.</summary>
    public static bool IsFileName(string id) => IsValid(id) && Encoding.UTF8.GetByteCount(id) <= MostBytes && !Devices.Contains(id);

    internal static bool Check(string id, string what, SourceSpan at, FaultList faults)
    {
        if (IsValid(id)) return true;
        var better = Better(id);
        faults.Add(Catalogue.InvalidId, at, IsValid(better) ? $"write '{better}'" : "use letters, digits, - and _", id, what);
        return false;
    }

    private static string Better(string id)
    {
        var kept = string.Concat(id.Trim().Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' ? c : '-')).Trim('-', '_');
        while (kept.Contains("--", StringComparison.Ordinal)) kept = kept.Replace("--", "-", StringComparison.Ordinal);
        return kept.Length > Longest ? kept[..Longest] : kept;
    }
}
