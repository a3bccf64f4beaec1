using Kaizen.Abstractions;
using Kaizen.Core.Cycles;

namespace Kaizen.Core.Lint;

/// <summary>A rule that fires in a cycle.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Severity">How much it matters here.</param>
/// <param name="Gate">The gate that it keeps shut, or null.</param>
/// <param name="Message">What is wrong here, one sentence with its full stop, naming what was written.</param>
/// <param name="Path">The key that a person will change, see <see cref="Places"/>; one that is missing is named as it would be written.</param>
public sealed record LintHit(string Rule, Severity Severity, Gate? Gate, string Message, string Path)
{
    /// <summary>Why the team accepts it, or null where it is open.</summary>
    public Waiver? Waived { get; init; }
}
