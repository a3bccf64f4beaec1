namespace Kaizen.Tests.Lint;

public sealed class SoundTests
{
    [Fact]
    public void No_rule_speaks_in_a_sound_cycle() => Assert.Empty(new Sound().Hits.Select(h => $"{h.Rule} {h.Path} {h.Message}"));

    [Fact]
    public void Nor_while_it_is_open() => Assert.Empty(new Sound().Open().Hits.Select(h => $"{h.Rule} {h.Path} {h.Message}"));

    [Fact]
    public void Nor_without_date_and_data() =>
        Assert.Empty((new Sound { AsOf = null, Weeks = null, Recommendation = null, Surplus = null }).Hits.Select(h => $"{h.Rule} {h.Path} {h.Message}"));
}
