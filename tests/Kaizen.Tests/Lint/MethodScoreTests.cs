using Kaizen.Core.Lint;

namespace Kaizen.Tests.Lint;

public sealed class MethodScoreTests
{
    private static MethodScore Score(Sound sound) => MethodScore.Of(sound.Subject, sound.Hits);

    private static double Share(MethodScore score, MethodPart part) => score.Parts.Single(p => p.Part == part).Share;

    [Fact]
    public void A_sound_cycle_holds_all_of_the_method()
    {
        var score = Score(new Sound());
        Assert.Equal(100, score.Total);
        Assert.Equal(Enum.GetValues<MethodPart>(), score.Parts.Select(p => p.Part));
    }

    [Fact]
    public void An_open_hit_takes_its_weight_and_a_waived_one_half_of_it()
    {
        var broken = new Sound().Rota(c => c with { Predicts = null }).Metric("first_response", m => m with { Prediction = null });
        var open = Score(broken);
        var waived = Score(broken with { Cycle = broken.Cycle with { Waivers = [new("K26", "a trial", new(2026, 3, 1), null, null)] } });

        // No prediction is left, so K26 alone can speak in this part.
        Assert.Equal((0.0, 0.5), (Share(open, MethodPart.Prediction), Share(waived, MethodPart.Prediction)));
        Assert.Equal(83, open.Total);
        Assert.Equal(92, waived.Total);
    }

    [Fact]
    public void A_hint_weighs_less_than_an_error()
    {
        var hint = Share(Score(Sound_without_scope()), MethodPart.Problem);
        var error = Share(Score(new Sound() is var s ? s with { Cycle = s.Cycle with { Title = "Introduce a rota" } } : null!), MethodPart.Problem);
        Assert.True(error < hint && hint < 1);
        Assert.Equal(3, (1 - error) / (1 - hint), 6);
    }

    [Fact]
    public void What_is_not_reached_counts_nowhere() =>
        Assert.DoesNotContain(Score(new Sound().Open()).Parts, p => p.Part == MethodPart.Learning);

    [Fact]
    public void Every_rule_but_two_counts_in_one_part() =>
        Assert.Equal(["K54", "K55"], LintRules.All.Where(r => MethodScore.PartOf(r.Id) is null).Select(r => r.Id));

    private static Sound Sound_without_scope() => new Sound().Plan(p => p with { Scope = null });
}
