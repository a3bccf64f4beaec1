using Kaizen.Abstractions;

namespace Kaizen.Hosting.Plugins.Cases;

/// <summary>What became of a test case.</summary>
public enum CaseOutcome
{
    /// <summary>Everything is as expected.</summary>
    AsExpected,

    /// <summary>Something is not.</summary>
    Differs,

    /// <summary>What it gives was written down as what is expected.</summary>
    Written,

    /// <summary>It cannot be run; a diagnostic says why.</summary>
    Unfit,
}

/// <summary>A test case of a plugin.</summary>
/// <param name="Name">The name of its folder.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Differences">What is not as expected, a line each.</param>
/// <param name="Diagnostics">What was told on the way; of a case that is as expected, what it expects.</param>
public sealed record CaseResult(string Name, CaseOutcome Outcome, IReadOnlyList<string> Differences, IReadOnlyList<Diagnostic> Diagnostics);
