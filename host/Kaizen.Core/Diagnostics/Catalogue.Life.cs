namespace Kaizen.Core.Diagnostics;

public static partial class Catalogue
{
    /// <summary>KZ2060</summary>
    public static readonly Message OwnersWithoutParty = Error("KZ2060", "The cycle has several owners, but no company that it is shared with.",
        "A cycle has one owner, so that somebody answers for it. Only where two companies share it, said by 'with: COMPANY', has each side one.",
        "keep one owner, or write 'with: COMPANY'");

    /// <summary>KZ2061</summary>
    public static readonly Message PartnerMissing = Error("KZ2061", "The cycle is shared with '{0}', but nobody there owns it.",
        "A cycle that two companies share is owned on both sides: owner: [priya, acme/jo], the own side first.",
        "write owner: [NAME, COMPANY/NAME]");

    /// <summary>KZ2062</summary>
    public static readonly Message PartnerElsewhere = Error("KZ2062", "The second owner '{0}' is not written as somebody at '{1}'.",
        "The second owner stands for the company under 'with', and is written with it: acme/jo.",
        "write COMPANY/NAME");

    /// <summary>KZ2063</summary>
    public static readonly Message NoFigure = Error("KZ2063", "'{0}' is no figure that a story can show.",
        "In a story, figures are taken from what was measured: two braces, 'metrics', the metric's name and one of before, after, difference, interval, expect, from, to, n_before, n_after or effect.",
        "write {{ metrics.NAME.after }}");

    /// <summary>KZ2064</summary>
    public static readonly Message FigureTyped = Warning("KZ2064", "The figure '{0}' in the story is typed by hand.",
        "A typed figure stays as it is when the data change, and nobody can tell where it came from. Figures of a story are bound to metrics and filled in.",
        "write {{ metrics.NAME.after }} in its place, or the number in words");

    /// <summary>KZ2065</summary>
    public static readonly Message CancelledAfterStart = Error("KZ2065", "The cycle is cancelled, but Do started on {0}.",
        "Only a plan is cancelled. What was started is abandoned in 'act', with what was learned, so that nothing ends in silence.",
        "write act: { decision: abandon, because: ..., learned: ... } in its place");

    /// <summary>KZ2066</summary>
    public static readonly Message UnknownRule = Error("KZ2066", "No lint rule is called '{0}'.",
        "Rules are called K and two digits, such as K25. A waiver of a rule that does not exist would accept nothing, without a word.",
        "name the rule as lint prints it, such as K25");

    /// <summary>KZ2067</summary>
    public static readonly Message WaivedTwice = Error("KZ2067", "Rule {0} is waived a second time for {1}.",
        "A waiver carries one reason and one date, which the sheet prints. Of two, nobody can tell which counts.",
        "keep one of the two");

    /// <summary>KZ2068</summary>
    public static readonly Message AxisShape = Error("KZ2068", "'axis' needs two numbers, the lower one first, not {0}.",
        "The ends of a chart's value axis are written as [low, high]. Both are needed; left out, they come from the data.",
        "write [low, high]");

    /// <summary>KZ2069</summary>
    public static readonly Message TwoActive = Error("KZ2069", "Obstacle '{0}' is active, and so is '{1}'.",
        "Obstacles are worked on one at a time, or nobody can tell which step moved what. The others wait; where none is said to be active, it is the first that is not removed.",
        "take 'active' away from one of the two, or write when it was removed");

    /// <summary>KZ2070</summary>
    public static readonly Message UnknownCriterion = Error("KZ2070", "No criterion is called '{0}'.",
        "Alternatives are scored by the criteria of the same plan, whose weights stand under 'plan.criteria'.",
        "name it under 'plan.criteria' with its weight");

    /// <summary>KZ2071</summary>
    public static readonly Message WeightNotPositive = Error("KZ2071", "The weight of criterion '{0}' is {1}; it needs a number above 0.",
        "A weight says how much a criterion counts beside the others. Something that does not count is no criterion, and something bad is scored low.",
        "write a number above 0");

    /// <summary>KZ2072</summary>
    public static readonly Message UnknownObstacle = Error("KZ2072", "No obstacle is called '{0}'.",
        "An experiment is aimed at an obstacle of the same cycle, by the obstacle's name under 'plan.obstacles'.",
        "name it under 'plan.obstacles'");

    /// <summary>KZ2073</summary>
    public static readonly Message HoldReversed = Error("KZ2073", "The work resumes on {0}, not after the hold began on {1}.",
        "A hold begins on one day, and the work goes on on a later one. Most often the year is wrong, or the two dates were swapped.",
        "is the year right?");

    /// <summary>KZ2074</summary>
    public static readonly Message ExtensionNotLater = Error("KZ2074", "The check is put off to {0}, which does not lie after {1}.",
        "Each extension moves the check to a later date than the one before. They stand in the order in which they were made.",
        "is the year right?");

    /// <summary>KZ2075</summary>
    public static readonly Message UnknownLintName = Error("KZ2075", "Lint has no {0} called '{1}'.",
        "Thresholds and lists of words are set up by the names that the lint page in the docs lists. A name that nothing reads would change nothing, without a word.",
        "look at its spelling");
}
