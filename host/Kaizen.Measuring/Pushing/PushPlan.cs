using Kaizen.Abstractions;
using Kaizen.Core.Metrics;

namespace Kaizen.Measuring.Pushing;

/// <summary>What the aggregates of one source share: its columns, read and judged once, and why they cannot be pushed down if so.</summary>
internal sealed class PushPlan(Dialect dialect, Stages stages, LocalTime local, WorkCalendar calendar)
{
    private readonly Dictionary<(string, ColumnType), PushedColumn> columns = [];
    private readonly Dictionary<Sql, string> guards = [];

    public Dialect Dialect => dialect;

    public Stages Stages => stages;

    public LocalTime Local => local;

    public WorkCalendar Calendar => calendar;

    /// <summary>Why a scan has to do it, or null while nothing speaks against SQL.</summary>
    public string? Reason { get; private set; }

    /// <summary>What must be true in no row, and what it means where it is.</summary>
    public IReadOnlyCollection<KeyValuePair<Sql, string>> Guards => guards;

    public void Decline(string why) => Reason ??= why;

    public void Guard(Sql condition, string meaning) => guards.TryAdd(stages.Let(condition), meaning);

    public Sql Column(string name, ColumnType type)
    {
        if (!columns.TryGetValue((name, type), out var column))
        {
            columns[(name, type)] = column = dialect.Read(name, type, stages, local);
            Guard(column.Bad, $"a value of column '{name}' that a scan has to judge");
        }

        return column.Value;
    }
}
