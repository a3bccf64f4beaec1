using System.Globalization;
using Kaizen.Core.Metrics;

namespace Kaizen.Measuring.Pushing;

/// <summary>The tallies over one time column with slots of one length, aggregated in the database.</summary>
/// <param name="plan">The columns.</param>
/// <param name="time">The time column.</param>
/// <param name="period">The length of a slot.</param>
/// <param name="known">The first instant that the source does not tell any more.</param>
internal sealed class PushedTimeline(PushPlan plan, Sql time, Period period, long known)
{
    private readonly Dictionary<PushedTally, Dictionary<int, Cell>> cells = [];
    private readonly Dictionary<PushedTally, List<(int[] Days, Cell Cell)>> sets = [];
    private int[] days = [];

    public List<PushedTally> Tallies { get; } = [];

    /// <summary>Rows of the source.</summary>
    public long Rows { get; private set; }

    public long WithoutTime { get; private set; }

    public long AfterKnown { get; private set; }

    /// <summary>The earliest instant of any row; <see cref="long.MaxValue"/> where there is none.</summary>
    public long Earliest { get; private set; } = long.MaxValue;

    private Sql Slot => plan.Local.SlotOf(time, period);

    /// <summary>Aggregates by slot.</summary>
    /// <param name="session">The database.</param>
    /// <param name="judges">Whether to look at the same time for values that only a scan can judge.</param>
    /// <returns>False where there are some; the plan then says why.</returns>
    public async ValueTask<bool> ReadSlotsAsync(DatabaseSession session, bool judges)
    {
        var query = new GroupQuery(plan.Stages, Slot);
        var (rows, first) = (query.Ask("COUNT(*)"), query.Ask($"MIN({time.Text})"));
        var late = known == long.MaxValue ? -1 : query.Ask(string.Create(CultureInfo.InvariantCulture, $"COUNT(CASE WHEN {time.Text} >= {known} THEN 1 END)"));
        var judged = judges ? query.Ask($"MAX({plan.Judgement.Text})") : -1;
        var readers = Tallies.ConvertAll(t => (Tally: t, Read: t.AskIn(query)));
        foreach (var tally in Tallies) (cells[tally], sets[tally]) = ([], []);
        foreach (var (day, values) in await query.RunAsync(session).ConfigureAwait(false))
        {
            if (judges) plan.Judge((long)values[judged]!);
            Rows += (long)values[rows]!;
            if (day is not { } slot)
            {
                WithoutTime += (long)values[rows]!;
                continue;
            }

            AfterKnown += late < 0 ? 0 : (long)values[late]!;
            Earliest = Math.Min(Earliest, (long)values[first]!);
            foreach (var (tally, read) in readers) cells[tally][slot] = read(values);
        }

        days = cells.Count == 0 ? [] : [.. cells.First().Value.Keys.Order()];
        return plan.Reason is null;
    }

    /// <summary>Finds what the aggregates by slot do not tell: quantiles, and values over several slots taken together.</summary>
    /// <param name="session">The database.</param>
    /// <param name="pooled">By tally: the slots that are taken together, in groups that have none in common.</param>
    public async ValueTask ReadRestAsync(DatabaseSession session, ILookup<PushedTally, IReadOnlyList<int[]>> pooled)
    {
        foreach (var tally in Tallies.Where(t => t.IsOrder))
        {
            var found = await new OrderQuery(plan.Stages, tally, Slot).RunAsync(session, cells[tally].Select(c => (c.Key, c.Value.Count))).ConfigureAwait(false);
            foreach (var (day, value) in found) cells[tally][day] = cells[tally][day] with { First = value };
        }

        var groups = Tallies.SelectMany(t => pooled[t].Select(g => (Tally: t, Groups: g))).ToLookup(p => string.Join('|', p.Groups.Select(g => string.Join(',', g))));
        foreach (var group in groups)
        {
            var asked = group.First().Groups;
            var tallies = group.Select(g => g.Tally).Where(t => asked.Any(g => !Cell.CanPool(t.Aggregate, CellsOf(t, g)))).Distinct().ToList();
            if (tallies.Count > 0) await ReadSetsAsync(session, asked, tallies).ConfigureAwait(false);
        }
    }

