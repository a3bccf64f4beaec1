using System.Globalization;
using Kaizen.Abstractions;
using Kaizen.Plugin.Json;
using Kaizen.Testing;

namespace Kaizen.Plugins.Tests.Json;

public class JsonLinesConformance() : JsonConformance("rows.ndjson", "", "\n", "\n");

public class JsonArrayConformance() : JsonConformance("rows.json", "[\n", ",\n", "\n]\n");

/// <summary>The same rows, written in two ways.</summary>
public abstract class JsonConformance : SourceConformance<JsonPlugin, JsonOptions>
{
    private static readonly string[] Rows =
    [
        """{"at":"2026-01-05T08:00:00\u002B02:00","hours":1.5,"customer":{"country":"NL","tags":["a","b"]},"big":true}""",
        """{"at":"2026-01-06","hours":null,"customer":null,"big":false,"later":1}""",
        """{"big":true,"customer":{"country":"Côte \"d’Ivoire\""},"hours":-3e2,"at":"2026-01-07 09:30"}""",
    ];

    private readonly (string Name, string Begin, string Between, string End) form;
    private readonly FilePath file;

    protected JsonConformance(string name, string begin, string between, string end)
    {
        form = (name, begin, between, end);
        file = Write(name, Rows);
    }

    protected override JsonOptions Options => new() { Path = file };

    protected override IReadOnlyList<ColumnRequest> Columns =>
        [new("at", ColumnType.Time), new("hours", ColumnType.Number), new("customer.country", ColumnType.Text), new("big", ColumnType.Flag)];

    protected override IReadOnlyList<object?[]> Expected =>
    [
        [new DateTime(2026, 1, 5, 6, 0, 0, DateTimeKind.Utc), 1.5, "NL", true],
        [new DateTime(2026, 1, 6), null, null, false],
        [new DateTime(2026, 1, 7, 9, 30, 0), -300, "Côte \"d’Ivoire\"", true],
    ];

    protected override Given<IReadOnlyList<FaultyOptions<JsonOptions>>> Faulty => Given.These(
        new FaultyOptions<JsonOptions>(new() { Path = Folder.At("no/such.json"), Rows = "data..items", Format = JsonFormat.Lines, Columns = ["a", "a"] }, "rows", "format", "columns"),
        new FaultyOptions<JsonOptions>(new() { Path = Folder.At("no/such.json"), Columns = [" "] }, "columns"));

    protected override Given<JsonOptions> Empty => Given.This(new JsonOptions { Path = Write("empty.json") });

    protected override Given<JsonOptions> Unreachable => Given.This(new JsonOptions { Path = Folder.At("no/such.json") });

    protected override Given<Action> Change => Given.This<Action>(() => Write(form.Name, Rows[0], Rows[1]));

    protected override Given<IReadOnlyList<string>> Files => Given.These(file.Full);

    protected override long ManyRows => Big.Rows;

    protected override Given<JsonOptions> Many(long rows)
    {
        using var writer = new StreamWriter(Folder.At("many.json").Full);
        writer.Write(form.Begin);
        for (var i = 0L; i < rows; i++)
        {
            if (i > 0) writer.Write(form.Between);
            writer.Write(string.Create(CultureInfo.InvariantCulture, $$$"""{"id":{{{i}}},"at":"2026-01-05T08:00:00Z","hours":{{{i % 77}}}.25,"customer":{"country":"row {{{i}}}"},"big":true}"""));
        }

        writer.Write(form.End);
        return Given.This(new JsonOptions { Path = Folder.At("many.json") });
    }

    private FilePath Write(string name, params string[] rows) => Folder.Write(name, form.Begin + string.Join(form.Between, rows) + form.End);
}
