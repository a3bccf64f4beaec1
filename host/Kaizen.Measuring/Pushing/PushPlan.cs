using Kaizen.Abstractions;
using Kaizen.Core.Metrics;

namespace Kaizen.Measuring.Pushing;

/// <summary>What the aggregates of one source share: its columns, read and judged once, and why they cannot be pushed down if so.</summary>
internal sealed class PushPlan(Dialect dialect, Stages stages, LocalTime local, WorkCalendar calendar)
{
    private readonly Dictionary<(string, ColumnType), PushedColumn> columns = [];
    private readonly List<(Sql Condition, string Meaning)> guards = [];

    /// <summary>The columns that are declared as integers, which a scan reads as texts too.</summary>
    public required IReadOnlySet<string> WholeNumbers { get; init; }

    public Dialect Dialect => dialect;

    public Stages Stages => stages;

    public LocalTime Local => local;

    public WorkCalendar Calendar => calendar;

    /// <summary>Why a scan has to do it, or null while nothing speaks against SQL.</summary>
    public string? Reason { get; private set; }

    /// <summary>The number of the first thing in a row that only a scan can judge, from 1; 0 where there is none.</summary>
    public Sql Judgement => Sql.Of("CASE {0} ELSE 0 END", Sql.Join(" ", guards.Select((g, i) => Sql.Of("WHEN {0} THEN {1}", g.Condition, Sql.Whole(i + 1))).ToList()));

    public void Decline(string why) => Reason ??= why;

    /// <summary>Takes the largest judgement of some rows.</summary>
    public void Judge(long judgement)
    {
        if (judgement > 0) Decline(guards[(int)judgement - 1].Meaning);
    }

    /// <summary>Notes what must be true in no row, and what it means where it is.</summary>
    public void Guard(Sql condition, string meaning)
    {
        var column = stages.Let(condition);
        if (!guards.Exists(g => g.Condition == column)) guards.Add((column, meaning));
    }

    public Sql Column(string name, ColumnType type)
    {
        if (!columns.TryGetValue((name, type), out var column))
        {
            columns[(name, type)] = column = type == ColumnType.Text && WholeNumbers.Contains(name) ? dialect.ReadWhole(name, stages) : dialect.Read(name, type, stages, local);
            Guard(column.Bad, $"a value of column '{name}' that a scan has to judge");
        }

        return column.Value;
    }
}
