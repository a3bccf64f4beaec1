using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;

namespace Kaizen.Definitions.Binding;

/// <summary>Binds <c>explore</c>: what an EDCA cycle sets out to learn, and how much that may cost.</summary>
internal static class ExploreBinder
{
    private static readonly string[] Keys = ["question", "assumptions", "time_box", "effort_cap", "confidence"];

    /// <param name="cycle">The keys of the cycle.</param>
    /// <param name="kind">Its kind, or null where that is misspelt and nobody can tell what fits.</param>
    public static Exploration? Bind(Fields cycle, CycleKind? kind)
    {
        if (kind is { } other && other != CycleKind.Edca && cycle.Has("explore"))
            cycle.Faults.Add(Catalogue.NotTogether, cycle.KeyAt("explore"), "a cycle that explores is 'kind: edca'", "explore", $"kind: {Words.Of(Words.Kinds, other)}");
        if (kind == CycleKind.Edca) cycle.Missing("explore", "write explore: { question: ... }, what is to be learned");
        if (cycle.Entry("explore") is not { } entry) return null;
        if (entry.Value.IsEmpty) cycle.Faults.Add(Catalogue.KeyWithoutValue, entry.Key, "write { question: ... }, what is to be learned", "explore");
        var fields = Fields.Of(entry, "the exploration", Keys, cycle.Faults);
        fields.Missing("question", "write what is to be learned, as a question");
        var assumptions = fields.Texts("assumptions");
        var (box, cap, confidence) = (fields.Span("time_box"), fields.Text("effort_cap"), Confidence(fields));
        return fields.Text("question") is { } question ? new Exploration(question, assumptions, box, cap, confidence) : null;
    }

    private static double? Confidence(Fields fields)
    {
        if (fields.Number("confidence") is not { } stated || stated is > 0 and < 1) return fields.Has("confidence") ? fields.Number("confidence") : null;
        fields.Fault("confidence", Catalogue.ConfidenceRange, Fractions.Hint(stated), Say.Number(stated));
        return null;
    }
}
