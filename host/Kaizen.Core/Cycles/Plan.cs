using Kaizen.Core.Metrics;

namespace Kaizen.Core.Cycles;

/// <summary>The left half of the sheet, and what is to be done.</summary>
public sealed record Plan
{
    /// <summary>Why this, why now. Markdown.</summary>
    public string? Background { get; init; }

    /// <summary>What was seen. Markdown.</summary>
    public string? Current { get; init; }

    public IReadOnlyList<Observation> Observed { get; init; } = [];

    public IReadOnlyList<Picture> Pictures { get; init; } = [];

    public Target? Target { get; init; }

    /// <summary>The why-tree: top causes with the causes behind them.</summary>
    public IReadOnlyList<Cause> Causes { get; init; } = [];

    public IReadOnlyList<Countermeasure> Countermeasures { get; init; } = [];

    /// <summary>What the work is about and what it leaves out.</summary>
    public Scope? Scope { get; init; }

    /// <summary>What blocks the target condition: a parking lot, one active at a time.</summary>
    public IReadOnlyList<Obstacle> Obstacles { get; init; } = [];

    /// <summary>What alternatives are weighed by.</summary>
    public IReadOnlyList<Criterion> Criteria { get; init; } = [];

    /// <summary>Ways to go, each with its scores; doing nothing is one of them.</summary>
    public IReadOnlyList<Alternative> Alternatives { get; init; } = [];

    public IReadOnlyList<PlannedAction> Actions { get; init; } = [];

    public Agreement? Agreed { get; init; }
}

/// <summary>A pattern of work, a number and a date.</summary>
/// <param name="Metric">The lead metric.</param>
/// <param name="From">Where it stands, or null where it is read from the data.</param>
/// <param name="To">Where it shall be.</param>
/// <param name="Due">By when (exclusive: 00:00 of that day).</param>
/// <param name="Pattern">How the work will run differently.</param>
public sealed record Target(string Metric, double? From, double To, DateOnly? Due, string? Pattern);

/// <summary>A node of the why-tree.</summary>
/// <param name="Id">Its name, which countermeasures address.</param>
/// <param name="Text">The cause.</param>
/// <param name="Evidence">What it rests on, or null.</param>
/// <param name="Share">Share of the gap it explains, 0 to 1, or null.</param>
/// <param name="Because">The causes behind it.</param>
public sealed record Cause(string Id, string Text, CauseEvidence? Evidence, double? Share, IReadOnlyList<Cause> Because)
{
    /// <summary>This cause and all behind it, depth first.</summary>
    public IEnumerable<Cause> All() => Because.SelectMany(b => b.All()).Prepend(this);
}

/// <summary>What a cause rests on.</summary>
public enum CauseEvidence { Observed, Data, Experiment, Opinion }

/// <summary>A change aimed at a cause.</summary>
public sealed record Countermeasure
{
    public required string Id { get; init; }

    public required string Text { get; init; }

    /// <summary>Id of the cause it removes, or null.</summary>
    public string? Addresses { get; init; }

    /// <summary>What else was thought of.</summary>
    public IReadOnlyList<string> Considered { get; init; } = [];

    /// <summary>Scale of this test: one, team, several, all.</summary>
    public string? Scale { get; init; }

    public Fidelity? Fidelity { get; init; }

    /// <summary>What it will do to the lead metric.</summary>
    public Prediction? Predicts { get; init; }

    public string? Because { get; init; }
}

/// <summary>How one will know whether a countermeasure was done as planned.</summary>
public abstract record Fidelity
{
    private Fidelity() { }

    /// <summary>Measured: at or beyond <paramref name="DoneAt"/> as planned, at or beyond <paramref name="PartialAt"/> partial.</summary>
    public sealed record Measured(string Metric, double DoneAt, double? PartialAt) : Fidelity;

    /// <summary>Declared by the team.</summary>
    public sealed record Declared(FidelityLevel Is, string? Because) : Fidelity;
}

/// <summary>Was it done as planned? In the order of "worst first" that a cycle takes.</summary>
public enum FidelityLevel { NotDone, Unknown, Partial, AsPlanned }

/// <summary>A step of the plan.</summary>
/// <param name="What">What is to be done.</param>
/// <param name="Who">Who does it.</param>
/// <param name="Start">From when.</param>
/// <param name="Due">By when.</param>
/// <param name="Done">When it was done, or null.</param>
/// <param name="Recovery">How a slip is made up for, or null.</param>
public sealed record PlannedAction(string What, string? Who, DateOnly? Start, DateOnly? Due, DateOnly? Done, string? Recovery = null);

/// <summary>Where the work begins and ends.</summary>
/// <param name="In">What it is about, or null.</param>
/// <param name="Out">What it leaves out, or null.</param>
public sealed record Scope(string? In, string? Out);

/// <summary>What blocks the target condition.</summary>
/// <param name="Id">Its name, which experiments are aimed at.</param>
/// <param name="Text">The obstacle.</param>
/// <param name="Active">Whether it is the one that is worked on now.</param>
/// <param name="Removed">When it was out of the way, or null.</param>
public sealed record Obstacle(string Id, string Text, bool Active, DateOnly? Removed);

/// <summary>Something that alternatives are weighed by.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Weight">How much it counts, above 0.</param>
public sealed record Criterion(string Id, double Weight);

/// <summary>A way to go.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Text">What it is.</param>
/// <param name="Scores">Its score by criterion; the higher, the better.</param>
public sealed record Alternative(string Id, string Text, IReadOnlyDictionary<string, double> Scores)
{
    /// <summary>The weighted mean of its scores, over the criteria that it has one for; null where there is none.</summary>
    public double? Total(IReadOnlyList<Criterion> criteria)
    {
        var scored = criteria.Where(c => Scores.ContainsKey(c.Id)).ToList();
        var weight = scored.Sum(c => c.Weight);
        return weight > 0 ? scored.Sum(c => c.Weight * Scores[c.Id]) / weight : null;
    }
}

/// <summary>Gate 2: who took which stance, and when the plan was agreed.</summary>
public sealed record Agreement(DateOnly? Date, IReadOnlyList<PersonStance> Stances);

/// <summary>A stance with its concern and the answer to it.</summary>
public sealed record PersonStance(string Who, Stance Stance, string? Because, string? Answer);

/// <summary>What a stakeholder thinks of the plan.</summary>
public enum Stance { Agree, AgreeWithConcern, Object }

/// <summary>A dated fact seen by a named person.</summary>
public sealed record Observation(DateOnly? Date, string? By, string What);

/// <summary>A photo, sketch or map with its caption; the path is relative to the workspace.</summary>
public sealed record Picture(Written File, string? Caption);
