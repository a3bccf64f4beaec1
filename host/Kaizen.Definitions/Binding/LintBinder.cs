using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Definitions.Text;

namespace Kaizen.Definitions.Binding;

/// <summary>Binds <c>lint</c> of <c>kaizen.yaml</c>.</summary>
internal static class LintBinder
{
    public static LintSettings Bind(Entry? entry, FaultList faults)
    {
        var fields = Fields.Of(entry, "the settings of lint", ["off", "thresholds", "words"], faults);
        if (!fields.Exists) return LintSettings.Default;
        LintNames.CheckSettings(fields.Entry("thresholds"), fields.Entry("words"), faults);
        return new LintSettings { Off = Off(fields), Thresholds = Thresholds(fields), Words = Lists(fields) };
    }

    private static Dictionary<string, string> Off(Fields lint)
    {
        var off = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (rules, key) in Under(lint, "off", "write 'K20: REASON' lines below it"))
        {
            if (!LintNames.IsRule(key)) lint.Faults.Add(Catalogue.UnknownRule, rules.KeyAt(key), LintNames.RuleHint(key), key);
            if (rules.Text(key) is { } reason) off[key] = reason;
        }

        return off;
    }

    private static Dictionary<string, double> Thresholds(Fields lint)
    {
        var thresholds = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (names, key) in Under(lint, "thresholds", "write 'NAME: NUMBER' lines below it"))
            if (!names.Entry(key)!.Value.IsEmpty && names.Number(key) is { } number) thresholds[key] = number;
        return thresholds;
    }

    private static Dictionary<string, IReadOnlyList<string>> Lists(Fields lint)
    {
        var words = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (names, key) in Under(lint, "words", "write 'LIST: [word, word]' lines below it")) words[key] = names.Texts(key);
        return words;
    }

    /// <summary>The keys below one whose names are not ours to choose.</summary>
    private static IEnumerable<(Fields Fields, string Key)> Under(Fields lint, string key, string hint)
    {
        if (lint.Entry(key) is not { } entry) return [];
        if (entry.Value.IsEmpty) lint.Faults.Add(Catalogue.KeyWithoutValue, entry.Key, hint, key);
        if (entry.Value is not MappingNode map) return Fields.Of(entry, key, [], lint.Faults).Entries.Select(_ => (lint, key));
        string[] keys = [.. map.Entries.Where(e => !KeyFaults.IsProse(e, map, lint.Faults.Text!)).Select(e => e.Key.Value)];
        var fields = Fields.Of(entry, key, keys, lint.Faults);
        return keys.Select(k => (fields, k));
    }
}
