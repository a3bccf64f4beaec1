namespace Kaizen.Statistics;

/// <summary>A pattern found on a chart.</summary>
/// <param name="Rule">The name of the rule.</param>
/// <param name="Completing">The 0-based slot of the point that completes the pattern.</param>
/// <param name="Members">
/// The 0-based slots of the points that make the pattern, in order. The completing point is one of them, but for
/// <c>two_of_three</c>, where only points beyond the two thirds are members.
/// </param>
public sealed record RuleHit(string Rule, int Completing, IReadOnlyList<int> Members);
