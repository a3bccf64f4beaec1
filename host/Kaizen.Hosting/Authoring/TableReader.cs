using Kaizen.Abstractions;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Metrics;
using Kaizen.Core.Plugins;
using Kaizen.Hosting.Define;

namespace Kaizen.Hosting.Authoring;

/// <summary>Looks at a table through the same plugin that reads it later, so that what is told here holds there.</summary>
internal sealed class TableReader(SourceOpener opener)
{
    private const int Looked = 2000;
    private static readonly SourceSpan Nowhere = new("", 1, 1);

    /// <summary>The table, or null where a diagnostic says why it is none.</summary>
    /// <param name="file">Path of the file.</param>
    /// <param name="told">What a person said of day and month where the values leave it open.</param>
    /// <param name="faults">Receives the diagnostics.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<TableLook?> LookAsync(string file, DayOrder? told, DiagnosticBag faults, CancellationToken cancellation)
    {
        var name = Path.GetFileName(file);
        if (IsWorkbook(file))
        {
            faults.Add(Catalogue.NotATable.Hinting("open it in the spreadsheet, save it as CSV and name that file", null, name, "it is a workbook of a spreadsheet, not a text file"));
            return null;
        }

        var dialect = Dialect.Of(file);
        var definition = SourceOf(new TableLook(file, dialect, []), name, file, null);
        if (await opener.OpenAsync(definition, Path.GetDirectoryName(file)!, faults, cancellation).ConfigureAwait(false) is not { } source) return null;
        if (await Guard(source.Source.DescribeAsync).ConfigureAwait(false) is not { Count: > 0 } columns) return null;
        var names = columns.Select(c => c.Name).ToList();
        if (Headless(names, dialect) is { } why)
        {
            faults.Add(Catalogue.NotATable.At(null, name, why));
            return null;
        }

        if (await Guard(stop => SampleAsync(source, names, stop)).ConfigureAwait(false) is not { } rows) return null;
        if (rows.Count == 0)
        {
            faults.Add(Catalogue.NotATable.Hinting("write one row below the first line, or name another file", null, name, "it has no rows"));
            return null;
        }

        var values = names.Select((_, i) => (IReadOnlyList<string>)rows.Select(r => r[i]).ToList()).ToList();
        var order = DateForms.OrderOf(values.SelectMany(v => v));
        if (order == DayOrder.Open && told is not null) order = told.Value;
        var persons = MethodWords.Persons(names);
        var looks = names.Select((n, i) => ColumnReading.Of(n, values[i], dialect.Marks, order, persons.Contains(n))).ToList();
        var look = new TableLook(file, dialect, looks) { Order = order, Rows = rows.Count, TimeColumns = TimeColumns.Of(looks) };
        if (look.TimeColumns.Count == 0)
        {
            faults.Add(Catalogue.NoDates.Hinting(TimeColumns.Hint(looks), null, name) with { Details = [.. looks.Take(12).Select(TimeColumns.Describe)] });
            return null;
        }

        // A row of another length lacks its last field, or has all of them refused.
        var ragged = new Refusals();
        var count = await Guard(stop => CountAsync(source, names[^1], ragged, stop)).ConfigureAwait(false);
        return look with { Rows = count, Remarks = [.. TableRemarks.Of(look), .. TableRemarks.OfRagged(ragged, names[^1])] };

        ValueTask<T?> Guard<T>(Func<CancellationToken, ValueTask<T>> call) => PluginGate.RunAsync(source!.Call, faults, (_, stop) => call(stop), cancellation);
    }

    /// <summary>The first instant after everything that the table tells: the day after its last row, or the end of that row's week or month.</summary>
    public static DateOnly KnownUntil(DateTime last, Period step)
    {
        var day = DateOnly.FromDateTime(last);
        return step switch { Period.Week => day.AddDays(7), Period.Month => day.AddMonths(1), _ => day.AddDays(1) };
    }

    /// <summary>The source that reads a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="name">Name of the source.</param>
    /// <param name="path">Path of the file, as it is written in <c>kaizen.yaml</c>.</param>
    /// <param name="time">Its time column.</param>
    internal static SourceDefinition SourceOf(TableLook table, string name, string path, string? time)
    {
        static Written Say(string text) => new(text, Nowhere);
        return new SourceDefinition
        {
            Name = name,
            At = Nowhere,
            Use = Say("csv"),
            Options = [.. Options(table, path).Select(o => new WrittenOption(Say(o.Name), [.. o.Values.Select(Say)], o.Values.Count > 1))],
            Time = time is null ? null : Say(time),
        };
    }

    /// <summary>The options of the csv source, those alone that differ from what it takes for granted.</summary>
    internal static IEnumerable<(string Name, IReadOnlyList<string> Values)> Options(TableLook table, string path)
    {
        yield return ("path", [path]);
        if (table.Dialect.Delimiter != ',') yield return ("delimiter", [table.Dialect.DelimiterName]);
        if (table.Dialect.Encoding != Dialect.Utf8) yield return ("encoding", [table.Dialect.Encoding]);
        if (table.DateForms.Count > 0) yield return ("dates", table.DateForms);
        if (table.Dialect.Marks.Decimal != '.') yield return ("decimal", [","]);
        if (table.Dialect.Marks.ThousandsName is { } mark) yield return ("thousands", [mark]);
    }

    /// <summary>Why the first line does not name columns, or null.</summary>
    private static string? Headless(List<string> names, Dialect dialect)
    {
        var value = names.FirstOrDefault(n => n.Length > 0 && (dialect.Marks.TryRead(n, out _) || DateForms.Of([n], DateForms.OrderOf([n])) is not null));
        return value is null ? null : $"its first line holds values such as '{value}' instead of the names of columns";
    }

    private static async ValueTask<List<string[]>> SampleAsync(OpenedSource source, List<string> names, CancellationToken cancellation)
    {
        var rows = new List<string[]>();
        var reader = await source.Source.OpenAsync(new ReadRequest([.. names.Select(n => new ColumnRequest(n, ColumnType.Text))], new Refusals()), cancellation).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (rows.Count < Looked && await reader.ReadAsync(cancellation).ConfigureAwait(false))
                rows.Add([.. Enumerable.Range(0, names.Count).Select(i => reader.IsDBNull(i) ? "" : reader.GetString(i).Trim())]);
        }

        return rows;
    }

    private static async ValueTask<long> CountAsync(OpenedSource source, string column, Refusals refusals, CancellationToken cancellation)
    {
        var rows = 0L;
        var reader = await source.Source.OpenAsync(new ReadRequest([new ColumnRequest(column, ColumnType.Text)], refusals), cancellation).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
            for (; await reader.ReadAsync(cancellation).ConfigureAwait(false); rows++) _ = reader.IsDBNull(0);
        return rows;
    }

    /// <summary>Spreadsheets keep their own files as a zip archive, or in the older form of compound documents.</summary>
    private static bool IsWorkbook(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            Span<byte> begin = stackalloc byte[4];
            return stream.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false) == begin.Length
                && (begin.SequenceEqual("PK\u0003\u0004"u8) || begin.SequenceEqual((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Its source says why it cannot be read.
            return false;
        }
    }
}
