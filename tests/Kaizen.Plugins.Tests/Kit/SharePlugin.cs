using Kaizen.Abstractions;

namespace Kaizen.Plugins.Tests.Kit;

/// <summary>A metric for the tests of the kit: the share of rows in which an expression is above a limit.</summary>
public sealed class SharePlugin : IPlugin
{
    public void Register(IPluginBuilder plugin) => plugin.Metric<ShareOptions>("share-above", "The share of rows above a limit.", o => new ShareMetric(o));
}

public sealed record ShareOptions : IValidated
{
    [Option("What is compared.")]
    public required ExpressionText Value { get; init; }

    [Option("The limit.")]
    public double Above { get; init; }

    [Option("For the kit's own tests: how it goes wrong.", Allowed = ["", "first row", "not finite", "wide table", "every period", "shared"])]
    public string Wrong { get; init; } = "";

    public void Validate(OptionFaults faults)
    {
        if (Above < 0) faults.Add(nameof(Above), "The limit is below 0.");
    }
}

internal sealed class ShareMetric(ShareOptions options) : IMetric
{
    private static readonly Dictionary<DateOnly, (double Hits, long Rows)> Shared = [];
    private readonly Dictionary<DateOnly, (double Hits, long Rows)> periods = options.Wrong == "shared" ? Shared : [];

    public IReadOnlyList<MetricInput> Inputs { get; } = [new("rows", [new(options.Value, ColumnType.Number)])];

    public void Add(int input, MetricRow row)
    {
        if (row.IsNull(0)) return;
        var (hits, rows) = periods.GetValueOrDefault(row.Period);
        if (options.Wrong == "first row" && rows > 0) return;
        periods[row.Period] = (hits + (row.Number(0) > options.Above ? 1 : 0), rows + 1);
    }

    public MetricResult Complete(MetricGrid grid)
    {
        var values = grid.Periods.Where(p => periods.ContainsKey(p.First)).Select(p => p.First);
        if (options.Wrong == "every period") values = periods.Keys;
        return new MetricResult(values.ToDictionary(p => p, p => Value(periods[p])))
        {
            Exhibits = options.Wrong == "wide table" ? [new Exhibit.Table("All", ["1", "2", "3", "4", "5", "6", "7"], [])] : [new Exhibit.BarGraph("Rows", "", [new("all", periods.Values.Sum(p => p.Rows))])],
        };
    }

    private MetricValue Value((double Hits, long Rows) of) =>
        new(options.Wrong == "not finite" ? double.NaN : of.Hits / of.Rows, of.Rows) { Numerator = of.Hits, Denominator = of.Rows };
}
