using System.Numerics;

namespace Kaizen.Statistics;

/// <summary>
/// One rule of a control chart. "Beyond" is strict, a point on the centre line ends a run and equal neighbours end a
/// trend; values equal within 1e-12 relative count as equal. Missing points are skipped.
/// </summary>
public sealed class ChartRule
{
    private readonly Pattern _pattern;
    private readonly int _length;
    private readonly int _needed;

    private ChartRule(string name, string description, Pattern pattern, int length, int needed = 0)
    {
        (Name, Description) = (name, description);
        (_pattern, _length, _needed) = (pattern, length, needed);
    }

    private enum Pattern
    {
        Beyond,
        OneSide,
        Trend,
        TwoThirdsOnOneSide,
        BeyondTwoThirds,
        BeyondOneThird,
        Alternating,
        WithinOneThird,
        OutsideOneThird,
    }

    /// <summary>Every rule there is, in the order of the rule sets.</summary>
    public static IReadOnlyList<ChartRule> All { get; } =
    [
        Beyond("beyond_limits"), OneSide("shift8", 8), OneSide("shift7", 7), Trend("trend7", 7),
        new("two_of_three", "2 of 3 points beyond two thirds of the way to a limit, all three on that side", Pattern.TwoThirdsOnOneSide, 3, 2),
        Beyond("we1"), TwoOfThree("we2"), FourOfFive("we3"), OneSide("we4", 8),
        Beyond("nelson1"), OneSide("nelson2", 9), Trend("nelson3", 6),
        new("nelson4", "14 points in a row going up and down in turn", Pattern.Alternating, 14),
        TwoOfThree("nelson5"), FourOfFive("nelson6"),
        new("nelson7", "15 points in a row within one third of the way to the limits", Pattern.WithinOneThird, 15),
        new("nelson8", "8 points in a row on both sides of the centre, none within one third of the way to the limits", Pattern.OutsideOneThird, 8),
    ];

    /// <summary>The name a definition and a result use, for example <c>shift8</c>.</summary>
    public string Name { get; }

    /// <summary>What a chart's legend says about it.</summary>
    public string Description { get; }

    /// <summary>The rule of that name, or null where there is none.</summary>
    public static ChartRule? Find(string name) => All.FirstOrDefault(rule => rule.Name == name);

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>The members of the pattern that the newest point completes, newest in bit 0; 0 where it completes none.</summary>
    internal ulong Match(in ChartHistory h) => _pattern switch
    {
        Pattern.Beyond => (h.LimitUp | h.LimitDown) & 1,
        Pattern.OneSide => Run(h.Above) | Run(h.Below),
        Pattern.Trend => Steps(h.Rises) | Steps(h.Falls),
        Pattern.TwoThirdsOnOneSide => Some(h.TwoUp, Run(h.Above)) | Some(h.TwoDown, Run(h.Below)),
        Pattern.BeyondTwoThirds => Ending(h.TwoUp) | Ending(h.TwoDown),
        Pattern.BeyondOneThird => Ending(h.OneUp) | Ending(h.OneDown),
        Pattern.Alternating => InTurn(h.Rises, h.Falls) | InTurn(h.Falls, h.Rises),
        Pattern.WithinOneThird => Run(h.Inside),
        Pattern.OutsideOneThird => Run(h.OneUp) == 0 && Run(h.OneDown) == 0 ? Run(h.OneUp | h.OneDown) : 0,
        _ => throw new InvalidOperationException($"The rule '{Name}' has no pattern."),
    };

    private static ChartRule Beyond(string name) =>
        new(name, "a point beyond a limit", Pattern.Beyond, 1);

    private static ChartRule OneSide(string name, int length) =>
        new(name, $"{length} points in a row on one side of the centre", Pattern.OneSide, length);

    private static ChartRule Trend(string name, int length) =>
        new(name, $"{length} points in a row, all rising or all falling", Pattern.Trend, length);

    private static ChartRule TwoOfThree(string name) =>
        new(name, "2 of 3 points beyond two thirds of the way to the same limit", Pattern.BeyondTwoThirds, 3, 2);

    private static ChartRule FourOfFive(string name) =>
        new(name, "4 of 5 points beyond one third of the way to the same limit", Pattern.BeyondOneThird, 5, 4);

    private static ulong Mask(int points) => (1UL << points) - 1;

    /// <summary>All of the last points.</summary>
    private ulong Run(ulong bits) => (bits & Mask(_length)) == Mask(_length) ? Mask(_length) : 0;

    /// <summary>A trend of n points has n − 1 steps.</summary>
    private ulong Steps(ulong bits) => (bits & Mask(_length - 1)) == Mask(_length - 1) ? Mask(_length) : 0;

    /// <summary>At least the needed number among the points of the window.</summary>
    private ulong Some(ulong bits, ulong window) => BitOperations.PopCount(bits & window) >= _needed ? bits & window : 0;

    /// <summary>As <see cref="Some"/>, the newest point being one of them; the chart's first points need no full window.</summary>
    private ulong Ending(ulong bits) => (bits & 1) == 1 ? Some(bits, Mask(_length)) : 0;

    /// <summary>The newest step goes the first way, the one before the other way, and so on.</summary>
    private ulong InTurn(ulong newest, ulong other)
    {
        const ulong even = 0x5555555555555555;
        var steps = Mask(_length - 1);
        return ((newest & even) | (other & ~even) | ~steps) == ulong.MaxValue ? Mask(_length) : 0;
    }
}
