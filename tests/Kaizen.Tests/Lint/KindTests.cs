using Kaizen.Abstractions;
using Kaizen.Core.Cycles;
using Kaizen.Core.Lint;
using Kaizen.Core.Metrics;

namespace Kaizen.Tests.Lint;

/// <summary>What rules ask of which kind of cycle, and when.</summary>
public sealed class KindTests
{
    private static IReadOnlyList<LintHit> Look(Cycle cycle, params Cycle[] others) => Linter.Look(new LintSubject(cycle, new Loops([cycle, .. others], []), LintSettings.Default));

    private static Cycle Bare(CycleKind kind) => new() { Id = "bare", File = "cycles/bare.yaml", Title = "Clinics in the north", DefinitionHash = "", Kind = kind, Within = "north", People = new() { Owner = "priya" } };

    [Theory]
    [InlineData(CycleKind.Edca)]
    [InlineData(CycleKind.Capdo)]
    public void Who_explores_or_triages_needs_no_metric_cause_target_or_prediction(CycleKind kind) => Assert.Empty(Look(Bare(kind)));

    [Fact]
    public void An_empty_pdca_is_asked_for_what_G1_and_G2_need() =>
        Assert.Equal(["K06", "K11", "K14", "K18"], Look(Bare(CycleKind.Pdca)).Where(h => h.Severity == Severity.Error).Select(h => h.Rule));

    [Fact]
    public void Without_picture_and_metric_the_current_condition_cannot_be_seen()
    {
        Assert.Contains(Look(Bare(CycleKind.Pdca)), h => h is { Rule: "K13", Path: "plan.pictures" });
        var drawn = Bare(CycleKind.Pdca) with { Plan = new Plan { Pictures = [new Picture(new Written("map.png", new("cycles/bare.yaml", 1, 1)), null)] } };
        Assert.DoesNotContain(Look(drawn), h => h.Rule == "K13");
    }

    [Fact]
    public void A_standard_is_asked_for_at_G2_where_it_is_to_be_held()
    {
        var loop = new Sound().Cycle;
        Assert.DoesNotContain(Look(Sound.Standing, loop), h => h.Rule == "K48");
        var hit = Assert.Single(Look(Sound.Standing with { Standard = null }, loop), h => h.Rule == "K48");
        Assert.Equal(("standard", Gate.G2, Severity.Error), (hit.Path, hit.Gate!.Value, hit.Severity));
        Assert.Contains(Look(Sound.Standing with { Standard = Sound.Standing.Standard! with { Audit = null } }, loop), h => h.Path == "standard.audit");
        Assert.Contains(Look(Sound.Standing with { Standard = Sound.Standing.Standard! with { Owner = null } }, loop), h => h.Path == "standard.owner");
    }

    [Fact]
    public void A_cycle_that_stands_alone_is_only_warned_of_its_horizon()
    {
        var alone = new Sound() is var s ? s with { Cycle = s.Cycle with { Within = null, Metrics = [.. s.Cycle.Metrics.Where(m => m.Horizon == Horizon.Short)] } } : throw new InvalidOperationException();
        var hit = Assert.Single(alone.Hits, h => h.Rule == "K36");
        Assert.Equal((Severity.Warning, (Gate?)null), (hit.Severity, hit.Gate));
    }

    [Fact]
    public void Another_cycle_of_the_loop_can_hold_the_long_horizon()
    {
        var sound = new Sound();
        var brief = sound with { Cycle = sound.Cycle with { Metrics = [.. sound.Cycle.Metrics.Where(m => m.Horizon == Horizon.Short)] }, Others = [.. sound.Others, sound.Cycle with { Id = "other" }] };
        Assert.DoesNotContain(brief.Hits, h => h.Rule == "K36");
    }

    [Fact]
    public void Rules_of_check_and_act_wait_for_check_and_act()
    {
        var open = new Sound().Open();
        Assert.DoesNotContain((open with { AsOf = null }).Hits, h => h.Rule is "K46" or "K48" or "K51");
        Assert.Contains((open with { AsOf = new(2026, 6, 1) }).Hits, h => h.Rule == "K46");
    }

    [Fact]
    public void Numbers_and_words_of_a_workspace_are_used()
    {
        var strict = new Sound() with { Settings = new() { Thresholds = new Dictionary<string, double> { ["baseline_points"] = 13, ["why_depth"] = 4 } } };
        Assert.Equal(["K07", "K20"], strict.Hits.Select(h => h.Rule));
        var worded = new Sound() with { Settings = new() { Words = new Dictionary<string, IReadOnlyList<string>> { ["blame"] = ["nine o'clock", "inbox is read"] } } };
        Assert.Equal(["K21"], worded.Hits.Select(h => h.Rule));
    }
}
