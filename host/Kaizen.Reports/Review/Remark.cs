using Kaizen.Abstractions;
using Kaizen.Core.Cycles;
using Kaizen.Core.Lint;

namespace Kaizen.Reports.Review;

/// <summary>Something that a person should look at in a file: a fault of the text, or what the method asks.</summary>
/// <param name="Code">Code of the message (<c>KZ2003</c>) or of the rule (<c>K26</c>).</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">One sentence.</param>
/// <param name="At">Where, or null where no place in a file can be named.</param>
public sealed record Remark(string Code, Severity Severity, string Message, SourceSpan? At)
{
    /// <summary>The way out of a fault, or the coach's question of a rule.</summary>
    public string? Hint { get; init; }

    public string? Cycle { get; init; }

    /// <summary>The gate that an open rule keeps shut, or null.</summary>
    public Gate? Gate { get; init; }

    /// <summary>Why the team accepts it, or null.</summary>
    public Waiver? Waived { get; init; }

    /// <summary>Whether it is a rule of the method rather than a fault.</summary>
    public bool IsLint { get; init; }
}

/// <summary>Puts faults and lint into one list for people and for review tools.</summary>
public static class Remarks
{
    /// <summary>In the order of file, place and code, which is the same for the same files.</summary>
    public static IReadOnlyList<Remark> Of(IEnumerable<Diagnostic> diagnostics, IEnumerable<(Cycle Cycle, IReadOnlyList<LintHit> Hits)> lint) =>
    [
        // By file first: sorted as one, ten thousand files would compare their names a million times.
        .. diagnostics.Select(d => new Remark(d.Code, d.Severity, d.Message, d.Span) { Hint = d.Hint, Cycle = d.Cycle })
            .Concat(lint.SelectMany(l => l.Hits.Select(h => Of(l.Cycle, h))))
            .GroupBy(r => r.At?.File).OrderBy(g => g.Key, StringComparer.Ordinal)
            .SelectMany(g => g.OrderBy(r => r.At?.Line).ThenBy(r => r.At?.Column).ThenBy(r => r.Code, StringComparer.Ordinal).ThenBy(r => r.Message, StringComparer.Ordinal)),
    ];

    private static Remark Of(Cycle cycle, LintHit hit) => new(hit.Rule, hit.Severity, hit.Message, cycle.Places.Of(hit.Path))
    {
        Hint = LintRules.ById[hit.Rule].Question,
        Cycle = cycle.Id,
        Gate = hit.Gate,
        Waived = hit.Waived,
        IsLint = true,
    };
}
