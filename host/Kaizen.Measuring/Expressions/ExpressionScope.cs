using Kaizen.Abstractions;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Expressions;
using Kaizen.Measuring.Grids;
using Kaizen.Measuring.Rows;

namespace Kaizen.Measuring.Expressions;

/// <summary>What an expression is typed and compiled against.</summary>
/// <param name="Source">Name of the source, for messages.</param>
/// <param name="Schema">Its columns; a type is null where it follows from use.</param>
/// <param name="Time">Name of the metric's time column.</param>
/// <param name="Columns">Receives the columns that are needed.</param>
/// <param name="Clock">Local time.</param>
internal sealed record ExpressionScope(
    string Source, IReadOnlyDictionary<string, ColumnType?> Schema, string Time, ColumnSet Columns, ZoneClock Clock)
{
    /// <summary>The types of its columns in all expressions of the metric.</summary>
    public required Typing Types { get; init; }

    /// <summary>Classes of columns that were refused because nothing shows their type, so that each is refused once.</summary>
    public HashSet<int> Undecided { get; } = [];

    /// <summary>Expressions compiled before for the same scan, or null where nothing is to be shared.</summary>
    public Dictionary<string, Delegate>? Compiled { get; init; }

    /// <summary>
    /// Compiles what is not compiled yet. A thousand metrics with one expression share its closures, which then stay
    /// in the processor's cache from row to row.
    /// </summary>
    /// <param name="text">What is compiled.</param>
    /// <param name="nodes">Its syntax.</param>
    /// <param name="compile">Compiles it.</param>
    public T Share<T>(string text, IEnumerable<ExpressionNode> nodes, Func<T> compile)
        where T : Delegate
    {
        if (Compiled is null) return compile();
        // The same text means another thing where its columns have other types.
        var key = $"{Time}|{Types.KeyOf(nodes)}|{typeof(T)}|{text}";
        if (!Compiled.TryGetValue(key, out var known)) Compiled[key] = known = compile();
        return (T)known;
    }

    /// <summary>The diagnostic for a column that the source does not have.</summary>
    public Diagnostic Unknown(string column, SourceSpan at) =>
        Catalogue.UnknownColumn.Hinting(Nearest.Hint(column, Schema.Keys.ToList()), at, Source, column);
}
