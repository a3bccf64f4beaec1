using Kaizen.Core.Diagnostics;
using Kaizen.Core.Metrics;

namespace Kaizen.Definitions.Binding;

/// <summary>Binds <c>baseline</c> of a cycle or a metric; <c>after_of</c> is resolved once all cycles are read.</summary>
internal static class BaselineBinder
{
    private static readonly string[] Keys = ["from", "to", "because", "after_of"];

    public static Baseline? Bind(Fields parent)
    {
        if (parent.Entry("baseline") is not { } entry) return null;
        var fields = Fields.Of(entry, "the baseline", Keys, parent.Faults);
        if (!fields.Exists) return null;
        var other = fields.Text("after_of");
        foreach (var key in new[] { "from", "to" })
            if (fields.Has("after_of") && fields.Has(key)) parent.Faults.Add(Catalogue.NotTogether, fields.KeyAt(key), "keep one of the two", key, "after_of");
        var from = fields.Date("from");
        var to = fields.Date("to");
        if (from >= to) fields.Fault("from", Catalogue.BaselineReversed, null, Say.Date(from), Say.Date(to));
        return new Baseline(from, to, fields.Text("because"), other);
    }

    /// <summary>Checks the dates of a baseline against the start of Do.</summary>
    public static void CheckAgainst(DateOnly? started, Fields parent, Baseline? baseline)
    {
        if (started is null || baseline is null || baseline.AfterOf is not null) return;
        var fields = Fields.Of(parent.Entry("baseline"), "the baseline", Keys, parent.Faults);
        if (baseline.To > started) fields.Fault("to", Catalogue.BaselineAfterStart, "end it at the start of Do or before", Say.Date(baseline.To), Say.Date(started));
        else if (baseline.To is null && baseline.From >= started) fields.Fault("from", Catalogue.BaselineReversed, null, Say.Date(baseline.From), Say.Date(started));
    }
}
