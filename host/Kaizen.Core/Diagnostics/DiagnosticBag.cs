using Kaizen.Abstractions;

namespace Kaizen.Core.Diagnostics;

/// <summary>Collects diagnostics so that a person sees all faults at once.</summary>
public sealed class DiagnosticBag
{
    private readonly List<Diagnostic> all = [];

    /// <summary>Everything collected, in the order it was found.</summary>
    public IReadOnlyList<Diagnostic> All => all;

    /// <summary>Whether an error was collected.</summary>
    public bool HasErrors => all.Exists(d => d.Severity == Severity.Error);

    /// <summary>Adds a diagnostic.</summary>
    public void Add(Diagnostic diagnostic) => all.Add(diagnostic);

    /// <summary>Adds several.</summary>
    public void AddRange(IEnumerable<Diagnostic> diagnostics) => all.AddRange(diagnostics);
}
