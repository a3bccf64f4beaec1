using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;

namespace Kaizen.Core.Coaching;

/// <summary>An action of a person, and what became of the cycle that it belongs to.</summary>
public sealed record OwnAction(Cycle Cycle, PlannedAction Action, Finding? Came);

/// <summary>A prediction of a person, and what was seen.</summary>
public sealed record OwnPrediction(Cycle Cycle, Finding Seen);

/// <summary>What a person did and predicted, and what came of it; for that person alone, compared with nobody.</summary>
public sealed record OwnWork
{
    public IReadOnlyList<OwnAction> Actions { get; private init; } = [];

    /// <summary>Predictions of the cycles that the person owns.</summary>
    public IReadOnlyList<OwnPrediction> Predictions { get; private init; } = [];

    /// <summary>Contacts that the person had with customers, the latest first.</summary>
    public IReadOnlyList<OwnContact> Contacts { get; private init; } = [];

    /// <summary>How many predictions can be judged.</summary>
    public int Judged => Predictions.Count(p => p.Seen is { Complete: true, VsPrediction: not null });

    /// <summary>How many of them lie inside their interval.</summary>
    public int Inside => Predictions.Count(p => p.Seen is { Complete: true, VsPrediction: PredictionWord.AsPredicted });

    /// <summary>How many should, by the confidence that was stated.</summary>
    public double Expected => Predictions.Where(p => p.Seen is { Complete: true, VsPrediction: not null }).Sum(p => p.Seen.Prediction!.Confidence);

    /// <summary>Gathers it from all cycles and from what was written down of contacts.</summary>
    /// <param name="person">Id of the person.</param>
    /// <param name="cycles">All cycles.</param>
    /// <param name="contacts">Contacts of everybody, in the order in which they were written down.</param>
    /// <param name="asOf">The day of the look.</param>
    public static OwnWork Of(string person, IEnumerable<Coached> cycles, IEnumerable<Contact> contacts, DateOnly asOf)
    {
        var all = cycles.ToList();
        return new OwnWork
        {
            Contacts = OwnContact.Of(person, contacts, asOf),
            Actions = [.. all.SelectMany(c => c.Cycle.Plan.Actions.Concat(c.Cycle.Act?.FollowUps ?? []).Where(a => Same(a.Who, person))
                .Select(a => new OwnAction(c.Cycle, a, c.Evidence?.Findings.FirstOrDefault(f => f.Metric == c.Cycle.LeadMetric && f.Window == "check"))))],
            Predictions = [.. all.Where(c => Same(c.Cycle.People.Owner, person) && c.Evidence is not null)
                .SelectMany(c => c.Evidence!.Findings.Where(f => f is { Prediction: not null, Window: "check" }).Select(f => new OwnPrediction(c.Cycle, f)))],
        };
    }

    private static bool Same(string? who, string person) => string.Equals(who?.Trim(), person, StringComparison.OrdinalIgnoreCase);
}
