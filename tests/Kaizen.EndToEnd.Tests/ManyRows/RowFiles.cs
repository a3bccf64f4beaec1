using System.Globalization;
using System.IO.Compression;
using Microsoft.Data.Sqlite;

namespace Kaizen.EndToEnd.Tests.ManyRows;

/// <summary>A source with any number of rows; its files are written row by row.</summary>
/// <param name="Name">What it is called in results.</param>
/// <param name="Use">The source.</param>
/// <param name="With">Its options.</param>
/// <param name="Write">Writes so many rows into a folder.</param>
/// <param name="IsSlow">Whether it is left for the long run: its short form is among the conformance tests of the source.</param>
internal sealed record RowFiles(string Name, string Use, string With, Action<string, int> Write, bool IsSlow = false)
{
    /// <summary>The mean of the hours.</summary>
    public const double Mean = 49.75;

    private const int Files = 10;

    /// <summary>Twenty weeks from here; of a whole hour each.</summary>
    private static readonly DateTime Start = new(2026, 1, 5);
    private const int Hours = 20 * 7 * 24;

    public static IReadOnlyList<RowFiles> All { get; } =
    [
        new("csv", "csv", "{ path: data/rows.csv }", (folder, rows) => Csv(File.CreateText(Path.Combine(folder, "rows.csv")), 0, rows, rows)),
        new("csv, packed", "csv", "{ path: data/rows.csv.gz }", (folder, rows) => Csv(new StreamWriter(new GZipStream(File.Create(Path.Combine(folder, "rows.csv.gz")), CompressionLevel.Fastest)), 0, rows, rows), IsSlow: true),
        new("csv, many files", "csv", "{ path: \"data/*.csv\" }", (folder, rows) => Parts(rows, (i, from, to) => Csv(File.CreateText(Path.Combine(folder, $"{i}.csv")), from, to, rows)), IsSlow: true),
        new("json, lines", "json", "{ path: data/rows.ndjson }", (folder, rows) => Json(Path.Combine(folder, "rows.ndjson"), "", "\n", "\n", rows), IsSlow: true),
        new("json, array", "json", "{ path: data/rows.json, rows: data.items }", (folder, rows) => Json(Path.Combine(folder, "rows.json"), """{"data":{"items":[""", ",", "]}}", rows)),
        new("excel, many workbooks", "excel", "{ path: \"data/*.xlsx\" }", (folder, rows) => Parts(rows, (i, from, to) => Workbook(Path.Combine(folder, $"{i}.xlsx"), from, to, rows)), IsSlow: true),
        new("sqlite, row by row", "sqlite", "{ path: data/rows.db, table: call }", (folder, rows) => Sqlite(Path.Combine(folder, "rows.db"), rows)),
    ];

    private static void Parts(int rows, Action<int, int, int> write)
    {
        for (var i = 0; i < Files; i++) write(i, rows / Files * i, rows / Files * (i + 1));
    }

    private static double HoursOf(int row) => (row % 100) + 0.25;

    /// <summary>Rows follow one another in time, as logs do.</summary>
    private static DateTime At(int row, int rows) => Start.AddHours((long)row * Hours / rows);

    private static void Csv(TextWriter file, int from, int to, int rows)
    {
        using (file)
        {
            file.Write("at,hours,name,big\n");
            for (var i = from; i < to; i++) file.Write(string.Create(CultureInfo.InvariantCulture, $"{At(i, rows):yyyy-MM-ddTHH:mm:ss},{HoursOf(i)},row {i},{(i % 4 == 0 ? "yes" : "no")}\n"));
        }
    }

    private static void Json(string path, string begin, string between, string end, int rows)
    {
        using var file = File.CreateText(path);
        file.Write(begin);
        for (var i = 0; i < rows; i++)
            file.Write(string.Create(CultureInfo.InvariantCulture, $$"""{{(i == 0 ? "" : between)}}{"at":"{{At(i, rows):yyyy-MM-ddTHH:mm:ss}}","hours":{{HoursOf(i)}},"name":"row {{i}}","big":{{(i % 4 == 0 ? "true" : "false")}}}"""));
        file.Write(end);
    }

    private static void Sqlite(string path, int rows)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF;
            CREATE TABLE call (at TEXT NOT NULL, hours REAL NOT NULL, name TEXT NOT NULL, big BOOLEAN NOT NULL);
            WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n LIMIT {rows})
            INSERT INTO call SELECT strftime('%Y-%m-%dT%H:%M:%S', '2026-01-05', (i * {Hours} / {rows}) || ' hours'), i % 100 + 0.25, 'row ' || i, i % 4 = 0 FROM n;
            """;
        command.CommandTimeout = 0;
        command.ExecuteNonQuery();
    }

    /// <summary>A workbook with one sheet, as small as one can be; style 1 is that of a date with its time.</summary>
    private static void Workbook(string path, int from, int to, int rows)
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships", Package = "http://schemas.openxmlformats.org/package/2006";
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        void Part(string name, string xml)
        {
            using var part = new StreamWriter(zip.CreateEntry(name).Open());
            part.Write(xml);
        }

        Part("[Content_Types].xml", $"""<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>""");
        Part("_rels/.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="r" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Part("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="Calls" sheetId="1" r:id="r1"/></sheets></workbook>""");
        Part("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{Relations}/styles" Target="styles.xml"/></Relationships>""");
        Part("xl/styles.xml", $"""<styleSheet xmlns="{Main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>""");
        using var sheet = new StreamWriter(zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open());
        sheet.Write($"""<worksheet xmlns="{Main}"><sheetData><row r="1">{Text("A1", "at")}{Text("B1", "hours")}{Text("C1", "name")}{Text("D1", "big")}</row>""");
        for (var i = from; i < to; i++)
        {
            var r = i - from + 2;
            sheet.Write(string.Create(CultureInfo.InvariantCulture, $"""<row r="{r}"><c r="A{r}" s="1"><v>{At(i, rows).ToOADate()}</v></c><c r="B{r}"><v>{HoursOf(i)}</v></c>{Text($"C{r}", $"row {i}")}<c r="D{r}" t="b"><v>{(i % 4 == 0 ? 1 : 0)}</v></c></row>"""));
        }

        sheet.Write("</sheetData></worksheet>");
    }

    private static string Text(string cell, string text) => $"""<c r="{cell}" t="inlineStr"><is><t>{text}</t></is></c>""";
}
