using System.Data.Common;
using Kaizen.Abstractions;
using Kaizen.Plugin.Shared;

namespace Kaizen.Plugin.Excel;

internal sealed class ExcelSource(ExcelOptions options) : ISource
{
    /// <summary>How many rows of each file tell the types of the columns.</summary>
    private const int Looked = 1000;

    private IReadOnlyList<InputFile> Files => InputFiles.Of(options.Path);

    public ValueTask<IReadOnlyList<SourceColumn>> DescribeAsync(CancellationToken cancellation)
    {
        var files = Files;
        var (names, types) = (new List<string>(), new Dictionary<string, Type>(StringComparer.Ordinal));
        foreach (var file in files)
        {
            using var sheet = new ExcelSheet(file, options, cancellation);
            var here = sheet.Header.Select(h => h.Name).ToList();
            if (file == files[0]) names = here;
            else SameColumns.Check(files[0], names, file, here);
            Look(sheet, types);
        }

        return new([.. names.Select(n => new SourceColumn(n, TypeOf(types.GetValueOrDefault(n))))]);
    }

    public ValueTask<DbDataReader> OpenAsync(ReadRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var cells = request.Columns.Select(c => new ExcelCell(c.Name, c.Type)).ToArray();
        return new(new ExcelRows(new ExcelFiles(Files, options, cells, cancellation), cells, request));
    }

    public async ValueTask<string?> FingerprintAsync(CancellationToken cancellation) => await InputFiles.FingerprintAsync(Files, cancellation).ConfigureAwait(false);

    /// <summary>Takes the types of the first rows, those of all files together; what is of two types is an object.</summary>
    private static void Look(ExcelSheet sheet, Dictionary<string, Type> types)
    {
        for (var row = 0; row < Looked && sheet.Read(); row++)
            foreach (var (name, column) in sheet.Header)
                if (sheet[column] is { } value and not ("" or CellFault))
                    types[name] = types.GetValueOrDefault(name) is { } known && known != KindOf(value) ? typeof(object) : KindOf(value);
    }

    /// <summary>A column of texts may hold numbers or dates that were stored as texts: what is wanted of it says so, and it is refused.</summary>
    private static ColumnType? TypeOf(Type? type) =>
        type == typeof(double) ? ColumnType.Number
        : type == typeof(DateTime) ? ColumnType.Time
        : type == typeof(bool) ? ColumnType.Flag
        : null;

    private static Type KindOf(object value) => value is int ? typeof(double) : value.GetType();
}
