using System.Globalization;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Metrics;
using Kaizen.Definitions.Editing;

namespace Kaizen.Hosting.Authoring.Verbs;

/// <summary>Values typed by hand: rows of <c>data/METRIC.csv</c>, which some metric has to read.</summary>
internal static class ValueEntries
{
    public static FileEdit.Rows? Of(WritingTurn turn, Entry.Value entry)
    {
        var file = FileOf(entry.Metric);
        var named = turn.Workspace.Cycles.SelectMany(c => c.Metrics).Where(m => m.Name == entry.Metric).ToList();
        var metric = named.Find(m => Reads(m.Source, file));
        var source = metric?.Source ?? turn.Workspace.Sources.Values.FirstOrDefault(s => Reads(s, file));
        var number = TypedNumber.Read(entry.Number, metric?.Unit, turn);
        var day = turn.Day(entry.Date);
        if (source is null)
        {
            Nobody(turn, entry.Metric, named.FirstOrDefault());
            return null;
        }

        var time = source.Time?.Text is { Length: > 0 } column ? column : "date";
        if (TextTable.Read(turn, file, [time, "value"]) is not { } table || number is null) return null;
        if (source.KnownUntil is { } until && day >= until) turn.Faults.Add(Catalogue.BeyondKnown.At(source.At, source.Name, WritingTurn.Iso(until), WritingTurn.Iso(day)));
        var date = day.ToString(Option(source, "dates") is { } format and not "iso" ? format : "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var value = Option(source, "decimal") == "," ? TypedNumber.Text(number.Value).Replace('.', ',') : TypedNumber.Text(number.Value);
        var cells = new Dictionary<string, string?> { [time] = date, ["value"] = value };
        if (table.Find(r => r[table.Column(time)].Trim() is var cell && (cell == date || cell.StartsWith(date + "T", StringComparison.Ordinal) || cell.StartsWith(date + " ", StringComparison.Ordinal))) is not { } row) return table.Append(cells);
        if (entry.Replace) return table.Replace(row, cells);
        turn.Faults.Add(Catalogue.SaidBefore.At(null, string.Create(CultureInfo.InvariantCulture, $"line {table.LineOf(row)} of '{file}' has {table.Cell(row, "value")} for {date}")) with { Hint = "add --replace where that is wrong" });
        return null;
    }

    public static string FileOf(string metric) => $"data/{metric}.csv";

    /// <summary>Whether a metric's values are typed by hand into the file of its name.</summary>
    public static bool IsTyped(Metric metric) => Reads(metric.Source, FileOf(metric.Name));

    private static bool Reads(SourceDefinition source, string file) =>
        Option(source, "path") is { } path && Path.GetRelativePath(".", path.Replace('\\', '/')).Replace('\\', '/') == file;

    private static string? Option(SourceDefinition source, string name) =>
        source.Options.FirstOrDefault(o => o.Name.Text == name) is { Values: [var first, ..] } ? first.Text : null;

    private static void Nobody(WritingTurn turn, string name, Metric? elsewhere)
    {
        var file = FileOf(name);
        var known = turn.Workspace.Cycles.SelectMany(c => c.Metrics).Where(IsTyped).Select(m => m.Name).Distinct().ToList();
        turn.Faults.Add(Catalogue.NothingReads.At(null, file) with
        {
            Hint = elsewhere is not null ? $"'{name}' is measured from source '{elsewhere.Source.Name}', so nothing is typed in for it" : Nearest.To(name, known) is { } near ? $"did you mean '{near}'?" : Catalogue.NothingReads.WayOut,
        });
        if (elsewhere is not null) return;
        var source = turn.Workspace.Sources.ContainsKey(name) ? name + "_values" : name;
        var with = YamlValue.Of(("path", YamlValue.Of(file)));
        turn.Left.Add(new LeftAlone("kaizen.yaml",
        [
            Paste("sources", YamlValue.Of((source, YamlValue.Of(("use", YamlValue.Of("csv")), ("with", with), ("time", YamlValue.Of("date")))))),
            Paste("metrics", YamlValue.Of((name, YamlValue.Of(("definition", YamlValue.Of("What is counted, where and when it is read off.")), ("source", YamlValue.Of(source)), ("mean", YamlValue.Of("value")))))),
        ]));
    }

    private static PasteLines Paste(string key, YamlValue value) =>
        new($"at the beginning of a line; where '{key}' is there already, only what stands below it is added",
            YamlEditor.Apply("", [new YamlEdit.Set(key, value)]) is EditResult.Done done ? done.Text : "");
}
