using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Definitions.Text;

namespace Kaizen.Definitions.Binding;

/// <summary>Binds <c>plan</c>; the target first, since it tells the lead metric that the rest is read against.</summary>
internal sealed class PlanBinder(FaultList faults, MetricSet metrics, List<Inference> inferred)
{
    private static readonly string[] Keys =
    [
        "background", "current", "pictures", "observed", "scope", "target", "obstacles", "causes", "countermeasures", "criteria", "alternatives",
        "actions", "agreed",
    ];

    private static readonly string[] TargetKeys = ["metric", "from", "to", "due", "pattern"];

    private readonly ObstacleBinder obstacles = new(faults);
    private readonly AlternativesBinder alternatives = new(faults);

    private Fields plan = null!;

    /// <summary>The names of the obstacles, which experiments are aimed at.</summary>
    public IReadOnlyCollection<string> Obstacles => obstacles.Names;

    /// <summary>The keys of the target.</summary>
    public Fields Target { get; private set; } = null!;

    /// <summary>The target, its metric empty where it is not named; null where there is none that can be used.</summary>
    public Target? BindTarget(Entry? entry)
    {
        plan = Fields.Of(entry, "the plan", Keys, faults);
        Target = Fields.Of(plan.Entry("target"), "the target", TargetKeys, faults);
        Target.Missing("to", "write the number to be reached");
        var metric = metrics.Refer(Target, "metric", use: true);
        var from = Target.Number("from");
        var to = Target.Number("to");
        var due = Target.Date("due");
        var pattern = Target.Text("pattern");
        // A target whose metric is not known still tells the check date.
        return to is null ? null : new Target(metric ?? "", from, to.Value, due, pattern);
    }

    /// <summary>The whole plan.</summary>
    public Plan Bind(string? lead, Target? target)
    {
        var rate = metrics.IsRate(lead);
        Fractions.Check(Target, "from", target?.From, rate, 0);
        Fractions.Check(Target, "to", target?.To, rate, 0);
        var causes = new CauseBinder(faults);
        var tree = causes.Bind(plan.Entry("causes"));
        return new Plan
        {
            Background = plan.Text("background"),
            Current = plan.Text("current"),
            Observed = plan.Each("observed", "an observation", ["what", "date", "by"], Observation),
            Pictures = plan.Each("pictures", "a picture", ["file", "caption"], Picture),
            Target = target,
            Causes = tree,
            Countermeasures = new CountermeasureBinder(faults, metrics, causes.Names, rate, inferred).Bind(plan.Entry("countermeasures")),
            Scope = Scope(),
            Obstacles = obstacles.Bind(plan.Entry("obstacles")),
            Criteria = alternatives.Criteria(plan),
            Alternatives = alternatives.Alternatives(plan),
            Actions = ActionsBinder.Actions(plan),
            Agreed = Agreed(),
        };
    }

    private static Observation? Observation(Fields o)
    {
        o.Missing("what", "write what was seen");
        var (date, by) = (o.Date("date"), o.Text("by"));
        return o.Text("what") is { } what ? new Observation(date, by, what) : null;
    }

    private static Picture? Picture(Fields p)
    {
        p.Missing("file", "write the path of the picture in the workspace");
        var caption = p.Text("caption");
        if (p.Written("file") is not { } file) return null;
        if (!Inside(file.Text)) p.Fault("file", Catalogue.PictureOutside, null, file.Text);
        return new Picture(file, caption);
    }

    /// <summary>Whether a path stays in the workspace, on any of the systems that share it.</summary>
    private static bool Inside(string path) =>
        path.Length > 0 && !Path.IsPathRooted(path) && path[0] is not ('/' or '\\') && !path.Contains(':', StringComparison.Ordinal) && !path.Any(char.IsControl)
        && !path.Split('/', '\\').Contains("..");

    private Scope? Scope()
    {
        var scope = Fields.Of(plan.Entry("scope"), "the scope", ["in", "out"], faults);
        var (inside, outside) = (scope.Text("in"), scope.Text("out"));
        return inside is null && outside is null ? null : new Scope(inside, outside);
    }

    private Agreement? Agreed()
    {
        var agreed = Fields.Of(plan.Entry("agreed"), "the agreement", ["date", "stances"], faults);
        if (!agreed.Exists) return null;
        var stances = new List<PersonStance>();
        if (agreed.Entry("stances") is { Value: MappingNode map })
        {
            KeyFaults.ReportProse(map, faults);
            foreach (var entry in map.Entries.Where(e => !KeyFaults.IsProse(e, map, faults.Text!)))
            {
                var who = entry.Key.Value;
                if (entry.Value.IsEmpty) faults.Add(Catalogue.KeyWithoutValue, entry.Key, "write { stance: agree }", who);
                var one = Fields.Of(entry, $"the stance of {who}", ["stance", "because", "answer"], faults);
                one.Missing("stance", $"one of {string.Join(", ", Words.Stances.Keys)}");
                if ((Stance?)one.Choice("stance", Words.Stances) is { } stance) stances.Add(new PersonStance(who, stance, one.Text("because"), one.Text("answer")));
            }
        }
        else if (agreed.Entry("stances") is { Value.IsEmpty: false } wrong)
        {
            agreed.Fault("stances", Catalogue.WrongKind, "write 'ines: { stance: agree }' lines below it", "stances", "a mapping", wrong.Value.Kind);
        }

        return new Agreement(agreed.Date("date"), stances);
    }
}
