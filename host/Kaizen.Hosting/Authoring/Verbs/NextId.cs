using System.Globalization;
using System.Text.RegularExpressions;
using Kaizen.Core.Cycles;

namespace Kaizen.Hosting.Authoring.Verbs;

/// <summary>The id of a cycle that follows another: the first that is free.</summary>
internal static partial class NextId
{
    public static string Of(Workspace workspace, string id, CycleKind kind)
    {
        if (kind == CycleKind.Sdca && IsFree(workspace, $"{id}-hold")) return $"{id}-hold";
        var (stem, number) = kind == CycleKind.Sdca ? ($"{id}-hold-", 1) : Numbered().Match(id) is { Success: true } m ? (m.Groups[1].Value, int.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture)) : ($"{id}-", 1);
        while (true)
        {
            var next = string.Create(CultureInfo.InvariantCulture, $"{stem}{++number}");
            if (IsFree(workspace, next)) return next;
        }
    }

    private static bool IsFree(Workspace workspace, string id) =>
        !workspace.Cycles.Any(c => c.Id.Equals(id, StringComparison.OrdinalIgnoreCase)) && !workspace.Faulty.Any(f => f.Id.Equals(id, StringComparison.OrdinalIgnoreCase))
        && !Path.Exists(Path.Combine(workspace.Folder, "cycles", $"{id}.yaml"));

    [GeneratedRegex(@"\A(.+-v?)([1-9][0-9]{0,3})\z")]
    private static partial Regex Numbered();
}
