using Kaizen.Statistics;

namespace Kaizen.Tests.Statistics;

public class ProportionTests
{
    [Fact]
    public void Wilson_matches_the_reference()
    {
        var reference = Case.Load("prop_01_wilson");
        reference.Matches(new
        {
            rows = reference.Input.GetProperty("rows").EnumerateArray().Select(row =>
            {
                var (x, n) = (row.GetProperty("x").GetInt64(), row.GetProperty("n").GetInt64());
                var share = Proportions.Wilson(x, n)!.Value;
                return new { x, n, p = share.Estimate, lower = share.Lower, upper = share.Upper };
            }),
        });
    }

    [Fact]
    public void Newcombe_matches_the_reference()
    {
        var reference = Case.Load("prop_02_newcombe_difference");
        reference.Matches(new
        {
            rows = reference.Input.GetProperty("rows").EnumerateArray().Select(row =>
            {
                long Count(string key) => row.GetProperty(key).GetInt64();
                var (x1, n1, x2, n2) = (Count("x1"), Count("n1"), Count("x2"), Count("n2"));
                var difference = Proportions.Difference(x1, n1, x2, n2)!.Value;
                return new { x1, n1, x2, n2, diff = difference.Estimate, lower = difference.Lower, upper = difference.Upper };
            }),
        });
    }

    [Fact]
    public void None_is_exactly_zero_below_and_all_exactly_one_above()
    {
        for (long n = 1; n < 3000; n = n * 3 / 2 + 1)
        {
            Assert.Equal(0, Proportions.Wilson(0, n)!.Value.Lower);
            Assert.Equal(1, Proportions.Wilson(n, n)!.Value.Upper);
            Assert.Equal(1 - Proportions.Wilson(0, n)!.Value.Upper, Proportions.Wilson(n, n)!.Value.Lower, 1e-14);
        }
    }

    [Fact]
    public void The_first_group_minus_the_second()
    {
        var forward = Proportions.Difference(9, 10, 3, 10)!.Value;
        var backward = Proportions.Difference(3, 10, 9, 10)!.Value;
        Assert.Equal((-forward.Estimate, -forward.Upper, -forward.Lower), (backward.Estimate, backward.Lower, backward.Upper));
        Assert.True(forward.Lower > 0);
    }

    [Fact]
    public void No_rows_have_no_share_and_impossible_counts_are_refused()
    {
        Assert.Null(Proportions.Wilson(0, 0));
        Assert.Null(Proportions.Difference(1, 2, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Proportions.Wilson(3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Proportions.Wilson(-1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Proportions.Difference(1, 2, 1, 0));
    }
}
