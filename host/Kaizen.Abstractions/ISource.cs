using System.Data.Common;

namespace Kaizen.Abstractions;

/// <summary>
/// Rows that metrics are measured on. Members may be called from any thread, one at a time, also while a reader of this source is open.
/// A source that holds something open implements <see cref="IAsyncDisposable"/> or <see cref="IDisposable"/> as well: it is let go of when
/// its rows have been read, also where that failed or was stopped.
/// </summary>
public interface ISource
{
    /// <summary>The columns that exist, in their order.</summary>
    /// <exception cref="SourceException">The source cannot be reached or has no columns.</exception>
    ValueTask<IReadOnlyList<SourceColumn>> DescribeAsync(CancellationToken cancellation);

    /// <summary>
    /// Opens the rows. The reader has exactly the columns of <see cref="ReadRequest.Columns"/>, in that order. It may be that of any
    /// data library whose fields fit: any number for <see cref="ColumnType.Number"/>, a date, date and time or instant for
    /// <see cref="ColumnType.Time"/>; <see cref="Rows"/> makes one from records, <see cref="SourceReader"/> is a base for one's own.
    /// A value that cannot be read as the type that is wanted is handed to <see cref="ReadRequest.Refusals"/>, in the getter or before its
    /// row is given, and the getter returns the type's default, or the value is null; nothing is thrown.
    /// </summary>
    /// <exception cref="SourceException">The source cannot be reached.</exception>
    ValueTask<DbDataReader> OpenAsync(ReadRequest request, CancellationToken cancellation);

    /// <summary>
    /// A text that changes whenever the rows may have changed (a hash, an ETag, a highest id), the same on every
    /// machine, without reading rows into memory. Null, which is the default, where the source cannot tell: it is then read at each run.
    /// </summary>
    /// <exception cref="SourceException">The source cannot be reached.</exception>
    ValueTask<string?> FingerprintAsync(CancellationToken cancellation) => new((string?)null);
}
