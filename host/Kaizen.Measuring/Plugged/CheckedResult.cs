using System.Globalization;
using Kaizen.Abstractions;
using Kaizen.Core.Plugins;

namespace Kaizen.Measuring.Plugged;

/// <summary>What a metric found, copied while the plugin still has the word and held against the contract.</summary>
internal sealed record CheckedResult(Dictionary<DateOnly, MetricValue> Values, MetricValue? Before, MetricValue? After, IReadOnlyList<Exhibit> Exhibits)
{
    private const int MostExhibits = 6;
    private const int MostRows = 12;
    private const int MostColumns = 6;
    private const int LongestText = 80;

    /// <summary>How far a value may lie from its numerator by its denominator: rounding, and nothing more.</summary>
    private const double Closeness = 1e-6;

    /// <summary>More rows than any machine reads; sums of them stay within a long.</summary>
    private const long MostRowsBehind = 1_000_000_000_000;

    /// <exception cref="ContractException">It is not what the contract says.</exception>
    public static CheckedResult Of(MetricResult? result, MetricGrid grid, Redaction redaction)
    {
        if (result?.Values is null) throw new ContractException("it gave no result");
        var periods = grid.Periods.Select(p => p.First).ToHashSet();
        var values = new Dictionary<DateOnly, MetricValue>();
        foreach (var (first, value) in result.Values)
        {
            if (!periods.Contains(first)) throw new ContractException($"it gave a value for {Iso(first)}, which is the first day of no period");
            Check(value, $"in {Iso(first)}");
            if (!values.TryAdd(first, value)) throw new ContractException($"it gave two values for {Iso(first)}");
        }

        if (result.Before is not null) Check(result.Before, "before");
        if (result.After is not null) Check(result.After, "after");
        return new CheckedResult(values, result.Before, result.After, [.. (result.Exhibits ?? []).Take(MostExhibits + 1).Select((e, i) => Checked(e, i, redaction))]);
    }

    private static void Check(MetricValue value, string where)
    {
        if (value is null) throw new ContractException($"its value {where} is null");
        if (value.Rows is < 0 or > MostRowsBehind) throw new ContractException(string.Create(CultureInfo.InvariantCulture, $"its value {where} rests on {value.Rows} rows"));
        foreach (var number in new[] { value.Value, value.Numerator, value.Denominator })
            if (number is { } n && !double.IsFinite(n)) throw new ContractException(string.Create(CultureInfo.InvariantCulture, $"its value {where} is {n}, which is no finite number"));
        if (value.Numerator is null != value.Denominator is null) throw new ContractException($"its value {where} has only one of numerator and denominator");
        if (value is { Value: { } quotient, Numerator: { } above, Denominator: { } below } && !(Math.Abs(quotient - (above / below)) <= Closeness * Math.Max(1, Math.Abs(quotient))))
            throw new ContractException(string.Create(CultureInfo.InvariantCulture, $"its value {where} is {quotient}, which is not {above} / {below}"));
    }

    private static Exhibit Checked(Exhibit exhibit, int index, Redaction redaction)
    {
        // Cut off in its middle, a secret would not be known again.
        string Short(string? text) => Cut(redaction.Clean(text ?? ""));
        if (index >= MostExhibits) throw new ContractException($"it gave more than {MostExhibits} exhibits");
        switch (exhibit)
        {
            case Exhibit.Table table:
                if (table.Columns is not { Count: > 0 and <= MostColumns }) throw new ContractException($"the table '{table.Title}' has no columns, or more than {MostColumns}");
                if (table.Rows is not { Count: <= MostRows } || table.Rows.Any(r => r is null || r.Count != table.Columns.Count))
                    throw new ContractException($"the table '{table.Title}' has more than {MostRows} rows, or a row of another length than its head");
                return new Exhibit.Table(Short(table.Title), [.. table.Columns.Select(Short)], [.. table.Rows.Select(r => (IReadOnlyList<string>)[.. r.Select(Short)])]);
            case Exhibit.BarGraph graph:
                if (graph.Bars is not { Count: > 0 and <= MostRows } || graph.Bars.Any(b => b is null || !double.IsFinite(b.Value)))
                    throw new ContractException($"the graph '{graph.Title}' has no bars, more than {MostRows}, or one that is no finite number");
                return new Exhibit.BarGraph(Short(graph.Title), Short(graph.Unit), [.. graph.Bars.Select(b => new ExhibitBar(Short(b.Label), b.Value))]);
            default:
                throw new ContractException("it gave an exhibit that is none");
        }
    }

    private static string Cut(string text) => text.Length <= LongestText ? text : string.Concat(text.AsSpan(0, LongestText - 1), "…");

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
