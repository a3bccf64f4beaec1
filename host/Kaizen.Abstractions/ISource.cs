using System.Data.Common;

namespace Kaizen.Abstractions;

/// <summary>Rows that metrics are measured on. Members may be called from any thread, one at a time, also while a reader of this source is open.</summary>
public interface ISource
{
    /// <summary>
    /// A text that changes whenever the rows may have changed (a hash, an ETag, a highest id), the same on every
    /// machine, without reading rows into memory. Null where the source cannot tell: it is then read at each run.
    /// </summary>
    /// <exception cref="SourceException">The source cannot be reached.</exception>
    ValueTask<string?> FingerprintAsync(CancellationToken cancellation);

    /// <summary>The columns that exist, in their order.</summary>
    /// <exception cref="SourceException">The source cannot be reached or has no columns.</exception>
    ValueTask<IReadOnlyList<SourceColumn>> DescribeAsync(CancellationToken cancellation);

    /// <summary>
    /// Opens the rows. The reader has exactly the columns of <see cref="ReadRequest.Columns"/>, in that order, and
    /// answers <see cref="DbDataReader.IsDBNull(int)"/> first and then the one typed getter that
    /// <see cref="ColumnType"/> names. A value that cannot be read as that type is handed to
    /// <see cref="ReadRequest.Refusals"/>, and the getter returns the type's default; it does not throw.
    /// </summary>
    /// <exception cref="SourceException">The source cannot be reached.</exception>
    ValueTask<DbDataReader> OpenAsync(ReadRequest request, CancellationToken cancellation);
}
