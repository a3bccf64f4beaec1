using Kaizen.Abstractions;

namespace Kaizen.Core.Lint;

/// <summary>A part of the method that a score is told for.</summary>
public enum MethodPart { Problem, Causes, Prediction, Plan, Check, Learning }

/// <summary>
/// How much of the method a cycle holds so far, 0 to 100, and by part. It is a mirror for the team that wrote the cycle; it
/// compares nobody with anybody.
/// </summary>
/// <remarks>
/// Each rule that is in use and could speak at the point reached counts with its weight: 3 for an error, 2 for a warning, 1 for a
/// hint. A silent rule counts in full, one whose every hit is waived with a reason counts half, one with an open hit counts
/// nothing. A part is the share that its rules reach; the total is the mean of the parts that any rule could speak on, so that a
/// part with many rules does not drown the others. K54, which is about all cycles, and K55, which is about the sheet, count nowhere.
/// </remarks>
/// <param name="Total">0 to 100, a whole number; 0 where no rule could speak.</param>
/// <param name="Parts">0 to 1 for each part that a rule could speak on, in the order of <see cref="MethodPart"/>.</param>
public sealed record MethodScore(int Total, IReadOnlyList<(MethodPart Part, double Share)> Parts)
{
    private const double WaivedCounts = 0.5;

    private static readonly Dictionary<MethodPart, string[]> Rules = new()
    {
        [MethodPart.Problem] = ["K01", "K02", "K03", "K04", "K05", "K06", "K07", "K08", "K09", "K10", "K11", "K12", "K13", "K14", "K15", "K16", "K17", "K56", "K57"],
        [MethodPart.Causes] = ["K18", "K19", "K20", "K21", "K22", "K23", "K24"],
        [MethodPart.Prediction] = ["K26", "K27", "K28", "K29"],
        [MethodPart.Plan] = ["K25", "K30", "K31", "K32", "K33", "K34", "K35", "K36", "K37"],
        [MethodPart.Check] = ["K38", "K39", "K40", "K41", "K42", "K43", "K44", "K45", "K52", "K53"],
        [MethodPart.Learning] = ["K46", "K47", "K48", "K49", "K50", "K51"],
    };

    /// <summary>The part that a rule counts in, or null where it counts in none.</summary>
    public static MethodPart? PartOf(string rule) =>
        Rules.Where(r => r.Value.Contains(rule)).Select(r => (MethodPart?)r.Key).FirstOrDefault();

    /// <summary>The score of a cycle; one that was cancelled has none, and gets no parts.</summary>
    /// <param name="subject">What the rules looked at.</param>
    /// <param name="hits">What they found there.</param>
    public static MethodScore Of(LintSubject subject, IReadOnlyList<LintHit> hits)
    {
        if (subject.Cycle.Cancelled is not null) return new MethodScore(0, []);
        var byRule = hits.ToLookup(h => h.Rule, StringComparer.Ordinal);
        var asked = LintRules.Checks.Where(c => Linter.Asks(c, subject) || byRule.Contains(c.Rule.Id)).ToList();
        var parts = new List<(MethodPart Part, double Share)>();
        foreach (var part in Enum.GetValues<MethodPart>())
        {
            var rules = asked.Where(c => Rules[part].Contains(c.Rule.Id)).Select(c => c.Rule).ToList();
            if (rules.Count > 0) parts.Add((part, rules.Sum(r => Weight(r) * Credit(byRule[r.Id])) / rules.Sum(Weight)));
        }

        return new MethodScore(parts.Count == 0 ? 0 : (int)Math.Round(100 * parts.Average(p => p.Share), MidpointRounding.AwayFromZero), parts);
    }

    private static double Weight(LintRule rule) => rule.Severity switch { Severity.Error => 3, Severity.Warning => 2, _ => 1 };

    private static double Credit(IEnumerable<LintHit> hits)
    {
        var credit = 1.0;
        foreach (var hit in hits) credit = Math.Min(credit, hit.Waived is null ? 0 : WaivedCounts);
        return credit;
    }
}
