using Kaizen.Core.Cycles;
using Kaizen.Store;

namespace Kaizen.Hosting.Report;

/// <summary>The fingerprint of what people said of a cycle.</summary>
internal static class NotesInputs
{
    public static string Fingerprint(this CycleNotes notes) => Sha.Of(string.Join('\n', notes.Questions
        .SelectMany(q => q.Answers.Select(a => $"{a}").Prepend($"{q with { Answers = [] }}"))
        .Concat(notes.SignOffs.Select(s => $"{s}"))));
}
