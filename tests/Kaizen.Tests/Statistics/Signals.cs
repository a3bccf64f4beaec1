using Kaizen.Statistics;

namespace Kaizen.Tests.Statistics;

/// <summary>Hits in the form of the reference cases: 1-based slots, the members of all hits of a rule together.</summary>
internal static class Signals
{
    /// <summary>The cases name the rules of the NHS set with a prefix of their own.</summary>
    private static readonly Dictionary<string, string> CaseNames = new()
    {
        ["nhs_astronomical"] = "beyond_limits",
        ["nhs_shift7"] = "shift7",
        ["nhs_trend7"] = "trend7",
        ["nhs_two_of_three"] = "two_of_three",
        ["trend6"] = "nelson3",
    };

    public static Dictionary<string, object> Of(ReadOnlySpan<double> points, double centre, double lower, double upper)
    {
        var set = RuleSet.Of("all", ChartRule.All);
        var hits = Rules.Apply(set, points, centre, lower, upper);
        var all = ChartRule.All.ToDictionary(rule => rule.Name, rule => Of(hits, rule.Name));
        foreach (var (name, rule) in CaseNames)
            all[name] = all[rule];
        return all;
    }

    private static object Of(IReadOnlyList<RuleHit> hits, string rule)
    {
        var mine = hits.Where(hit => hit.Rule == rule).ToList();
        return new
        {
            completing = mine.Select(hit => hit.Completing + 1),
            members = mine.SelectMany(hit => hit.Members).Distinct().Order().Select(slot => slot + 1),
        };
    }
}
