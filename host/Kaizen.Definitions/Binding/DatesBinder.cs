using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Metrics;

namespace Kaizen.Definitions.Binding;

/// <summary>Binds <c>do</c> and <c>check</c> and the order of their dates.</summary>
internal static class DatesBinder
{
    public static (Do Do, CheckPlan Check) Bind(Fields cycle, Target? target, CalendarSpan? timeBox, PlanBinder plan, List<Inference> inferred)
    {
        var faults = cycle.Faults;
        var work = Fields.Of(cycle.Entry("do"), "Do", ["started", "annotations", "deviations", "log", "experiments", "holds"], faults);
        var done = new Do
        {
            Started = work.Date("started"),
            Annotations = work.Each("annotations", "an annotation", ["text", "date"], Annotation),
            Deviations = work.Each("deviations", "a deviation", ["what", "date", "why", "came_of_it"], Deviation),
            Log = work.Each("log", "a line of the log", ["text", "date", "by"], Entry),
            Experiments = work.Each("experiments", "an experiment", ["step", "date", "expected", "happened", "learned", "obstacle"], e => Experiment(e, plan.Obstacles)),
            Holds = work.Each("holds", "a hold", ["from", "because", "resume_by", "resumed"], Hold),
        };

        var fields = Fields.Of(cycle.Entry("check"), "Check", ["date", "extended", "late", "reflection"], faults);
        var check = new CheckPlan { Date = fields.Date("date"), Late = fields.Date("late"), Reflection = fields.Text("reflection") };
        if (!fields.Has("date") && plan.Target.Exists && target?.Due is { } due)
        {
            check = check with { Date = due };
            inferred.Add(new Inference("check.date", Say.Date(due), "the target's due date"));
        }
        else if (check.Date is null && !fields.Has("date") && timeBox is { } length && done.Started is { } start)
        {
            check = check with { Date = length.After(start) };
            inferred.Add(new Inference("check.date", Say.Date(check.Date), "the end of the time-box"));
        }

        var reversed = check.Date <= done.Started;
        if (reversed)
        {
            var (at, key) = fields.Has("date") ? (fields, "date") : (plan.Target, "due");
            at.Fault(key, Catalogue.CheckNotAfterStart, "is the year right?", Say.Date(check.Date), Say.Date(done.Started));
        }

        var extended = Extended(fields, check.Date ?? done.Started);
        if (extended.Count > 0) check = check with { Extended = extended, Date = extended[^1].To };
        if (!reversed && check.Late <= (check.Date ?? done.Started))
            fields.Fault("late", Catalogue.LateNotAfterCheck, "is the year right?", Say.Date(check.Late), Say.Date(check.Date ?? done.Started));
        return (done, check);
    }

    /// <summary>Each time the check was put off, always to a later date.</summary>
    private static IReadOnlyList<Extension> Extended(Fields check, DateOnly? before) => check.Each("extended", "an extension", ["to", "because", "date"], e =>
    {
        e.Missing("to", "write the new date of the check");
        e.Missing("because", "write why the check was put off");
        var (to, because, date) = (e.Date("to"), e.Text("because"), e.Date("date"));
        if (to <= before) e.Fault("to", Catalogue.ExtensionNotLater, null, Say.Date(to), Say.Date(before));
        before = to ?? before;
        return to is { } day && because is not null ? new Extension(day, because, date) : null;
    });

    private static Experiment? Experiment(Fields e, IReadOnlyCollection<string> obstacles)
    {
        e.Missing("step", "write what is tried");
        var (date, expected, happened, learned, obstacle) = (e.Date("date"), e.Text("expected"), e.Text("happened"), e.Text("learned"), e.Text("obstacle"));
        if (obstacle is not null && !obstacles.Contains(obstacle))
            e.Fault("obstacle", Catalogue.UnknownObstacle, Nearest.Hint(obstacle, obstacles), obstacle);
        return e.Text("step") is { } step ? new Experiment(date, step, expected, happened, learned, obstacle) : null;
    }

    private static Hold? Hold(Fields h)
    {
        h.Missing("from", "write the first day on which the work rests");
        h.Missing("because", "write why it rests");
        h.Missing("resume_by", "write by when it goes on");
        var (from, because, by, resumed) = (h.Date("from"), h.Text("because"), h.Date("resume_by"), h.Date("resumed"));
        if (by <= from) h.Fault("resume_by", Catalogue.HoldReversed, null, Say.Date(by), Say.Date(from));
        if (resumed <= from) h.Fault("resumed", Catalogue.HoldReversed, null, Say.Date(resumed), Say.Date(from));
        return from is { } day && because is not null ? new Hold(day, because, by, resumed) : null;
    }

    /// <summary>A dated event, of a cycle or of the whole workspace.</summary>
    public static Annotation? Annotation(Fields a)
    {
        a.Missing("date", "write the day of the event");
        a.Missing("text", "write what happened");
        var text = a.Text("text");
        return a.Date("date") is { } date && text is not null ? new Annotation(date, text) : null;
    }

    private static Deviation? Deviation(Fields d)
    {
        d.Missing("what", "write what was different from the plan");
        var (date, why, came) = (d.Date("date"), d.Text("why"), d.Text("came_of_it"));
        return d.Text("what") is { } what ? new Deviation(date, what, why, came) : null;
    }

    private static LogEntry? Entry(Fields l)
    {
        l.Missing("text", "write what happened");
        var (date, by) = (l.Date("date"), l.Text("by"));
        return l.Text("text") is { } text ? new LogEntry(date, by, text) : null;
    }
}
