using System.CommandLine;
using System.Globalization;
using Kaizen.Cli.Output;
using Kaizen.Core.Diagnostics;
using Kaizen.Hosting;
using Kaizen.Hosting.Report;
using Kaizen.Hosting.Runs;
using Kaizen.Reports;
using Kaizen.Store;

namespace Kaizen.Cli.Commands;

/// <summary><c>kaizen replay</c>: the sheet of a past date, rebuilt and held against the one that was written then.</summary>
internal static class ReplayCommand
{
    public static Command Create()
    {
        var (words, json) = (CommandWords.Words(), CommandWords.Json());
        var asOf = CommandWords.AsOf();
        asOf.Required = true;
        asOf.Description = "The date (yyyy-MM-dd) whose sheet is rebuilt.";
        var output = new Option<string?>("--out") { HelpName = "DIR", Description = "Write to DIR/a3/ID.html instead of WORKSPACE/out/replay/DATE." };
        var command = new Command("replay", "Rebuild the A3 of a past date from definitions, data and ledger, to the same bytes.") { words, asOf, output, json };
        command.Examples(
            ("kaizen replay s1-first-answer --as-of 2026-06-01", "one sheet, compared with the one kept"),
            ("kaizen replay --as-of 2026-06-01 --out june", "all sheets of that day"));
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(words)!, parsed.GetValue(asOf), parsed.GetValue(output), parsed.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string[] words, DateOnly? asOf, string? output, bool json, CancellationToken cancellation)
    {
        using var screen = new Screen();
        var faults = new DiagnosticBag();
        var request = CommandWords.Request(words, asOf, null, faults);
        var result = request is null ? new ReplayResult(new RunResult { Diagnostics = faults.All }, []) : await KaizenHost.ReplayAsync(request, screen, cancellation);
        var diagnostics = result.Run.Diagnostics.ToList();
        var folder = output is null && request is not null ? Path.Combine(request.OutFolder, "replay", Iso(asOf!.Value)) : Path.GetFullPath(output ?? ".");
        var asked = result.Run.AsOf;
        try
        {
            var folders = new FolderFlush();
            foreach (var sheet in result.Sheets)
            {
                AtomicFile.Write(Rebuilt(folder, sheet), sheet.Bytes, folders);
                if (sheet.Differs(asked)) AtomicFile.Write(Kept(folder, sheet), sheet.Kept!.Page, folders);
            }

            folders.Flush();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            diagnostics.Add(Writing.Failed(request!.Folder, Path.GetRelativePath(request.Folder, folder), fault));
        }

        screen.Show(diagnostics);
        if (json) Terminal.Out.WriteLine(Json(result, folder, diagnostics));
        else foreach (var sheet in result.Sheets) Print(sheet, asked, folder);
        return ExitCodes.Of(diagnostics);
    }

    private static string Rebuilt(string folder, ReplayedSheet sheet) => Path.Combine(folder, "a3", $"{sheet.Cycle.Cycle.Id}.html");

    private static string Kept(string folder, ReplayedSheet sheet) => Path.Combine(folder, "kept", $"{sheet.Cycle.Cycle.Id}.html");

    private static void Print(ReplayedSheet sheet, DateOnly asOf, string folder)
    {
        Terminal.Out.WriteLine($"{Ink.ForOutput.Bold(sheet.Cycle.Cycle.Id)}  {Verdict(sheet, asOf)}");
        Terminal.Out.WriteLine($"  {Shown(Rebuilt(folder, sheet))}");
        if (sheet.Differs(asOf)) Terminal.Out.WriteLine($"  {Shown(Kept(folder, sheet))} as it was kept");
        foreach (var scan in sheet.Cycle.Evidence!.Findings.Select(f => f.Scan).DistinctBy(s => s.Source))
            Terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  needs {scan.Source}: {scan.RowsRead:#,0} rows{(scan.Fingerprint is { } print ? $", fingerprint {WhyText.Short(print)}" : "")}"));
    }

    private static string Shown(string path) => Plain.Text(Path.GetRelativePath(Directory.GetCurrentDirectory(), path));

    private static string Verdict(ReplayedSheet sheet, DateOnly asOf) => sheet switch
    {
        { Kept: null } => "rebuilt; no run kept a sheet up to that date",
        { Same: true, Kept.AsOf: var on } => $"the same bytes as the sheet written as of {Iso(on)}",
        { Kept.AsOf: var on } when on != asOf => $"rebuilt; no run wrote a sheet that day, the last before it is as of {Iso(on)}{(sheet.Changed.Count > 0 ? $" ({string.Join(", ", sheet.Changed)} changed since)" : "")}",
        { Kept.AsOf: var on, Changed.Count: > 0 } => $"differs from the sheet written as of {Iso(on)}: {string.Join(", ", sheet.Changed)} changed since",
        { Kept.AsOf: var on } => $"differs from the sheet written as of {Iso(on)}, which was changed by other means",
    };

    private static string Json(ReplayResult result, string folder, IReadOnlyList<Abstractions.Diagnostic> diagnostics) => ResultsJson.ToText(
        json =>
        {
            json.WriteString("asOf", result.Run.Reached ? Iso(result.Run.AsOf) : null);
            json.WriteStartArray("sheets");
            foreach (var sheet in result.Sheets)
            {
                json.WriteStartObject();
                json.WriteString("cycle", sheet.Cycle.Cycle.Id);
                json.WriteString("file", Rebuilt(folder, sheet));
                json.WriteString("hash", Sha.Of(sheet.Bytes));
                json.WriteString("keptOn", sheet.Kept is { } kept ? Iso(kept.AsOf) : null);
                if (sheet.Differs(result.Run.AsOf)) json.WriteString("kept", Kept(folder, sheet));
                json.WriteBoolean("same", sheet.Same);
                json.WriteStartArray("changed");
                foreach (var name in sheet.Changed) json.WriteStringValue(name);
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        },
        diagnostics);

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
