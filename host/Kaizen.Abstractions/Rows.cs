using System.ComponentModel.DataAnnotations.Schema;
using System.Data.Common;
using System.Reflection;

namespace Kaizen.Abstractions;

/// <summary>
/// Turns plain records into the rows of a source. Each public property whose type can be a column is one, called by its name in lower
/// case with underscores, or as <see cref="ColumnAttribute"/> says. Numbers of any kind are <see cref="ColumnType.Number"/>; <see cref="DateTime"/>,
/// <see cref="DateTimeOffset"/> and <see cref="DateOnly"/> are <see cref="ColumnType.Time"/>; <see cref="bool"/> is
/// <see cref="ColumnType.Flag"/>; <see cref="string"/>, enums and <see cref="Guid"/> are <see cref="ColumnType.Text"/>. Null is a missing value.
/// A number that is not finite is refused.
/// </summary>
public static class Rows
{
    /// <summary>The columns that records of a type have, in the order of its properties.</summary>
    /// <typeparam name="T">The record.</typeparam>
    public static IReadOnlyList<SourceColumn> ColumnsOf<T>() => [.. RecordColumns<T>.All.Select(c => new SourceColumn(c.Name, c.Type))];

    /// <summary>A reader over records that are made while they are read; none is kept.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="rows">The records.</param>
    /// <param name="request">What the run wants of them.</param>
    /// <exception cref="SourceException">The records have no such column, or it has another type.</exception>
    public static DbDataReader From<T>(IEnumerable<T> rows, ReadRequest request)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(request);
        return new RecordReader<T>(request, rows.GetEnumerator(), null);
    }

    /// <summary>A reader over records that arrive while they are read; none is kept.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="rows">The records.</param>
    /// <param name="request">What the run wants of them.</param>
    /// <param name="cancellation">Handed to the enumeration.</param>
    /// <exception cref="SourceException">The records have no such column, or it has another type.</exception>
    public static DbDataReader From<T>(IAsyncEnumerable<T> rows, ReadRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(request);
        return new RecordReader<T>(request, null, rows.GetAsyncEnumerator(cancellation));
    }

    internal static string NameOf(PropertyInfo property) =>
        property.GetCustomAttribute<ColumnAttribute>()?.Name ?? OptionAttribute.NameOf(property.Name);
}
