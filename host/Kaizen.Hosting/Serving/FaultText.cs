using System.Globalization;
using Kaizen.Abstractions;

namespace Kaizen.Hosting.Serving;

/// <summary>Faults as the host compares and logs them.</summary>
internal static class FaultText
{
    /// <summary>What tells one fault from another.</summary>
    public static string Line(Diagnostic fault) => $"{fault.Code} {Place(fault)} {fault.Message} {fault.Excerpt}";

    public static string Place(Diagnostic fault) =>
        fault.Span is { } span ? string.Create(CultureInfo.InvariantCulture, $"{span.File}:{span.Line}:{span.Column}") : fault.Cycle ?? "";

    /// <summary>Whether a reader would find the same faults, in whatever order.</summary>
    public static bool Same(IEnumerable<Diagnostic> one, IEnumerable<Diagnostic> other) =>
        one.Select(Line).ToHashSet(StringComparer.Ordinal).SetEquals(other.Select(Line));

    /// <summary>Whether store, disk or another process keeps the host from its work, and no file that a person wrote.</summary>
    public static bool IsOfTheMachine(Diagnostic fault) => fault.Code[2] == '4' && fault.Severity == Severity.Error;
}
