using System.Globalization;
using Kaizen.Abstractions;
using Kaizen.Core.Lint;
using Kaizen.Tests.House;

namespace Kaizen.Tests.Lint;

/// <summary>The pages of the rules, and the README that lists them.</summary>
public sealed class PageTests
{
    private static readonly string Readme = File.ReadAllText(Repository.At("host", "Kaizen.Core", "Lint", "README.md"));

    public static TheoryData<string> Ids() => [.. LintRules.All.Select(r => r.Id)];

    [Fact]
    public void There_are_57_rules_in_order() => Assert.Equal(Enumerable.Range(1, 57).Select(i => $"K{i:00}"), LintRules.All.Select(r => r.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_all_its_texts_and_asks_rather_than_tells_off(string id)
    {
        var rule = LintRules.ById[id];
        Assert.EndsWith(".", rule.Fault, StringComparison.Ordinal);
        Assert.EndsWith("?", rule.Question, StringComparison.Ordinal);
        Assert.True(rule.Why.Length > 80 && rule.Why.EndsWith('.'), rule.Why);
        Assert.True(rule.Mend.Length > 10 && rule.Mend.EndsWith('.'), rule.Mend);
        foreach (var text in new[] { rule.Fault, rule.Question, rule.Why, rule.Mend })
            foreach (var scold in new[] { "should have", "you failed", "your fault", "you must", "forbidden", "obviously", "  ", "simply" })
                Assert.DoesNotContain(scold, text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_readme_lists_it_as_it_is(string id)
    {
        var rule = LintRules.ById[id];
        var severity = rule.Severity switch { Severity.Error => "E", Severity.Warning => "W", _ => "I" };
        var gate = id == "K55" ? "render" : rule.Gate?.ToString() ?? "";
        Assert.Contains($"| {id} | {severity} | {gate} | {rule.Basis.ToString().ToLowerInvariant()} | {rule.Fault} |", Readme, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_an_error_keeps_a_gate_shut() =>
        Assert.Empty(LintRules.All.Where(r => r.Severity == Severity.Error == r.Gate is null && r.Id != "K55").Select(r => r.Id));

    [Fact]
    public void Every_threshold_and_word_list_is_in_the_readme()
    {
        foreach (var t in Thresholds.All)
            Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"| `{t.Name}` | {t.Usual} | {t.Rule} | {t.Meaning} |"), Readme, StringComparison.Ordinal);
        foreach (var name in WordLists.Names)
        {
            Assert.Contains($"| `{name}` |", Readme, StringComparison.Ordinal);
            Assert.NotEmpty(WordLists.UsualOf(name));
        }

        Assert.All(Thresholds.All, t => Assert.Contains(t.Rule, LintRules.ById.Keys));
    }
}
