using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;

namespace Kaizen.Definitions.Binding;

/// <summary>Binds <c>do</c> and <c>check</c> and the order of their dates.</summary>
internal static class DatesBinder
{
    public static (Do Do, CheckPlan Check) Bind(Fields cycle, Target? target, PlanBinder plan, List<Inference> inferred)
    {
        var faults = cycle.Faults;
        var work = Fields.Of(cycle.Entry("do"), "Do", ["started", "annotations", "deviations", "log"], faults);
        var done = new Do
        {
            Started = work.Date("started"),
            Annotations = work.Each("annotations", "an annotation", ["text", "date"], Annotation),
            Deviations = work.Each("deviations", "a deviation", ["what", "date", "why", "came_of_it"], Deviation),
            Log = work.Each("log", "a line of the log", ["text", "date", "by"], Entry),
        };

        var fields = Fields.Of(cycle.Entry("check"), "Check", ["date", "late", "reflection"], faults);
        var check = new CheckPlan { Date = fields.Date("date"), Late = fields.Date("late"), Reflection = fields.Text("reflection") };
        if (!fields.Has("date") && plan.Target.Exists && target?.Due is { } due)
        {
            check = check with { Date = due };
            inferred.Add(new Inference("check.date", Say.Date(due), "the target's due date"));
        }

        if (check.Date <= done.Started)
        {
            var (at, key) = fields.Has("date") ? (fields, "date") : (plan.Target, "due");
            at.Fault(key, Catalogue.CheckNotAfterStart, "is the year right?", Say.Date(check.Date), Say.Date(done.Started));
        }
        else if (check.Late <= (check.Date ?? done.Started))
        {
            fields.Fault("late", Catalogue.LateNotAfterCheck, "is the year right?", Say.Date(check.Late), Say.Date(check.Date ?? done.Started));
        }

        return (done, check);
    }

    private static Annotation? Annotation(Fields a)
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
