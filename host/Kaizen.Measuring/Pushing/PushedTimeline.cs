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

    /// <summary>Aggregates by slot. Looks at the same time for values that only a scan can judge.</summary>
    /// <returns>False where there are some; the plan then says why.</returns>
    public async ValueTask<bool> ReadSlotsAsync(DatabaseSession session)
    {
        var query = new GroupQuery(plan.Stages, Slot);
        var (rows, first) = (query.Ask("COUNT(*)"), query.Ask($"MIN({time.Text})"));
        var late = query.Ask(string.Create(CultureInfo.InvariantCulture, $"COUNT(CASE WHEN {time.Text} >= {known} THEN 1 END)"));
        var guards = plan.Guards.Select(g => (Place: query.Ask($"COUNT(CASE WHEN {g.Key.Text} THEN 1 END)"), Meaning: g.Value)).ToList();
        var readers = Tallies.ConvertAll(t => (Tally: t, Read: t.AskIn(query)));
        foreach (var tally in Tallies) (cells[tally], sets[tally]) = ([], []);
        foreach (var (day, values) in await query.RunAsync(session).ConfigureAwait(false))
        {
            foreach (var guard in guards)
                if ((long)values[guard.Place]! > 0) plan.Decline(guard.Meaning);
            Rows += (long)values[rows]!;
            if (day is not { } slot)
            {
                WithoutTime += (long)values[rows]!;
                continue;
            }

            AfterKnown += (long)values[late]!;
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
        var query = new GroupQuery(plan.Stages, key, $"{key.Text} IS NOT NULL");
        var readers = tallies.ConvertAll(t => (Tally: t, Read: t.AskIn(query)));
        var found = tallies.ToDictionary(t => t, _ => new Dictionary<int, Cell>());
        foreach (var (group, values) in await query.RunAsync(session).ConfigureAwait(false))
            foreach (var (tally, read) in readers) found[tally][group!.Value] = read(values);
        foreach (var (tally, byGroup) in found)
        {
            if (tally.IsOrder)
            {
                var quantiles = await new OrderQuery(plan.Stages, tally, key).RunAsync(session, byGroup.Select(g => (g.Key, g.Value.Count))).ConfigureAwait(false);
                foreach (var (group, value) in quantiles) byGroup[group] = byGroup[group] with { First = value };
            }

            // One slot by itself has its own cell.
            sets[tally].AddRange(byGroup.Where(g => asked[g.Key].Length > 1).Select(g => (asked[g.Key], g.Value)));
        }
    }

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
