using System.Data.Common;
using Kaizen.Abstractions;

namespace Kaizen.Plugin.Sqlite;

/// <summary>The rows of a database and nothing else of it: to the host a source like a file, so that nothing is aggregated there.</summary>
internal sealed class RowsOnly(DatabaseSource database) : ISource
{
    public ValueTask<string?> FingerprintAsync(CancellationToken cancellation) => database.FingerprintAsync(cancellation);

    public ValueTask<IReadOnlyList<SourceColumn>> DescribeAsync(CancellationToken cancellation) => database.DescribeAsync(cancellation);

    public ValueTask<DbDataReader> OpenAsync(ReadRequest request, CancellationToken cancellation) => database.OpenAsync(request, cancellation);
}
