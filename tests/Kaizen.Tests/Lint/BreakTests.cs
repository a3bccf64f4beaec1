using Kaizen.Core.Lint;

namespace Kaizen.Tests.Lint;

/// <summary>
/// Each rule speaks where its one thing is broken, at the key to be changed, and mending that key makes it and nothing else
/// silent: what is mended is the sound cycle, in which no rule speaks.
/// </summary>
public sealed class BreakTests
{
    public static TheoryData<int> Broken() => [.. Enumerable.Range(0, Break.All.Count)];

    [Theory]
    [MemberData(nameof(Broken))]
    public void It_and_nothing_else_speaks(int index)
    {
        var broken = Break.All[index];
        var hits = broken.Of(new Sound()).Hits;

        var own = Assert.Single(hits, h => h.Rule == broken.Rule && h.Path == broken.Path);
        Assert.Contains(broken.Says, own.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", own.Message, StringComparison.Ordinal);
        Assert.Equal(broken.As ?? LintRules.ById[broken.Rule].Severity, own.Severity);
        Assert.Equal(own.Severity == Abstractions.Severity.Error ? LintRules.ById[broken.Rule].Gate : null, own.Gate);
        Assert.Empty(hits.Where(h => h.Rule != broken.Rule && h.Rule != broken.Also).Select(h => $"{h.Rule} {h.Path} {h.Message}"));
    }

    [Fact]
    public void Every_rule_is_broken_here_or_by_records_of_its_own() =>
        Assert.Equal(["K13"], LintRules.All.Select(r => r.Id).Except(Break.All.Select(b => b.Rule)));

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_waiver_keeps_the_hit_and_carries_its_reason(int index)
    {
        var broken = Break.All[index];
        var sound = broken.Of(new Sound());
        var waived = sound with { Cycle = sound.Cycle with { Waivers = [new(broken.Rule, "we know", new(2026, 6, 1), "priya", broken.Path)] } };

        Assert.Equal("we know", waived.Hits.Single(h => h.Rule == broken.Rule && h.Path == broken.Path).Waived?.Because);
        Assert.Equal(sound.Hits.Count, waived.Hits.Count);
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_rule_that_is_off_and_a_cycle_that_was_cancelled_are_silent(int index)
    {
        var broken = Break.All[index];
        var sound = broken.Of(new Sound());

        Assert.DoesNotContain((sound with { Settings = new() { Off = new Dictionary<string, string> { [broken.Rule] = "not ours" } } }).Hits, h => h.Rule == broken.Rule);
        Assert.Empty((sound with { Cycle = sound.Cycle with { Cancelled = new(new(2026, 3, 1), "no time") } }).Hits);
    }
}
