using System.Globalization;
using Kaizen.Core.Cycles;
using Kaizen.Core.Lint;
using Kaizen.Store;

namespace Kaizen.Hosting.Report;

/// <summary>The fingerprints of what people said of a cycle, of what the method asks and of how lint is set up.</summary>
internal static class NotesInputs
{
    public static string Fingerprint(this MethodReview review) =>
        Sha.Of(string.Join('\n', review.Hits.Select(h => $"{h}").Concat(review.Gates.Select(g => $"{g.Gate}: {string.Join(", ", g.Lacks)}")).Append($"{review.Next?.Gate}")));

    public static string Fingerprint(this LintSettings lint) => Sha.Of(string.Join('\n',
        lint.Off.Select(o => $"{o.Key}: {o.Value}").Order(StringComparer.Ordinal)
            .Concat(lint.Thresholds.Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Key}: {t.Value:R}")).Order(StringComparer.Ordinal))
            .Concat(lint.Words.Select(w => $"{w.Key}: {string.Join(", ", w.Value)}").Order(StringComparer.Ordinal))));

    public static string Fingerprint(this CycleNotes notes) => Sha.Of(string.Join('\n', notes.Questions
        .SelectMany(q => q.Answers.Select(a => $"{a}").Prepend($"{q with { Answers = [] }}"))
        .Concat(notes.SignOffs.Select(s => $"{s}"))));
}
