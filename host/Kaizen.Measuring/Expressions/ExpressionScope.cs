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
    private readonly HashSet<string> times = [Time];

    /// <summary>Expressions compiled before for the same scan, or null where nothing is to be shared.</summary>
    public Dictionary<string, Delegate>? Compiled { get; init; }

    /// <summary>
    /// Compiles what is not compiled yet. A thousand metrics with one expression share its closures, which then stay
    /// in the processor's cache from row to row.
    /// </summary>
    /// <param name="text">What is compiled, with the type it gives.</param>
    /// <param name="compile">Compiles it.</param>
    public T Share<T>(string text, Func<T> compile)
        where T : Delegate
    {
        if (Compiled is null) return compile();
        // The same text means another thing where other columns are times.
        var key = $"{Time}|{string.Join(',', times.Order(StringComparer.Ordinal))}|{typeof(T)}|{text}";
        if (!Compiled.TryGetValue(key, out var known)) Compiled[key] = known = compile();
        return (T)known;
    }

    /// <summary>Columns without a type that are used as times in one place are times in the metric's other places too.</summary>
    public void Learn(RowExpression? expression)
    {
        if (expression is null) return;
        foreach (var node in RowExpression.Walk(expression.Root))
        {
            if (node is ExpressionNode.Within { Operand: ExpressionNode.Column within }) times.Add(within.Name);
            if (node is ExpressionNode.Call call && Signature.All.GetValueOrDefault(call.Function)?.Parameter == ColumnType.Time)
                times.UnionWith(call.Arguments.OfType<ExpressionNode.Column>().Select(c => c.Name));
        }
    }

    /// <summary>The type of a column, or null where it follows from use.</summary>
    public ColumnType? TypeOf(string column) =>
        Schema.TryGetValue(column, out var type) && type is not null ? type : times.Contains(column) ? ColumnType.Time : null;

    /// <summary>The diagnostic for a column that the source does not have.</summary>
    public Diagnostic Unknown(string column, SourceSpan at) =>
        Catalogue.UnknownColumn.At(at, Source, column) with { Hint = Nearest.Hint(column, Schema.Keys.ToList()) };
}
