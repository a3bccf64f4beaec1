using System.CommandLine;
using System.Globalization;
using Kaizen.Abstractions;
using Kaizen.Cli.Output;
using Kaizen.Core.Diagnostics;
using Kaizen.Hosting.Runs;
using Kaizen.Reports;
using Kaizen.Store.Ledger;

namespace Kaizen.Cli.Commands;

/// <summary><c>kaizen ledger verify</c>: whether what people locked, asked and signed is as it was written.</summary>
internal static class LedgerCommand
{
    public static Command Create()
    {
        var (words, json) = (CommandWords.Words(), CommandWords.Json());
        var verify = new Command("verify", "Check every line's hash and every cycle's chain; names the first line that changed.") { words, json };
        verify.Examples(("kaizen ledger verify", "the ledger of this workspace"));
        verify.SetAction(parsed => Verify(parsed.GetValue(words)!, parsed.GetValue(json)));
        var command = new Command("ledger", "The record of locked predictions, questions, answers and signatures.") { verify };
        command.Examples(("kaizen ledger verify", "is it as it was written?"));
        return command;
    }

    private static int Verify(string[] words, bool json)
    {
        using var screen = new Screen();
        var faults = new DiagnosticBag();
        var request = CommandWords.Request(words, null, null, faults);
        var ledger = request is null ? null : WorkspaceLedger.Read(request.Folder, default, faults);
        var all = request is null ? faults.All : Excerpts.Add(faults.All, request.Folder);
        screen.Show(all);
        if (json) Terminal.Out.WriteLine(Json(ledger, all));
        else if (ledger is not null) Terminal.Out.WriteLine(Verdict(ledger, all));
        return ExitCodes.Of(all);
    }

    private static string Verdict(WorkspaceLedger ledger, IReadOnlyList<Diagnostic> faults)
    {
        const string Name = WorkspaceLedger.FileName;
        if (faults.FirstOrDefault(f => f.Severity == Severity.Error) is { } first)
            return first.Span is { } at ? string.Create(CultureInfo.InvariantCulture, $"{Name} does not verify; the first line at fault is line {at.Line}.") : $"{Name} was not verified.";
        if (!ledger.Exists) return $"There is no {Name}: nothing was locked, asked or signed here, or the file was removed, which only git shows.";
        if (ledger.Count == 0) return $"{Name} is empty: it holds no line, so there is nothing to verify. What it held before, if anything, only git shows (git log -p {Name}).";
        var unknown = faults.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" {faults.Count} of them a newer Kaizen must have written.");
        return string.Create(CultureInfo.InvariantCulture, $"""
            {ledger.Count} {(ledger.Count == 1 ? "line agrees" : "lines agree, each")} with its own hash and with the line that it follows.{unknown}
            That shows every line that was changed. A line that was removed, or rewritten together with its hash, shows only where a later line of its cycle follows it:
            that the last lines of a cycle, or all of them, were removed, or the last one rewritten with its hash, only git shows (git log -p {Name}).
            """);
    }

    private static string Json(WorkspaceLedger? ledger, IReadOnlyList<Diagnostic> faults) => ResultsJson.ToText(
        json =>
        {
            json.WriteString("ledger", ledger is null ? null : !ledger.Exists ? "absent" : ledger.Count == 0 ? "empty" : "present");
            json.WriteNumber("lines", ledger?.Count ?? 0);
            json.WriteBoolean("verifies", ledger is not null && faults.All(f => f.Severity != Severity.Error));
        },
        faults);
}
