namespace Kaizen.Core.Cycles;

/// <summary>When the cycle is checked, and what the team made of it.</summary>
public sealed record CheckPlan
{
    /// <summary>The check date, that of the last extension where there is one; the check window ends before 00:00 of that day.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Each time the check was put off, the earliest first.</summary>
    public IReadOnlyList<Extension> Extended { get; init; } = [];

    /// <summary>The late check of the long loop, or null.</summary>
    public DateOnly? Late { get; init; }

    /// <summary>Hansei: expected against happened, surprises, learning. Markdown.</summary>
    public string? Reflection { get; init; }
}

/// <summary>A check put off to another date.</summary>
/// <param name="To">The new check date.</param>
/// <param name="Because">Why.</param>
/// <param name="Date">When it was decided, or null.</param>
public sealed record Extension(DateOnly To, string Because, DateOnly? Date);

/// <summary>The decision of people, kept beside the engine's recommendation.</summary>
public sealed record Act
{
    /// <summary><c>adopt, adapt, abandon</c>; for SDCA <c>hold, correct, retire</c>, EDCA <c>pursue, pivot, drop</c>, CAP-Do <c>standardise, improve, explore, stop</c>.</summary>
    public string? Decision { get; init; }

    public DateOnly? Date { get; init; }

    public string? Because { get; init; }

    public Standard? Standard { get; init; }

    /// <summary>Id or plain words for what comes next.</summary>
    public string? Next { get; init; }

    /// <summary>What was learned, and what stops. Markdown.</summary>
    public string? Learned { get; init; }

    /// <summary>Sideways shares: who else could use it.</summary>
    public IReadOnlyList<Yokoten> Yokoten { get; init; } = [];

    /// <summary>What is left to be done after the decision.</summary>
    public IReadOnlyList<PlannedAction> FollowUps { get; init; } = [];

    /// <summary>Help needed: from whom, by when.</summary>
    public IReadOnlyList<HelpNeeded> HelpNeeded { get; init; } = [];
}

/// <summary>The current best way of working, with its owner and the metric that controls it.</summary>
public sealed record Standard(string Text, string? Owner, string? Metric, string? Audit);

/// <summary>A receiver who adopts, adapts or declines, with the reason.</summary>
public sealed record Yokoten(string To, string? Response, string? Because);

/// <summary>Help that the team asks for.</summary>
public sealed record HelpNeeded(string What, string? From, DateOnly? By);
