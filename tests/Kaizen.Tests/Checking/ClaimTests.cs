using System.Text;
using System.Text.RegularExpressions;
using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;

namespace Kaizen.Tests.Checking;

public partial class ClaimTests
{
    [Fact]
    public void The_grammar_prints_design_counts_values_interval_rules_and_verdict()
    {
        var claim = new Bench().Lead(Bench.Steady, Bench.Around(10)).Finding().Claim;
        Assert.Matches(@"^Before and after: 12 weeks before, 8 after\. Mean 20 h, then 10 h: difference −10 h, 95 % interval −\d+(\.\d+)? to −\d+(\.\d+)? h\. Rules default: beyond_limits from 2026-W14, two_of_three from 2026-W16, shift8 from 2026-W21\. Verdict: signal; improved\.$", claim);
    }

    [Theory]
    [InlineData(0, 0, "Before and after: 0 weeks before, 0 after. Nothing was measured before. Rules default: none fired. Verdict: not enough data; too early to tell.")]
    [InlineData(1, 0, "Before and after: 1 week before, 0 after. Mean before 19 h; nothing counts after yet. Rules default: none fired. Verdict: not enough data; too early to tell.")]
    [InlineData(1, 1, "Before and after: 1 week before, 1 after. Mean 19 h, then 9 h. Rules default: none fired. Verdict: not enough data; too early to tell.")]
    public void Little_data_is_said_plainly(int before, int after, string claim) =>
        Assert.Equal(claim, new Bench().Lead(Bench.Steady[..before], Bench.Around(10, after)).Finding().Claim);

    [Fact]
    public void Regression_to_the_mean_is_mentioned_only_where_the_baseline_was_picked()
    {
        string Claim(Baseline baseline)
        {
            var bench = new Bench();
            bench.Series(Bench.Metric() with { Baseline = baseline }, Bench.Steady, Bench.Around(10));
            return bench.Finding().Claim;
        }

        const string Words = "regression to the mean";
        Assert.DoesNotContain(Words, Claim(new Baseline(null, null, null, null)), StringComparison.Ordinal);
        Assert.DoesNotContain(Words, Claim(new Baseline(null, Bench.Started, null, null)), StringComparison.Ordinal);
        Assert.DoesNotContain(Words, Claim(new Baseline(new DateOnly(2026, 1, 5), Bench.Started, null, "first")), StringComparison.Ordinal);
        Assert.EndsWith("The baseline was picked (the worst quarter): if it was picked for being bad, part of the difference is regression to the mean.",
            Claim(new Baseline(new DateOnly(2026, 1, 5), null, "the worst quarter.", null)), StringComparison.Ordinal);
        Assert.EndsWith("The baseline was picked: if it was picked for being bad, part of the difference is regression to the mean.",
            Claim(new Baseline(new DateOnly(2026, 1, 5), null, null, null)), StringComparison.Ordinal);
    }

    /// <summary>Three thousand cycles of every shape: no causal word, nothing that is not a number, evidence that reads back.</summary>
    [Fact]
    public void No_claim_is_causal_and_nothing_but_numbers_leaves()
    {
        var random = new Random(20260330);
        var recommendations = new HashSet<Recommendation>();
        for (var i = 0; i < 3000; i++)
        {
            var evidence = AnyCycle(random).Conclude();
            recommendations.Add(evidence.Recommendation);
            foreach (var text in evidence.Findings.Select(f => f.Claim).Concat(evidence.Because))
            {
                Assert.DoesNotMatch(Causal(), text);
                Assert.DoesNotMatch(NotANumber(), text);
                Assert.EndsWith(".", text, StringComparison.Ordinal);
            }

            var bytes = EvidenceJson.ToBytes(evidence);
            Assert.DoesNotMatch("NaN|Infinity", Encoding.UTF8.GetString(bytes));
            Assert.Equal(bytes, EvidenceJson.ToBytes(EvidenceJson.FromBytes(bytes)));
        }

        Assert.Superset(new HashSet<Recommendation> { Recommendation.Wait, Recommendation.Adopt, Recommendation.Adapt, Recommendation.Abandon, Recommendation.Hold, Recommendation.Correct }, recommendations);
    }

