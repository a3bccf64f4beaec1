using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Kaizen.Measuring.Pushing;

/// <summary>
/// The columns that a source's aggregates are reckoned from, in stages: each stage is a SELECT over the one before it, so
/// that what several aggregates need is reckoned once for a row, and a local day is not reckoned anew at each of its uses.
/// </summary>
/// <param name="relation">What stands behind FROM.</param>
/// <param name="fence">What keeps the database from merging a SELECT with the one around it.</param>
internal sealed partial class Stages(string relation, string fence)
{
    private readonly Dictionary<string, Column> byText = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Column> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<object, string> parameters = [];

    /// <summary>The values that the SQL names, by name.</summary>
    public IEnumerable<(string Name, object Value)> ParametersOf(string sql)
    {
        var used = ParameterNames().Matches(sql).Select(m => m.Value).ToHashSet(StringComparer.Ordinal);
        return parameters.Where(p => used.Contains(p.Value)).Select(p => (p.Value, p.Key));
    }

    /// <summary>A value that the SQL names and does not hold: nothing in it is read as SQL, and no digit is lost.</summary>
    public Sql Parameter(object value)
    {
        // Minus zero equals zero as a key, and is told from it by nothing that can be measured.
        if (!parameters.TryGetValue(value, out var name)) parameters[value] = name = string.Create(CultureInfo.InvariantCulture, $"@v{parameters.Count}");
        return new Sql(name);
    }

    /// <summary>Makes a column of an expression, once.</summary>
    public Sql Let(Sql expression)
    {
        if (byName.ContainsKey(expression.Text)) return expression;
        var key = string.Create(CultureInfo.InvariantCulture, $"{expression.Level} {expression.Text}");
        if (!byText.TryGetValue(key, out var column))
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"k_{byText.Count}");
            byText[key] = byName[name] = column = new Column(name, expression.Text, expression.Level + 1, NamesIn(expression.Text));
        }

        return new Sql(column.Name, column.Level, expression.Most);
    }

    /// <summary>What stands behind FROM so that all columns that some expressions use are there.</summary>
    public string From(IEnumerable<string> uses)
    {
        var last = new Dictionary<Column, int>();
        var open = new Queue<(string Name, int Until)>(uses.SelectMany(NamesIn).Select(n => (n, int.MaxValue)));
        while (open.TryDequeue(out var use))
        {
            var column = byName[use.Name];
            if (last.TryGetValue(column, out var until) && until >= use.Until) continue;
            if (!last.ContainsKey(column))
                foreach (var name in column.Uses) open.Enqueue((name, column.Level - 1));
            last[column] = use.Until;
        }

        var from = $"{relation} AS s";
        var columns = last.Keys.OrderBy(c => c.Level).ThenBy(c => c.Name, StringComparer.Ordinal).ToList();
        for (var level = 1; level <= columns[^1].Level; level++)
        {
            var here = columns.Where(c => c.Level <= level && last[c] >= level).Select(c => c.Level == level ? $"{c.Text} AS {c.Name}" : c.Name);
            from = new StringBuilder("(SELECT ").AppendJoin(", ", here).Append(" FROM ").Append(from).Append(' ').Append(fence).Append(") AS s").ToString();
        }

        return from;
    }

    private IReadOnlyList<string> NamesIn(string text) => [.. ColumnNames().Matches(text).Select(m => m.Value).Where(byName.ContainsKey).Distinct(StringComparer.Ordinal)];

    [GeneratedRegex(@"\bk_\d+\b", RegexOptions.CultureInvariant)]
    private static partial Regex ColumnNames();

    [GeneratedRegex(@"@v\d+\b", RegexOptions.CultureInvariant)]
    private static partial Regex ParameterNames();

    private sealed record Column(string Name, string Text, int Level, IReadOnlyList<string> Uses);
}
