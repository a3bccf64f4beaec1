using System.Data.Common;
using Kaizen.Abstractions;
using Kaizen.Plugin.Shared;

namespace Kaizen.Plugin.Excel;

internal sealed class ExcelSource(ExcelOptions options) : ISource
{
    /// <summary>How many rows tell the types of the columns.</summary>
    private const int Looked = 1000;

    private readonly InputFile file = new(options.Path.Full, options.Path.Written);

    public ValueTask<IReadOnlyList<SourceColumn>> DescribeAsync(CancellationToken cancellation)
    {
        using var sheet = new ExcelSheet(file, options, cancellation);
        var types = new Type?[sheet.Header.Count];
        for (var row = 0; row < Looked && sheet.Read(); row++)
            for (var i = 0; i < types.Length; i++)
                if (sheet[sheet.Header[i].Column] is { } value and not ("" or CellError)) types[i] = types[i] is null || types[i] == KindOf(value) ? KindOf(value) : typeof(object);
        return new([.. sheet.Header.Select((h, i) => new SourceColumn(h.Name, TypeOf(types[i])))]);
    }

    public ValueTask<DbDataReader> OpenAsync(ReadRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var sheet = new ExcelSheet(file, options, cancellation);
        try
        {
            return new(new ExcelRows(sheet, [.. request.Columns.Select(c => new ExcelCell(c.Name, c.Type, Find(sheet, c.Name)))], request));
        }
        catch
        {
            sheet.Dispose();
            throw;
        }
    }

    public async ValueTask<string?> FingerprintAsync(CancellationToken cancellation) => await InputFiles.FingerprintAsync([file], cancellation).ConfigureAwait(false);

    /// <summary>A column of texts may hold numbers or dates that were stored as texts: what is wanted of it says so, and it is refused.</summary>
    private static ColumnType? TypeOf(Type? type) =>
        type == typeof(double) ? ColumnType.Number
        : type == typeof(DateTime) ? ColumnType.Time
        : type == typeof(bool) ? ColumnType.Flag
        : null;

    private static Type KindOf(object value) => value is int ? typeof(double) : value.GetType();

    private int Find(ExcelSheet sheet, string name)
    {
        foreach (var (known, column) in sheet.Header)
            if (known == name) return column;
        throw new SourceException($"The workbook '{file.Written}' has no column '{name}' any more.", "was the file changed while it was read? run again");
    }
}
