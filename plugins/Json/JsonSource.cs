using System.Data.Common;
using Kaizen.Abstractions;
using Kaizen.Plugin.Shared;

namespace Kaizen.Plugin.Json;

internal sealed class JsonSource(JsonOptions options) : ISource
{
    /// <summary>How many rows of each file tell the columns.</summary>
    private const int Looked = 1000;

    private List<JsonColumn>? known;

    public ValueTask<IReadOnlyList<SourceColumn>> DescribeAsync(CancellationToken cancellation)
    {
        known = Look(cancellation);
        return known.Count > 0 ? new([.. known.Select(c => new SourceColumn(c.Name, c.Type(options.Times)))])
            : throw new SourceException($"The rows of '{options.Path.Written}' show no columns: there are none, or they are no objects.", "name the columns with 'columns', or put a row there");
    }

    public ValueTask<DbDataReader> OpenAsync(ReadRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellation.ThrowIfCancellationRequested();
        known ??= Look(cancellation);
        var cells = request.Columns.Select(c => new JsonCell(Find(c.Name), c.Type)).ToArray();
        return new(new JsonRows(request, cells, new JsonValues(cells, options.Times), InputFiles.Of(options.Path), file => new JsonFile(file, options, cancellation)));
    }

    public async ValueTask<string?> FingerprintAsync(CancellationToken cancellation) =>
        await InputFiles.FingerprintAsync(InputFiles.Of(options.Path), cancellation).ConfigureAwait(false);

    private JsonColumn Find(string name) =>
        known!.Find(c => c.Name == name)
        // Where there are no rows, any column may be asked for.
        ?? (known.Count == 0 ? new JsonColumn(name) : throw new SourceException($"No row of '{options.Path.Written}' that was looked at has '{name}'.", "name it with 'columns' where only later rows have it"));

    private List<JsonColumn> Look(CancellationToken cancellation)
    {
        var look = new JsonLook();
        foreach (var input in InputFiles.Of(options.Path))
        {
            using var file = new JsonFile(input, options, cancellation);
            for (var i = 0; i < Looked && file.Read(look); i++) continue;
        }

        return [.. look.Columns, .. options.Columns.Where(c => look.Columns.TrueForAll(k => k.Name != c)).Select(c => new JsonColumn(c))];
    }
}
