using Kaizen.Abstractions;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Expressions;
using Kaizen.Core.Lint;
using Kaizen.Core.Metrics;

namespace Kaizen.Hosting.Authoring;

/// <summary>Asks the rules of the method before anything is written: the same words decide here as on the sheet.</summary>
public static class MethodWords
{
    private static readonly SourceSpan Nowhere = new("", 1, 1);

    /// <summary>What rule K01 says of a title or a problem that names an answer, or null.</summary>
    public static string? NamesAnAnswer(string title, string? problem = null) =>
        Look(Bare with { Title = title, Problem = problem }).FirstOrDefault(h => h.Rule == "K01")?.Message;

    /// <summary>The columns that say who it was, by rule K57: comparing them with a text singles out a person.</summary>
    internal static IReadOnlySet<string> Persons(IReadOnlyList<string> columns)
    {
        var source = new SourceDefinition { Name = "table", At = Nowhere, Use = new Written("csv", Nowhere) };
        var metrics = columns.Select((column, i) =>
        {
            var quoted = $"\"{column.Replace("\"", "\"\"", StringComparison.Ordinal)}\" = 'x'";
            return RowExpression.Parse(quoted, Nowhere, new DiagnosticBag()) is { } compared
                ? new Metric { Name = $"m{i}", At = Nowhere, Source = source, Time = new Written("t", Nowhere), Measure = new Core.Metrics.Measure(Aggregate.Rate, compared, null, null) } : null;
        }).OfType<Metric>().ToList();
        if (metrics.Count == 0) return new HashSet<string>();
        var hits = Look(Bare with { Metrics = metrics, LeadMetric = metrics[0].Name }).Where(h => h.Rule == "K57").Select(h => h.Path.Split('.')[1]).ToHashSet(StringComparer.Ordinal);
        return columns.Where((_, i) => hits.Contains($"m{i}")).ToHashSet(StringComparer.Ordinal);
    }

    private static Cycle Bare { get; } = new() { Id = "new", File = "", Title = "", DefinitionHash = "" };

    private static IReadOnlyList<LintHit> Look(Cycle cycle) => Linter.Look(new LintSubject(cycle, new Loops([], []), LintSettings.Default));
}
