using Kaizen.Core.Cycles;
using Kaizen.Core.Lint;
using Kaizen.Store;

namespace Kaizen.Hosting.Report;

/// <summary>The fingerprints of what people said of a cycle, and of what the method asks.</summary>
internal static class NotesInputs
{
    public static string Fingerprint(this MethodReview review) =>
        Sha.Of(string.Join('\n', review.Hits.Select(h => $"{h}").Concat(review.Gates.Select(g => $"{g.Gate}: {string.Join(", ", g.Lacks)}")).Append($"{review.Next?.Gate}")));

    public static string Fingerprint(this CycleNotes notes) => Sha.Of(string.Join('\n', notes.Questions
        .SelectMany(q => q.Answers.Select(a => $"{a}").Prepend($"{q with { Answers = [] }}"))
        .Concat(notes.SignOffs.Select(s => $"{s}"))));
}
