using Kaizen.Core.Metrics;

namespace Kaizen.Hosting.Authoring;

/// <summary>How rows ended, where a column says so in a few texts or with yes and no.</summary>
internal static class Outcomes
{
    private const double SmallestShare = 0.02;

    public static IEnumerable<Proposal> Of(TableLook table, ColumnLook time)
    {
        foreach (var column in table.Columns)
        {
            if (column.Kind == ColumnKind.Flag) yield return Flag(column);
            if (column.Kind == ColumnKind.Category) foreach (var proposal in Values(column)) yield return proposal;
        }
    }

    private static Proposal Flag(ColumnLook column)
    {
        var what = Words.Subject(column.Name);
        return new Proposal(Words.Name(what), new ProposedMeasure("rate", column.Expression), $"Share of the rows of a {{per}} in which {column.Name} is yes.")
        {
            Rank = 70,
            Better = Words.IsBad(what) ? Better.Lower : Better.Higher,
        };
    }

    private static IEnumerable<Proposal> Values(ColumnLook column)
    {
        var filled = column.Values.Where(v => v.Length > 0).ToList();
        var counts = filled.CountBy(v => v).Where(v => v.Value >= filled.Count * SmallestShare && v.Value < filled.Count).OrderByDescending(v => v.Value).Select(v => v.Key).ToList();
        // The end that people work for, then the one that they work against; where the words tell neither, the most frequent text.
        var chosen = counts.Where(Words.IsGood).Take(1).Concat(counts.Where(Words.IsBad).Take(1)).ToList();
        var known = chosen.Count > 0;
        if (!known && Words.SaysHowItEnded(column.Name)) chosen = [.. counts.Take(1)];
        var rank = Words.SaysHowItEnded(column.Name) ? 82.0 : 68;
        foreach (var value in chosen)
        {
            yield return new Proposal(
                Words.Name($"{value}_share"),
                new ProposedMeasure("rate", $"{column.Expression} = '{value.Replace("'", "''", StringComparison.Ordinal)}'"),
                $"Share of the rows of a {{per}} in which {column.Name} is '{value}'.")
            {
                Rank = known ? rank : 40,
                Better = Words.IsBad(value) ? Better.Lower : Better.Higher,
            };
            rank -= 12;
        }
    }
}