    // "Luck or another cause" denies that the countermeasure was it, and is the one place for the word.
    [GeneratedRegex(@"\b(caus(ed|es|ing|al)|(?<!another )cause|because|due to|thanks to|owing to|led to|leads to|result(s|ed) in|as a result|brought|made|drove|driven|effect of|impact|attribut\w+|explain\w*|reduced|increased|lowered|raised|produced|consequence|therefore|hence|works|worked|effective)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Causal();

    [GeneratedRegex(@"NaN|Infinity|∞|\bnull\b|-0\b|[+−]0(?![.\d])")]
    private static partial Regex NotANumber();

    private static Bench AnyCycle(Random random)
    {
        var bench = new Bench { AsOf = Bench.Started.AddDays(random.Next(-30, 120)) };
        var sdca = random.Next(4) == 0;
        bench.Done((FidelityLevel)random.Next(4));
        bench.Cycle = bench.Cycle with
        {
            Kind = sdca ? CycleKind.Sdca : CycleKind.Pdca,
            Rules = random.Next(3) == 0 ? Kaizen.Statistics.RuleSet.Names[random.Next(Kaizen.Statistics.RuleSet.Names.Count)] : "default",
            Check = new CheckPlan { Date = random.Next(8) == 0 ? null : Bench.CheckDate },
            Plan = random.Next(5) == 0 ? bench.Cycle.Plan with { Target = null } : bench.Cycle.Plan,
        };
        for (var m = random.Next(1, 4); m > 0; m--)
        {
            var size = Size(random);
            var metric = Bench.Metric(m == 1 ? "wait" : $"m{m}", random.Next(3) switch { 0 => null, 1 => Better.Lower, _ => Better.Higher }) with
            {
                Unit = Math.Abs(size) > 1e9 ? "€" : random.Next(3) switch { 0 => "share", 1 => "", _ => "h" },
                Prediction = random.Next(2) == 0 ? null : new Prediction(10, random.Next(2) == 0 ? null : 8, random.Next(2) == 0 ? null : 12, 0.8, null),
                Guardrail = random.Next(3) switch { 0 => null, 1 => new Guardrail(15, null), _ => new Guardrail(null, random.Next(-5, 6)) },
                Role = (MetricRole)random.Next(3),
                Maturity = random.Next(4) == 0 ? new CalendarSpan(2, 'w') : null,
                Baseline = new Baseline(random.Next(4) == 0 ? new DateOnly(2026, 1, 5) : null, null, null, null),
                Compare = random.Next(3) == 0 ? new Core.Metrics.Comparison("south", null!) : null,
            };
            var before = Values(random, 20 * size, size, random.Next(3) == 0 ? random.Next(0, 25) : 12 + random.Next(14));
            var after = Values(random, random.Next(4, 36) * size, size, random.Next(0, 14));
            if (metric.Compare is null) bench.Series(metric, before, after, immature: Math.Min(after.Length, random.Next(4) == 0 ? 2 : 0));
            else bench.Against(metric, (before, Values(random, 20 * size, size, before.Length)), (after, Values(random, 20 * size, size, after.Length)));
        }

        return bench;
    }

    private static double Size(Random random) => random.Next(12) switch { 0 => 0, 1 => 1e-300, 2 => 4e306, 3 => 1e15, 4 => 1e-9, 5 => -1, _ => 1 };

    private static double?[] Values(Random random, double mean, double size, int count)
    {
        var spread = random.Next(4) == 0 ? 0 : size;
        return [.. Enumerable.Range(0, count).Select(_ => random.Next(9) == 0 ? null : (double?)(mean + (spread * ((random.NextDouble() * 4) - 2))))];
    }
}
