using System.Globalization;
using Kaizen.Core.Diagnostics;
using Kaizen.Definitions.Text;

namespace Kaizen.Definitions.Binding;

/// <summary>The names that lint is set up by: of rules, of thresholds and of lists of words.</summary>
internal static class LintNames
{
    private const int Rules = 57;

    /// <summary>Whether a rule may have this id: K01 to K57.</summary>
    public static bool IsRule(string id) => id.Length == 3 && id[0] == 'K' && char.IsAsciiDigit(id[1]) && Number(id) is >= 1 and <= Rules;

    /// <summary>The id that was probably meant.</summary>
    public static string RuleHint(string written) =>
        Number(written.Trim()) is >= 1 and <= Rules and var number ? string.Create(CultureInfo.InvariantCulture, $"did you mean 'K{number:00}'?")
        : string.Create(CultureInfo.InvariantCulture, $"rules are called K01 to K{Rules:00}");

    /// <summary>Whether a threshold or a list of words has this name; every name is taken for one until the rules tell theirs.</summary>
    public static void CheckSettings(Entry? thresholds, Entry? words, FaultList faults)
    {
        foreach (var entry in Fields.Names(thresholds, "a threshold", faults).Concat(Fields.Names(words, "a list of words", faults)))
            if (entry.Value.IsEmpty) faults.Add(Catalogue.KeyWithoutValue, entry.Key, "write a value or take the key away", entry.Key.Value);
    }

    private static int? Number(string id) =>
        id.Length is > 1 and <= 4 && id[0] is 'K' or 'k' && int.TryParse(id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
