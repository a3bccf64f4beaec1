using Kaizen.Core.Diagnostics;
using Kaizen.Core.Lint;
using Kaizen.Definitions.Text;

namespace Kaizen.Definitions.Binding;

/// <summary>The names that lint is set up by: of rules, of thresholds and of lists of words.</summary>
internal static class LintNames
{
    public static bool IsRule(string id) => LintRules.ById.ContainsKey(id);

    /// <summary>The id that was probably meant.</summary>
    public static string RuleHint(string written)
    {
        var id = written.Trim().ToUpperInvariant();
        if (id.Length == 2 && id[0] == 'K') id = $"K0{id[1]}";
        return IsRule(id) ? $"did you mean '{id}'?" : $"rules are called {LintRules.All[0].Id} to {LintRules.All[^1].Id}";
    }

    /// <summary>Reports names of thresholds and of lists that lint does not know, and those without a value.</summary>
    public static void CheckSettings(Entry? thresholds, Entry? words, FaultList faults)
    {
        Check(thresholds, "threshold", Thresholds.Names, faults);
        Check(words, "list of words", WordLists.Names, faults);
    }

    private static void Check(Entry? entry, string what, IReadOnlyCollection<string> known, FaultList faults)
    {
        foreach (var (key, value) in Fields.Names(entry, $"a {what}", faults))
        {
            if (!known.Contains(key.Value)) faults.Add(Catalogue.UnknownLintName, key, Nearest.Allowed(key.Value, [.. known]), what, key.Value);
            else if (value.IsEmpty) faults.Add(Catalogue.KeyWithoutValue, key, "write a value or take the key away", key.Value);
        }
    }
}
