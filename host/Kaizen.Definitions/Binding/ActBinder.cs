using Kaizen.Core.Cycles;
using Kaizen.Definitions.Text;

namespace Kaizen.Definitions.Binding;

/// <summary>Binds <c>act</c>, and the standard of an SDCA cycle.</summary>
internal static class ActBinder
{
    private static readonly string[] Keys = ["decision", "date", "because", "learned", "standard", "next", "yokoten", "follow_ups", "help"];

    public static Act? Bind(Entry? entry, CycleKind kind, MetricSet metrics, FaultList faults)
    {
        var act = Fields.Of(entry, "Act", Keys, faults);
        if (!act.Exists) return null;
        return new Act
        {
            Decision = act.Word("decision", Words.Decisions(kind)),
            Date = act.Date("date"),
            Because = act.Text("because"),
            Learned = act.Text("learned"),
            Standard = BindStandard(act.Entry("standard"), metrics, false, faults),
            Next = act.Text("next"),
            Yokoten = act.Each("yokoten", "a yokoten", ["to", "response", "because"], Share),
            FollowUps = ActionsBinder.FollowUps(act),
            HelpNeeded = act.Each("help", "a call for help", ["what", "from", "by"], Help),
        };
    }

    /// <summary>A standard; the metric that controls it becomes part of the cycle where <paramref name="use"/> says so.</summary>
    public static Standard? BindStandard(Entry? entry, MetricSet metrics, bool use, FaultList faults)
    {
        var standard = Fields.Of(entry, "the standard", ["text", "owner", "metric", "audit"], faults);
        standard.Missing("text", "write the best way of working known today");
        var (owner, metric, audit) = (standard.Text("owner"), metrics.Refer(standard, "metric", use), standard.Text("audit"));
        return standard.Text("text") is { } text ? new Standard(text, owner, metric, audit) : null;
    }

    private static Yokoten? Share(Fields y)
    {
        y.Missing("to", "name who else could use it");
        var (response, because) = (y.Word("response", Words.Responses), y.Text("because"));
        return y.Text("to") is { } to ? new Yokoten(to, response, because) : null;
    }

    private static HelpNeeded? Help(Fields h)
    {
        h.Missing("what", "write what is needed");
        var (from, by) = (h.Text("from"), h.Date("by"));
        return h.Text("what") is { } what ? new HelpNeeded(what, from, by) : null;
    }
}