    /// <summary>Hands the tallies what was found, in place of rows.</summary>
    public void Conclude()
    {
        if (Tallies.Count == 0 || days.Length == 0) return;
        var grid = Tallies[0].Asked.Tally.Grid;
        var numbers = new Dictionary<int, int>();
        foreach (var day in days)
        {
            // The earliest row enters its slot by itself, the other slots by their beginning.
            grid.MoveTo(Math.Max(Earliest, plan.Calendar.StartOf(DateOnly.FromDayNumber(day)).Ticks));
            numbers[day] = grid.Current;
        }

        foreach (var tally in Tallies)
        {
            var slots = cells[tally].ToDictionary(c => numbers[c.Key], c => c.Value);
            tally.Asked.Tally.Aggregated = new Aggregated(tally.Aggregate, slots, sets[tally].ConvertAll(s => (Array.ConvertAll(s.Days, d => numbers[d]), s.Cell)));
        }
    }

    /// <summary>The days on which slots with rows begin.</summary>
    public IReadOnlySet<int> Days => days.ToHashSet();

    private List<Cell> CellsOf(PushedTally tally, int[] slots) => [.. slots.Select(d => cells[tally][d])];

    private async ValueTask ReadSetsAsync(DatabaseSession session, IReadOnlyList<int[]> asked, List<PushedTally> tallies)
    {
        var slot = plan.Stages.Let(Slot);
        var arms = asked.Select((g, i) => (Slots: g, Number: i)).Where(g => g.Slots.Length > 0)
            .Select(g => string.Create(CultureInfo.InvariantCulture, $"WHEN {Within(slot.Text, g.Slots)} THEN {g.Number}"));
        var key = plan.Stages.Let(new Sql($"CASE {string.Join(' ', arms)} END", slot.Level));
        foreach (var tally in tallies.Where(t => t.IsOrder))
        {
            var together = asked.Select(g => Cell.Pool(tally.Aggregate, CellsOf(tally, g))).ToList();
            var quantiles = await new OrderQuery(plan.Stages, tally, key).RunAsync(session, together.Select((c, i) => (i, c.Count))).ConfigureAwait(false);
            Keep(tally, asked, together.Select((c, i) => (i, c with { First = quantiles.TryGetValue(i, out var v) ? v : null })));
        }

        if (tallies.TrueForAll(t => t.IsOrder)) return;
        var query = new GroupQuery(plan.Stages, key, $"{key.Text} IS NOT NULL");
        var readers = tallies.Where(t => !t.IsOrder).Select(t => (Tally: t, Read: t.AskIn(query))).ToList();
        var found = await query.RunAsync(session).ConfigureAwait(false);
        foreach (var (tally, read) in readers) Keep(tally, asked, found.Select(f => (f.Key!.Value, read(f.Values))));
    }

    /// <summary>One slot by itself has its own cell.</summary>
    private void Keep(PushedTally tally, IReadOnlyList<int[]> asked, IEnumerable<(int Group, Cell Cell)> found) =>
        sets[tally].AddRange(found.Where(f => asked[f.Group].Length > 1).Select(f => (asked[f.Group], f.Cell)));

    /// <summary>Whether a row is in one of some slots, told by ranges that hold no other slot with rows.</summary>
    private string Within(string slot, int[] slots)
    {
        var places = Array.ConvertAll(slots, d => Array.BinarySearch(days, d));
        var ranges = new List<string>();
        for (int i = 0, start = 0; i < places.Length; i++)
        {
            if (i + 1 < places.Length && places[i + 1] == places[i] + 1) continue;
            ranges.Add(string.Create(CultureInfo.InvariantCulture, $"{slot} BETWEEN {slots[start]} AND {slots[i]}"));
            start = i + 1;
        }

        return string.Join(" OR ", ranges);
    }
}
