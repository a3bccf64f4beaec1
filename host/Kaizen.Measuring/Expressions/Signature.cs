using Kaizen.Abstractions;

namespace Kaizen.Measuring.Expressions;

/// <summary>What a function takes and gives.</summary>
/// <param name="Result">Its type, or null where it is that of its arguments.</param>
/// <param name="Parameter">The type of its arguments, or null where they only have to agree.</param>
/// <param name="Least">Fewest arguments.</param>
/// <param name="Most">Most arguments.</param>
internal sealed record Signature(ColumnType? Result, ColumnType? Parameter, int Least, int Most)
{
    private const int Any = 1000;

    /// <summary>All functions of row expressions, by name.</summary>
    public static readonly IReadOnlyDictionary<string, Signature> All = new Dictionary<string, Signature>(StringComparer.Ordinal)
    {
        ["hours_between"] = new(ColumnType.Number, ColumnType.Time, 2, 2),
        ["days_between"] = new(ColumnType.Number, ColumnType.Time, 2, 2),
        ["minutes_between"] = new(ColumnType.Number, ColumnType.Time, 2, 2),
        ["year"] = new(ColumnType.Number, ColumnType.Time, 1, 1),
        ["month"] = new(ColumnType.Number, ColumnType.Time, 1, 1),
        ["day"] = new(ColumnType.Number, ColumnType.Time, 1, 1),
        ["weekday"] = new(ColumnType.Number, ColumnType.Time, 1, 1),
        ["hour"] = new(ColumnType.Number, ColumnType.Time, 1, 1),
        ["date"] = new(ColumnType.Time, ColumnType.Time, 1, 1),
        ["abs"] = new(ColumnType.Number, ColumnType.Number, 1, 1),
        ["round"] = new(ColumnType.Number, ColumnType.Number, 1, 2),
        ["floor"] = new(ColumnType.Number, ColumnType.Number, 1, 1),
        ["ceil"] = new(ColumnType.Number, ColumnType.Number, 1, 1),
        ["length"] = new(ColumnType.Number, ColumnType.Text, 1, 1),
        ["lower"] = new(ColumnType.Text, ColumnType.Text, 1, 1),
        ["upper"] = new(ColumnType.Text, ColumnType.Text, 1, 1),
        ["trim"] = new(ColumnType.Text, ColumnType.Text, 1, 1),
        ["concat"] = new(ColumnType.Text, ColumnType.Text, 1, Any),
        ["least"] = new(null, null, 1, Any),
        ["greatest"] = new(null, null, 1, Any),
        ["coalesce"] = new(null, null, 1, Any),
        ["nullif"] = new(null, null, 2, 2),
    };

    /// <summary>"2 arguments", "1 or 2 arguments", "1 argument or more".</summary>
    public string Arity =>
        Most == Any ? $"{Count(Least)} or more" : Least == Most ? Count(Least) : $"{Least} or {Count(Most)}";

    private static string Count(int n) => n == 1 ? "1 argument" : $"{n} arguments";
}
