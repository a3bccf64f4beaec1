using System.Globalization;
using System.Text.Json;
using Kaizen.Hosting.Authoring.Verbs;
using Kaizen.Reports;

namespace Kaizen.Cli.Output;

/// <summary>What was written where, or would be, and what is left for a person to put in.</summary>
internal static class WritingText
{
    /// <summary>Prints a result; faults and lines to paste on standard error.</summary>
    public static void Print(Entry entry, WritingResult result, bool dryRun)
    {
        Paste(result);
        if (result.IsWritten)
        {
            foreach (var file in result.Files)
                Terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(file.IsNew ? "New" : Capital(Name(entry)))}: {Plain.Text(file.File)}:{file.Line}"));
        }
        else if (dryRun && result.Files.Count > 0) Terminal.Out.Write(Diff(result.Files));
        else if (result.Files.Count == 0 && ExitCode(result) == 0) Terminal.Out.WriteLine("Nothing is new; nothing was written.");
    }

    /// <summary>The changed lines, as people read them in a review.</summary>
    public static string Diff(IReadOnlyList<FileLines> files)
    {
        var ink = Ink.ForOutput;
        var text = new System.Text.StringBuilder();
        foreach (var file in files)
        {
            text.AppendLine(ink.Bold($"{Plain.Text(file.File)}:{file.Line}{(file.IsNew ? " (new)" : "")}"));
            var width = file.Lines.Count == 0 ? 1 : file.Lines.Max(l => l.Number).ToString(CultureInfo.InvariantCulture).Length;
            foreach (var line in file.Lines)
                text.AppendLine($"{line.Number.ToString(CultureInfo.InvariantCulture).PadLeft(width)} {line.Sign} {Plain.Text(line.Text)}".TrimEnd());
        }

        return text.ToString();
    }

    /// <summary>The result for another program.</summary>
    public static string Json(Entry entry, WritingResult result, bool dryRun) => ResultsJson.ToText(
        json =>
        {
            json.WriteString("act", Name(entry));
            json.WriteString("cycle", result.Cycle?.Id);
            json.WriteString("date", result.AsOf == default ? null : result.AsOf.ToString("O", CultureInfo.InvariantCulture));
            json.WriteBoolean("dryRun", dryRun);
            json.WriteBoolean("isWritten", result.IsWritten);
            json.WriteStartArray("files");
            foreach (var file in result.Files) Write(json, file);
            json.WriteEndArray();
            json.WriteStartArray("paste");
            foreach (var left in result.Left)
            {
                foreach (var paste in left.Paste)
                {
                    json.WriteStartObject();
                    json.WriteString("file", left.File);
                    json.WriteString("where", paste.Where);
                    json.WriteString("lines", paste.Lines);
                    json.WriteEndObject();
                }
            }

            json.WriteEndArray();
        },
        result.Diagnostics);

    public static int ExitCode(WritingResult result) => Hosting.Runs.ExitCodes.Of(result.Diagnostics);

    private static void Write(Utf8JsonWriter json, FileLines file)
    {
        json.WriteStartObject();
        json.WriteString("file", file.File);
        json.WriteNumber("line", file.Line);
        json.WriteBoolean("isNew", file.IsNew);
        json.WriteStartArray("lines");
        foreach (var line in file.Lines)
        {
            json.WriteStartObject();
            json.WriteNumber("line", line.Number);
            json.WriteString("sign", line.Sign.ToString());
            json.WriteString("text", line.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Paste(WritingResult result)
    {
        foreach (var left in result.Left)
        {
            foreach (var paste in left.Paste)
            {
                Terminal.Error.WriteLine($"In {Plain.Text(left.File)}, {Plain.Text(paste.Where)}:");
                Terminal.Error.WriteLine();
                foreach (var line in paste.Lines.TrimEnd('\n').Split('\n')) Terminal.Error.WriteLine(Plain.Text(line));
                Terminal.Error.WriteLine();
            }
        }
    }

    private static string Name(Entry entry) => entry.GetType().Name.ToLowerInvariant();

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
