using Kaizen.Abstractions;
using Kaizen.Core.Plugins;

namespace Kaizen.Measuring.Rows;

/// <summary>The columns that a source says it has.</summary>
internal static class Schema
{
    /// <summary>The type of each by its name; null where it follows from use.</summary>
    /// <exception cref="ContractException">There are none, or two alike.</exception>
    public static IReadOnlyDictionary<string, ColumnType?> Of(IReadOnlyList<SourceColumn>? described)
    {
        if (described is not { Count: > 0 }) throw new ContractException("it names no columns");
        var types = new Dictionary<string, ColumnType?>(StringComparer.Ordinal);
        if (described.Any(c => string.IsNullOrEmpty(c?.Name))) throw new ContractException("it names a column without a name");
        if (described.FirstOrDefault(c => c.Type is { } type && !Enum.IsDefined(type)) is { } odd) throw new ContractException($"its column '{odd.Name}' has a type that there is not");
        foreach (var column in described)
            if (!types.TryAdd(column.Name, column.Type)) throw new ContractException($"it names the column '{column.Name}' twice");
        return types;
    }
}
