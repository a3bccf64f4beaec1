using Kaizen.Core.Coaching;

namespace Kaizen.Tests.Coaching;

/// <summary>What came of a contact: the next one with the same customer, whoever had it.</summary>
public sealed class OwnContactTests
{
    private static readonly DateOnly Look = new(2026, 3, 31);

    [Fact]
    public void The_next_contact_with_the_same_customer_follows_by_whomever_and_in_whatever_case()
    {
        var own = OwnContact.Of("ann", [At(1, "ann", "Acme"), At(9, "mei", " acme "), At(12, "bo", "ACME"), At(5, "bo", "brook")], Look);
        Assert.Equal(new DateOnly(2026, 3, 9), Assert.Single(own).Followed?.Date);
    }

    [Fact]
    public void The_latest_stands_first_and_is_followed_by_nothing()
    {
        var own = OwnContact.Of("ann", [At(1, "ann", "acme"), At(9, "Ann", "acme"), At(4, "ann", "brook")], Look);
        Assert.Equal([9, 4, 1], own.Select(o => o.Contact.Date.Day));
        Assert.Equal([null, null, 9], own.Select(o => o.Followed?.Date.Day));
    }

    [Fact]
    public void Of_one_day_the_later_row_follows_and_the_earlier_does_not()
    {
        var own = OwnContact.Of("ann", [At(9, "mei", "acme"), At(9, "ann", "acme"), At(9, "bo", "acme")], Look);
        Assert.Equal("bo", Assert.Single(own).Followed?.By);
    }

    [Fact]
    public void What_is_written_for_a_later_day_has_not_happened()
    {
        var own = OwnContact.Of("ann", [At(9, "ann", "acme"), At(20, "mei", "acme"), At(21, "ann", "acme")], new DateOnly(2026, 3, 15));
        Assert.Null(Assert.Single(own).Followed);
    }

    [Fact]
    public void A_contact_with_nobody_named_is_followed_by_nothing() =>
        Assert.All(OwnContact.Of("ann", [At(1, "ann", ""), At(2, "ann", " ")], Look), o => Assert.Null(o.Followed));

    private static Contact At(int day, string by, string with) => new(new DateOnly(2026, 3, day), by, with, "Talked");
}
