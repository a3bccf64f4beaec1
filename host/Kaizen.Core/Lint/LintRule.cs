using Kaizen.Abstractions;

namespace Kaizen.Core.Lint;

/// <summary>A gate in the life of a cycle; lint that blocks it keeps it shut.</summary>
public enum Gate { G1 = 1, G2, G3, G4 }

/// <summary>What a rule looks at.</summary>
public enum LintBasis
{
    /// <summary>What is written and what is not.</summary>
    Structure,

    /// <summary>The words; such a rule can be wrong, and is waived then.</summary>
    Text,

    /// <summary>What was measured; it speaks in <c>run</c> only.</summary>
    Data,
}

/// <summary>A rule of the method. It asks what a coach would ask; it does not police.</summary>
/// <param name="Id"><c>K01</c> to <c>K57</c>; never used for another rule.</param>
/// <param name="Severity">An error blocks <paramref name="Gate"/>, a warning shows on the sheet, information is a hint.</param>
/// <param name="Gate">The gate that an error keeps shut, or null.</param>
/// <param name="Basis">What it looks at.</param>
/// <param name="Fault">What is wrong where it fires, in one line.</param>
/// <param name="Question">The coach's question.</param>
/// <param name="Why">Why it matters, in a few sentences.</param>
/// <param name="Mend">How to make it silent, and when to waive it.</param>
public sealed record LintRule(string Id, Severity Severity, Gate? Gate, LintBasis Basis, string Fault, string Question, string Why, string Mend);
