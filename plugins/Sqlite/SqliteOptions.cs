using Kaizen.Abstractions;

namespace Kaizen.Plugin.Sqlite;

/// <summary>What may stand under <c>with:</c>.</summary>
public sealed record SqliteOptions : IValidated
{
    [Option("The database file.")]
    public required FilePath Path { get; init; }

    [Option("The table or view whose rows are read.")]
    public string? Table { get; init; }

    [Option("A SELECT whose rows are read, in the place of a table.")]
    public string? Query { get; init; }

    [Option("For how many seconds to wait while another program writes; default 30.")]
    public int WaitSeconds { get; init; } = 30;

    [Option("Whether SQLite aggregates for itself where that gives the same numbers; default true.")]
    public bool PushDown { get; init; } = true;

    /// <inheritdoc/>
    public void Validate(OptionFaults faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        if (Table is null && Query is null) faults.Add(nameof(Table), "Nobody says which rows are read.", "write 'table:' or 'query:' under 'with:'");
        if (Table is not null && Query is not null) faults.Add(nameof(Query), "A source reads a table or a query.", "keep one of the two");
        if (Table is { Length: 0 }) faults.Add(nameof(Table), "A table has a name.");
        if (Query is not null && !Query.TrimStart().StartsWith("select", StringComparison.OrdinalIgnoreCase) && !Query.TrimStart().StartsWith("with", StringComparison.OrdinalIgnoreCase))
            faults.Add(nameof(Query), "Only a SELECT gives rows.", "begin with SELECT, or with WITH");
        else if (Query is not null && QueryCheck.FaultOf(Query) is var (message, hint))
            faults.Add(nameof(Query), message, hint);
        if (WaitSeconds is < 0 or > 3600) faults.Add(nameof(WaitSeconds), "It is a number of seconds, at most an hour.", "30, for example");
    }
}
