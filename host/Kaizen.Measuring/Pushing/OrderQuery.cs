using System.Globalization;
using Kaizen.Core.Metrics;
using Kaizen.Measuring.Tallies;

namespace Kaizen.Measuring.Pushing;

/// <summary>Finds medians and 90th percentiles: of each group the one or two values that a scan would take them from.</summary>
/// <param name="stages">The columns.</param>
/// <param name="tally">What the values are of.</param>
/// <param name="key">Which group a row is in.</param>
internal sealed class OrderQuery(Stages stages, PushedTally tally, Sql key)
{
    /// <summary>The quantile of each group of which it is known how many values it has.</summary>
    public async ValueTask<Dictionary<int, double>> RunAsync(DatabaseSession session, IEnumerable<(int Key, long Count)> groups)
    {
        var counts = groups.Where(g => g.Count > 0).ToDictionary(g => g.Key, g => g.Count);
        if (counts.Count == 0) return [];
        var wanted = counts.SelectMany(g => PlacesOf(g.Value).Select(p => string.Create(CultureInfo.InvariantCulture, $"({g.Key}, {p})")));
        var value = tally.Value.Text;
        var from = stages.From([value, key.Text]);
        var sql = $"SELECT g, v FROM (SELECT {key.Text} AS g, {value} AS v, ROW_NUMBER() OVER (PARTITION BY {key.Text} ORDER BY {value}) AS r FROM {from} WHERE {value} IS NOT NULL) AS o"
            + $" WHERE (g, r) IN (VALUES {string.Join(", ", wanted)})";
        var found = await session.ReadAsync(sql, stages, r => (Key: r.GetInt32(0), Value: r.GetDouble(1))).ConfigureAwait(false);
        return found.GroupBy(f => f.Key).ToDictionary(g => g.Key, g => Quantile(counts[g.Key], g.Min(f => f.Value), g.Max(f => f.Value)));
    }

    /// <summary>The places among the ordered values, from 1.</summary>
    private IEnumerable<long> PlacesOf(long count)
    {
        var tenths = (count - 1) * (tally.Aggregate == Aggregate.P90 ? 9 : 5);
        var place = (tenths / 10) + 1;
        return tenths % 10 == 0 ? [place] : [place, place + 1];
    }

    private double Quantile(long count, double low, double high) =>
        tally.Aggregate == Aggregate.P90 ? Selection.P90(count, low, high) : count % 2 == 1 ? low : Selection.Middle(low, high);
}
