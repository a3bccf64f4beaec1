using System.Data.Common;

namespace Kaizen.Measuring.Pushing;

/// <summary>Aggregates over groups of rows.</summary>
/// <param name="stages">The columns.</param>
/// <param name="key">Which group a row is in, a whole number or null.</param>
/// <param name="among">Which rows are looked at, or null for all.</param>
internal sealed class GroupQuery(Stages stages, Sql key, string? among = null)
{
    private readonly List<string> aggregates = [];

    /// <summary>Asks for an aggregate, once; its place among the results comes back.</summary>
    public int Ask(string aggregate)
    {
        var at = aggregates.IndexOf(aggregate);
        if (at >= 0) return at;
        aggregates.Add(aggregate);
        return aggregates.Count - 1;
    }

    /// <summary>The aggregates of each group; null is a group too.</summary>
    public async ValueTask<List<(int? Key, object?[] Values)>> RunAsync(DatabaseSession session)
    {
        var from = stages.From([.. aggregates, key.Text, among ?? ""]);
        var where = among is null ? "" : $" WHERE {among}";
        return await session.ReadAsync($"SELECT {string.Join(", ", aggregates.Prepend(key.Text))} FROM {from}{where} GROUP BY 1", stages, Read).ConfigureAwait(false);
    }

    private (int? Key, object?[] Values) Read(DbDataReader reader)
    {
        var values = new object?[aggregates.Count];
        for (var i = 0; i < values.Length; i++) values[i] = reader.IsDBNull(i + 1) ? null : reader.GetValue(i + 1);
        return (reader.IsDBNull(0) ? null : reader.GetInt32(0), values);
    }
}
