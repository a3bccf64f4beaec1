using Kaizen.Abstractions;
using Kaizen.Core.Expressions;
using Kaizen.Core.Metrics;

namespace Kaizen.Core.Lint.Rules;

/// <summary>What a metric counts: results and not activity, work and not persons.</summary>
internal static class Natures
{
    public static readonly LintCheck K56 = new(
        new LintRule("K56", Severity.Warning, null, LintBasis.Text,
            "An activity is counted as if it were the outcome.",
            "If there were twice as many of them and nothing else changed, would it have been worth it?",
            "Calls, visits and trainings are what we do. When they are the goal, there will be more of them, and nobody asks what came of it. What the customer does tells more.",
            "Lead with what the activity is for, and keep the activity as a metric with role: process. Waive it where the activity itself was asked for by the customer."),
        When.Measuring, Activities);

    public static readonly LintCheck K57 = new(
        new LintRule("K57", Severity.Warning, null, LintBasis.Text,
            "A metric points at single persons or ranks them.",
            "What would the same number tell you about the work, without the names?",
            "Who is ranked takes care of the rank. Numbers get prettier, help gets rarer, and nobody brings up a problem. A figure on a person belongs to that person and the coach.",
            "Measure a team, a product or a step of the work in place of a person. Groups have at least five people. Waive it where the person asked for it and only the two of you see it."),
        When.Measuring, Persons);

    private static readonly HashSet<string> Groups = new(StringComparer.Ordinal)
    {
        "role", "team", "group", "department", "region", "type", "kind", "count", "number", "hours", "per", "level", "status", "size", "share", "class", "segment", "unit", "years", "age", "language", "country", "office", "date", "at", "on", "time",
    };

    private static readonly WordList Ranking = new(["rank", "ranking", "league table", "leaderboard", "leader board", "best seller", "top seller", "top performer", "low performer", "worst performer", "individual performance", "each employee", "single employee", "by name"]);

    private static IEnumerable<Found> Activities(LintSubject s)
    {
        var words = s.Words();
        foreach (var m in s.Cycle.Metrics)
        {
            if (m.Name != s.Cycle.LeadMetric && !(m.Role == MetricRole.Outcome && m.Prediction is not null)) continue;
            if (IsTimeOrExtreme(m)) continue;
            var name = TextWords.OfName(m.Name);
            if (words.Outcome.First(name) is not null) continue;
            if (words.Activity.First(name) is not { } activity) continue;
            yield return new Found($"metrics.{m.Name}.role", $"'{m.Name}' counts an activity ('{string.Join(' ', name.All.Skip(activity.Start).Take(activity.Count))}') and {(m.Name == s.Cycle.LeadMetric ? "leads the cycle" : "is an outcome")}.");
        }
    }

    /// <summary>How long an activity takes is a property of the work, and no count of it.</summary>
    private static bool IsTimeOrExtreme(Metric m) =>
        m.Unit is "h" or "min" or "s" or "days" or "d" or "weeks" or "hours" or "minutes" or "working days" || m.Measure.Aggregate is Aggregate.Median or Aggregate.P90 or Aggregate.Max or Aggregate.Min;

    private static IEnumerable<Found> Persons(LintSubject s)
    {
        var lists = s.Words();
        var people = s.Cycle.People;
        var ids = people.Members.Concat([people.Owner, people.Coach, people.Sponsor, people.Partner]).OfType<string>().Select(p => p.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        foreach (var m in s.Cycle.Metrics)
        {
            if ((InExpressions(m, lists, ids) ?? InWords(m, lists, ids)) is { } found) yield return found;
        }
    }

    private static Found? InExpressions(Metric m, WordLists lists, HashSet<string> ids)
    {
        foreach (var (key, expression) in (ReadOnlySpan<(string?, RowExpression?)>)[("where", m.Measure.Where), (null, m.Measure.Value), ("ratio.over", m.Measure.Over), ("compare.where", m.Compare?.Where)])
            if (expression is not null && SinglesOut(expression, lists, ids) is { } who) return new Found($"metrics.{m.Name}.{key ?? Word(m)}", $"'{m.Name}' singles out a person: {who}.");
        return null;
    }

    private static Found? InWords(Metric m, WordLists lists, HashSet<string> ids)
    {
        var name = TextWords.OfName(m.Name);
        if (name.All.FirstOrDefault(ids.Contains) is { } id) return new Found($"metrics.{m.Name}", $"'{m.Name}' carries the name of a person, '{id}'.");
        foreach (var (words, path) in new[] { (name, $"metrics.{m.Name}"), (TextWords.Of(m.Definition), $"metrics.{m.Name}.definition") })
        {
            if (Ranking.First(words) is { } ranks) return new Found(path, $"'{m.Name}' ranks or shows persons ('{string.Join(' ', words.All.Skip(ranks.Start).Take(ranks.Count))}').");
            // 'answered by mail' tells the way, not who it was.
            for (var i = 0; i + 1 < words.Count; i++)
                if (words[i] == "by" && i + 2 >= name.Count && words == name && words[i + 1] is not ("mail" or "email") && lists.PersonColumn.At(words, i + 1) is not null) return new Found(path, $"'{m.Name}' is a figure by person ('by {words[i + 1]}').");
        }

        return null;
    }

    private static string Word(Metric m) => m.Measure.Aggregate.ToString().ToLowerInvariant();

    /// <summary>The comparison that picks a person, or null.</summary>
    private static string? SinglesOut(RowExpression expression, WordLists lists, HashSet<string> ids)
    {
        foreach (var node in RowExpression.Walk(expression.Root))
        {
            var (operand, values) = Compared(node);
            if (operand is not ExpressionNode.Column column) continue;
            var texts = values.OfType<ExpressionNode.Text>().Select(t => t.Value).ToList();
            if (texts.FirstOrDefault(t => ids.Contains(t.ToLowerInvariant())) is { } person) return $"{column.Name} is compared with '{person}'";
            if ((texts.Count > 0 || values.OfType<ExpressionNode.Number>().Any()) && IsPersonColumn(column.Name, lists)) return $"{column.Name} says who it was";
        }

        return null;
    }

    /// <summary>What a comparison compares with which values, or nothing where the node is none.</summary>
    private static (ExpressionNode? Operand, IEnumerable<ExpressionNode> Values) Compared(ExpressionNode node) => node switch
    {
        ExpressionNode.Binary { Operator: BinaryOperator.Equal or BinaryOperator.NotEqual, Left: ExpressionNode.Column } b => (b.Left, [b.Right]),
        ExpressionNode.Binary { Operator: BinaryOperator.Equal or BinaryOperator.NotEqual } b => (b.Right, [b.Left]),
        ExpressionNode.In i => (i.Operand, i.Items),
        ExpressionNode.Like l => (l.Operand, [l.Pattern]),
        _ => (null, []),
    };

    private static bool IsPersonColumn(string column, WordLists lists)
    {
        var words = TextWords.OfName(column);
        if (words.All.Any(Groups.Contains)) return false;
        var end = words[words.Count - 1] is "id" or "name" or "no" or "nr" or "email" or "mail" or "code" && words.Count > 1 ? words.Count - 1 : words.Count;
        for (var i = 0; i < end; i++)
            if (lists.PersonColumn.At(words, i) is { } match && match.Next == end) return true;
        return false;
    }
}
