using Kaizen.Core.Metrics;

namespace Kaizen.Hosting.Authoring;

/// <summary>Numbers that stand in the table themselves, and how many rows there are.</summary>
internal static class Figures
{
    private const int MostRatios = 3;

    /// <summary>Of a table with a row for each event.</summary>
    public static IEnumerable<Proposal> OfRows(TableLook table)
    {
        var rank = 62.0;
        foreach (var column in Numbers(table))
        {
            var name = Words.Name(column.Name);
            var (better, size) = (Words.IsBad(column.Name) || Words.TakesTime(column.Name) ? Better.Lower : Better.Higher, Words.IsAmount(column.Name));
            // A few large values pull a mean far away from what is usual.
            var skewed = Skewed(column);
            yield return new Proposal(
                $"{name}_{(skewed ? "median" : "mean")}", new ProposedMeasure(skewed ? "median" : "mean", column.Expression),
                $"{column.Name} of a row; {(skewed ? "median" : "mean")} of the {{per}}.")
            { Rank = rank, Better = better };
            if (size)
                yield return new Proposal($"{name}_sum", new ProposedMeasure("sum", column.Expression), $"{column.Name} of all rows of the {{per}}, added up.") { Rank = rank - 6, Better = better };
            rank -= 2;
        }
    }

    /// <summary>Of a table that holds one row for each week, month or day.</summary>
    public static IEnumerable<Proposal> OfPeriods(TableLook table, Period step)
    {
        var per = step == Period.Month ? Period.Month : Period.Week;
        var numbers = Numbers(table).ToList();
        var rank = 80.0;
        foreach (var column in numbers)
        {
            yield return new Proposal(Words.Name(column.Name), new ProposedMeasure("mean", column.Expression), step == Period.Day ? $"{column.Name} a day; mean of the {{per}}." : $"{column.Name} of the {{per}}.")
            {
                Rank = rank,
                Better = Words.IsBad(column.Name) || Words.TakesTime(column.Name) ? Better.Lower : Better.Higher,
                Per = per,
            };
            rank -= 2;
        }

        foreach (var (part, whole) in numbers.SelectMany(a => numbers.Where(b => b != a).Select(b => (Part: a, Whole: b))).Where(p => IsPart(p.Part, p.Whole)).Take(MostRatios))
        {
            yield return new Proposal(
                Words.Name($"{part.Name}_per_{whole.Name}"), new ProposedMeasure("ratio", part.Expression, whole.Expression),
                $"{part.Name} of the {{per}} over {whole.Name} of the {{per}}.")
            {
                Rank = rank -= 2,
                Better = Words.IsBad(part.Name) ? Better.Lower : Better.Higher,
                Per = per,
                Unit = Quantity.Share,
            };
        }
    }

    public static Proposal Count(TableLook table)
    {
        var what = Words.Name(Path.GetFileNameWithoutExtension(table.File));
        return new Proposal($"{what}_count", new ProposedMeasure("count", "rows"), "Rows of the {per}, counted.") { Rank = 30, Better = Words.IsBad(what) ? Better.Lower : Better.Higher };
    }

    private static IEnumerable<ColumnLook> Numbers(TableLook table) =>
        table.Columns.Where(c => c.Kind == ColumnKind.Number && c.Numbers.OfType<double>().Distinct().Take(2).Count() == 2);

    /// <summary>Whether one column counts some of what the other counts: never more, and whole numbers on both sides.</summary>
    private static bool IsPart(ColumnLook part, ColumnLook whole)
    {
        var pairs = part.Numbers.Zip(whole.Numbers).Where(p => p is { First: not null, Second: not null }).Select(p => (Part: p.First!.Value, Whole: p.Second!.Value)).ToList();
        return pairs.Count >= 8
            && pairs.TrueForAll(p => p.Part >= 0 && p.Part <= p.Whole && double.IsInteger(p.Part) && double.IsInteger(p.Whole))
            && pairs.Sum(p => p.Part) is > 0 and var parts && parts >= 0.005 * pairs.Sum(p => p.Whole);
    }

    private static bool Skewed(ColumnLook column)
    {
        var values = column.Numbers.OfType<double>().Order().ToList();
        var (median, mean, quarter) = (values[values.Count / 2], values.Average(), values[values.Count * 3 / 4] - values[values.Count / 4]);
        return Math.Abs(mean - median) > 0.2 * quarter;
    }
}
