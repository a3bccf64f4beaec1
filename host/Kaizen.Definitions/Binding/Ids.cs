using Kaizen.Abstractions;
using Kaizen.Core.Diagnostics;
using Kaizen.Definitions.Text;

namespace Kaizen.Definitions.Binding;

/// <summary>Names that become parts of files, links and selectors.</summary>
internal static class Ids
{
    private const int Longest = 100;

    public static bool IsValid(string id) =>
        id.Length is > 0 and <= Longest && char.IsLetterOrDigit(id[0]) && id.All(c => char.IsLetterOrDigit(c) || c is '-' or '_');

    public static bool Check(string id, string what, SourceSpan at, FaultList faults)
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
