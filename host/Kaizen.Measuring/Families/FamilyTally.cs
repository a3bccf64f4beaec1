using System.Globalization;
using Kaizen.Abstractions;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Metrics;
using Kaizen.Measuring.Expressions;
using Kaizen.Measuring.Rows;
using Kaizen.Measuring.Scanning;

namespace Kaizen.Measuring.Families;

/// <summary>Gathers the values of one family while the rows go by.</summary>
internal sealed class FamilyTally
{
    /// <summary>Beyond this a number cannot be told from its neighbour.</summary>
    private const double LargestWhole = 1L << 53;

    private readonly Cycle file;
    private readonly Family family;
    private readonly ColumnType type = ColumnType.Text;
    private readonly int split;
    private readonly List<(int Ordinal, string Column, long Cut)> times = [];
    private readonly DiagnosticBag faults = new();
    private readonly Dictionary<string, long> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<double, long> numbers = [];
    private readonly Dictionary<bool, long> flags = [];
    private double? fraction;
    private long without;

    /// <param name="file">The family.</param>
    /// <param name="schema">The source's columns; a type is null where it follows from use.</param>
    /// <param name="columns">Receives the columns that are needed; none where the family does not fit the source.</param>
    /// <param name="cutOf">The instant in ticks from which on a metric's rows are not counted yet.</param>
    public FamilyTally(Cycle file, IReadOnlyDictionary<string, ColumnType?> schema, ColumnSet columns, Func<Metric, long> cutOf)
    {
        this.file = file;
        family = file.Each!;
        var name = family.Source.Name;
        var metrics = file.Metrics.Where(m => m.Source.Name == name).DistinctBy(m => m.Time.Text).ToList();
        foreach (var (column, at) in metrics.Select(m => (m.Time.Text, m.Time.At)).Prepend((family.Split.Text, family.Split.At)))
            if (!schema.ContainsKey(column)) faults.Add(Catalogue.UnknownColumn.Hinting(Nearest.Hint(column, schema.Keys.ToList()), at, name, column));
        if (faults.HasErrors) return;

        type = schema[family.Split.Text] ?? Shown(schema) ?? ColumnType.Text;
        if (type == ColumnType.Time)
        {
            Refuse("points in time");
            return;
        }

        split = columns.OrdinalOf(family.Split.Text, type);
        times = metrics.ConvertAll(m => (columns.OrdinalOf(m.Time.Text, ColumnType.Time), m.Time.Text, cutOf(m)));
    }

    /// <summary>Whether there is anything to read for it.</summary>
    public bool Reads => !faults.HasErrors;

    public void Add(Row row)
    {
        var first = long.MaxValue;
        foreach (var (ordinal, _, cut) in times)
            if (!row.Nulls[ordinal] && row.Ticks[ordinal] < cut && row.Ticks[ordinal] < first) first = row.Ticks[ordinal];
        if (first == long.MaxValue || row.AnyRefused && row.Refused[split]) return;
        if (row.Nulls[split]) without++;
        else if (type == ColumnType.Number) AddNumber(row.Numbers[split], first);
        else if (type == ColumnType.Flag) Keep(flags, row.Flags[split], first);
        else if (string.IsNullOrWhiteSpace(row.Texts[split])) without++;
        else Keep(texts, row.Texts[split], first);
    }

    /// <summary>What came of it.</summary>
    /// <param name="asOf">The date that is looked from.</param>
    /// <param name="refusedIn">What was refused in a column, or null where nothing was.</param>
    public FamilyReading Conclude(DateOnly asOf, Func<int, RefusedColumn?> refusedIn)
    {
        var values = texts.Select(t => new FamilyValue(t.Key, ColumnType.Text, t.Value))
            .Concat(numbers.Select(n => new FamilyValue(n.Key.ToString("0", CultureInfo.InvariantCulture), ColumnType.Number, n.Value)))
            .Concat(flags.Select(f => new FamilyValue(f.Key ? "true" : "false", ColumnType.Flag, f.Value))).ToList();
        var (at, column, source) = (family.Split.At, family.Split.Text, family.Source.Name);
        if (fraction is { } value) Refuse($"the number {value.ToString(CultureInfo.InvariantCulture)}");
        // Texts that are dates, all of them, would be compared as points in time.
        else if (texts.Count > 0 && texts.Keys.All(t => TimeLiteral.TryParse(t, out _))) Refuse("dates");
        else if (values.Count > FamilyMembers.Most) faults.Add(Catalogue.FamilyTooLarge.At(at, column, source, FamilyMembers.Most));
        if (!faults.HasErrors && without > 0) faults.Add(Catalogue.FamilyRowsWithout.At(at, without == 1 ? "1 row" : string.Create(CultureInfo.InvariantCulture, $"{without:#,0} rows"), source, column, file.Id));
        // Where there are loops, each of them hears of its refused values when it is measured.
        if (!faults.HasErrors && values.Count == 0 && !family.Source.LeaveOutBadRows)
            foreach (var (ordinal, name) in times.Select(t => (t.Ordinal, t.Column)).Prepend((split, column)))
                if (refusedIn(ordinal) is { } refused) faults.Add(RefusedLines.Told(family.Source, name, refused));
        if (!faults.HasErrors && values.Count == 0) faults.Add(Catalogue.FamilyEmpty.At(at, source, column, asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), file.Id));
        return new FamilyReading(file.Id, faults.HasErrors ? null : values, [.. faults.All.Select(d => d with { Cycle = file.Id })]);
    }

    /// <summary>The type that the metrics' own expressions show of the column, or null.</summary>
    private ColumnType? Shown(IReadOnlyDictionary<string, ColumnType?> schema) =>
        file.Metrics.Where(m => m.Source.Name == family.Source.Name).Select(m => TallyFactory.TypesOf(m, schema).Of(family.Split.Text)).FirstOrDefault(t => t is not null);

    private void AddNumber(double number, long first)
    {
        if (Math.Floor(number) != number || Math.Abs(number) > LargestWhole) fraction ??= number;
        // Zero and minus zero are one value.
        else Keep(numbers, number + 0.0, first);
    }

    // One more than are allowed tells that there are too many.
    private static void Keep<T>(Dictionary<T, long> seen, T value, long first) where T : notnull
    {
        if (seen.TryGetValue(value, out var known))
        {
            if (first < known) seen[value] = first;
        }
        else if (seen.Count <= FamilyMembers.Most)
        {
            seen[value] = first;
        }
    }

    private void Refuse(string what) => faults.Add(Catalogue.FamilyColumnType.At(family.Split.At, family.Split.Text, family.Source.Name, what));
}
