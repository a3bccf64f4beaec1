using Kaizen.Statistics;

namespace Kaizen.Tests.Statistics;

public class AssuranceTests
{
    [Fact]
    public void Words_match_the_reference()
    {
        var reference = Case.Load("assurance_01_table");
        var limits = Xmr.Limits(reference.Series())!.Value;
        reference.Matches(new
        {
            lower = limits.Lower,
            upper = limits.Upper,
            rows = reference.Input.GetProperty("rows").EnumerateArray().Select(row =>
            {
                var target = row.GetProperty("target").GetDouble();
                var direction = row.GetProperty("direction").GetString()!;
                return new { target, direction, assurance = CaseWord(Assurances.Judge(limits, target, Direction(direction))) };
            }),
        });
    }

    [Fact]
    public void A_flat_series_compares_its_value()
    {
        var limits = Xmr.Limits(Enumerable.Repeat(100.0, 12).ToArray())!.Value;
        Assert.Equal(Assurance.ConsistentlyPasses, Assurances.Judge(limits, 95, BetterDirection.Up));
        Assert.Equal(Assurance.ConsistentlyFails, Assurances.Judge(limits, 95, BetterDirection.Down));
        Assert.Equal(Assurance.ConsistentlyFails, Assurances.Judge(limits, 101, BetterDirection.Up));
        Assert.Equal(Assurance.HitOrMiss, Assurances.Judge(limits, 100, BetterDirection.Up));
    }

    [Fact]
    public void Eleven_values_or_no_target_have_no_word()
    {
        var short11 = Xmr.Limits(Enumerable.Repeat(100.0, 11).ToArray())!.Value;
        var enough = Xmr.Limits(Enumerable.Repeat(100.0, 12).ToArray())!.Value;
        Assert.Null(Assurances.Judge(short11, 95, BetterDirection.Up));
        Assert.Null(Assurances.Judge(enough, double.NaN, BetterDirection.Up));
        Assert.Null(Assurances.Judge(enough, 95, BetterDirection.None));
    }

    internal static string? CaseWord(Assurance? assurance) => assurance switch
    {
        Assurance.ConsistentlyPasses => "consistently_passes",
        Assurance.ConsistentlyFails => "consistently_fails",
        Assurance.HitOrMiss => "hit_or_miss",
        _ => null,
    };

    internal static BetterDirection Direction(string word) => word switch
    {
        "up" => BetterDirection.Up,
        "down" => BetterDirection.Down,
        _ => BetterDirection.None,
    };
}
