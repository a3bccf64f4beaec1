namespace Kaizen.Definitions.Editing;

/// <summary>
/// The order in which people expect keys, by the path of the mapping that holds them. A key that an edit adds goes behind
/// the last of its neighbours that comes before it in this order; a key of no order goes to the end.
/// </summary>
/// <param name="orders">Keys in order by path; <c>*</c> in a path stands for any one step.</param>
public sealed class KeyOrder(IReadOnlyDictionary<string, IReadOnlyList<string>> orders)
{
    private readonly List<(string[] Path, IReadOnlyList<string> Keys)> all =
        [.. orders.Select(o => (o.Key.Split('.', StringSplitOptions.RemoveEmptyEntries), o.Value))];

    /// <summary>No order: keys are added at the end.</summary>
    public static KeyOrder None { get; } = new(new Dictionary<string, IReadOnlyList<string>>());

    /// <summary>The order of a cycle file.</summary>
    public static KeyOrder Cycle { get; } = Of(
        ("", "title problem problem_type domain kind level within contributes previous reason with rules people explore metrics baseline plan standard do check act cancelled revisions waivers story"),
        ("contributes", "to lag because"),
        ("people", "owner coach sponsor members"),
        ("explore", "question assumptions time_box effort_cap confidence"),
        ("baseline", "from to after_of because"),
        ("metrics.*", "definition source time where median mean sum min max p90 distinct rate count ratio unit better role signal horizon per season axis latency maturity baseline guardrail compare predicts"),
        ("plan", "background current scope pictures observed target obstacles causes criteria alternatives countermeasures actions agreed"),
        ("plan.target", "metric from to due pattern"),
        ("plan.observed.*", "date by what"),
        ("plan.obstacles.*", "text active removed"),
        ("plan.countermeasures.*", "text addresses considered scale fidelity predicts because"),
        ("plan.actions.*", "what who start due done recovery"),
        ("plan.agreed", "date stances"),
        ("plan.agreed.stances.*", "stance because answer"),
        ("standard", "text owner metric audit"),
        ("do", "started annotations deviations experiments holds log"),
        ("do.annotations.*", "date text"),
        ("do.deviations.*", "date what why came_of_it"),
        ("do.experiments.*", "date step obstacle expected happened learned"),
        ("do.holds.*", "from because resume_by resumed"),
        ("do.log.*", "date by text"),
        ("check", "date extended late reflection"),
        ("check.extended.*", "to because date"),
        ("act", "decision date because learned standard next yokoten follow_ups help"),
        ("act.standard", "text owner metric audit"),
        ("act.follow_ups.*", "what who start due done"),
        ("cancelled", "date because"));

    /// <summary>The order of <c>kaizen.yaml</c>.</summary>
    public static KeyOrder Workspace { get; } = Of(
        ("", "workspace title zone as_of per domain kind people sources metrics events lint"),
        ("people.*", "name role"),
        ("sources.*", "use with time known_from known_until timeout bad_rows"),
        ("events.*", "date text"),
        ("lint", "off thresholds words"));

    /// <summary>The keys of a mapping in order, or null where none is known.</summary>
    internal IReadOnlyList<string>? At(EditPath mapping)
    {
        foreach (var (path, keys) in all)
            if (path.Length == mapping.Segments.Count && path.Zip(mapping.Segments).All(p => p.First == "*" || p.First == p.Second)) return keys;
        return null;
    }

    private static KeyOrder Of(params (string Path, string Keys)[] orders) =>
        new(orders.ToDictionary(o => o.Path, o => (IReadOnlyList<string>)o.Keys.Split(' '), StringComparer.Ordinal));
}
