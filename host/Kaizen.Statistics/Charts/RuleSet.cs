namespace Kaizen.Statistics;

/// <summary>
/// A named set of chart rules. <c>default</c> is used unless another is named, and the name used is always printed.
/// </summary>
/// <remarks>
/// <c>default</c>: Western Electric 1956 without the trend rule, which Anhøj and Olesen 2014 found useless.
/// <c>nhs</c>: NHS Making Data Count. <c>western-electric</c>: Western Electric 1956. <c>nelson</c>: Nelson 1984.
/// <c>anhoej</c>: the run chart of Anhøj and Olesen 2014; it judges the whole series and flags no point.
/// </remarks>
public sealed class RuleSet
{
    private readonly ChartRule[] _rules;

    private RuleSet(string name, ChartRule[] rules) => (Name, _rules) = (name, rules);

    /// <summary>A point beyond a limit; 8 on one side; 2 of 3 beyond two thirds of the way, all three on that side.</summary>
    public static RuleSet Default { get; } = Of("default", "beyond_limits", "shift8", "two_of_three");

    /// <summary>Beyond a limit, 7 on one side, a trend of 7, and 2 of 3 as in the default.</summary>
    public static RuleSet Nhs { get; } = Of("nhs", "beyond_limits", "shift7", "trend7", "two_of_three");

    /// <summary>The four rules of Western Electric, with 8 on one side.</summary>
    public static RuleSet WesternElectric { get; } = Of("western-electric", "we1", "we2", "we3", "we4");

    /// <summary>The eight rules of Nelson.</summary>
    public static RuleSet Nelson { get; } =
        Of("nelson", "nelson1", "nelson2", "nelson3", "nelson4", "nelson5", "nelson6", "nelson7", "nelson8");

    /// <summary>No point rules: the run chart decides.</summary>
    public static RuleSet Anhoej { get; } = Of("anhoej");

    /// <summary>Every named set.</summary>
    public static IReadOnlyList<RuleSet> All { get; } = [Default, Nhs, WesternElectric, Nelson, Anhoej];

    /// <summary>The names a definition may use.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(set => set.Name)];

    /// <summary>The name a definition uses.</summary>
    public string Name { get; }

    /// <summary>The rules; bit i of a flag belongs to rule i.</summary>
    public IReadOnlyList<ChartRule> Rules => _rules;

    /// <summary>Whether the run chart decides in place of rules on points.</summary>
    public bool UsesRunChart => _rules.Length == 0;

    internal ReadOnlySpan<ChartRule> RuleSpan => _rules;

    /// <summary>The set of that name, or null where there is none (<see cref="Names"/> lists them).</summary>
    public static RuleSet? Find(string name) => All.FirstOrDefault(set => set.Name == name);

    /// <summary>A set of one's own, from one to 32 rules by name.</summary>
    /// <exception cref="ArgumentException">A rule is not known, or there are none or more than 32.</exception>
    public static RuleSet Of(string name, IReadOnlyList<ChartRule> rules)
    {
        if (rules.Count is 0 or > 32)
            throw new ArgumentException("A rule set has 1 to 32 rules.", nameof(rules));
        return new RuleSet(name, [.. rules]);
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static RuleSet Of(string name, params string[] rules) =>
        new(name, [.. rules.Select(rule => ChartRule.Find(rule) ?? throw new ArgumentException($"No rule is called '{rule}'."))]);
}
