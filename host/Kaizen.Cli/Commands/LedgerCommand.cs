using System.CommandLine;
using System.Globalization;
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
        if (json) Console.Out.WriteLine(ResultsJson.ToText(line => line.WriteNumber("lines", ledger?.Count ?? 0), all));
        else if (ledger is not null) Console.Out.WriteLine(Verdict(ledger, all));
        return ExitCodes.Of(all);
    }

    private static string Verdict(WorkspaceLedger ledger, IReadOnlyList<Abstractions.Diagnostic> faults)
    {
        if (faults is [{ Span: { } first }, ..])
            return string.Create(CultureInfo.InvariantCulture, $"{WorkspaceLedger.FileName} does not verify; the first line at fault is line {first.Line}.");
        return ledger.Count == 0 ? "No ledger yet: nothing was locked, asked or signed."
            : string.Create(CultureInfo.InvariantCulture, $"{ledger.Count} lines, every one as it was written.");
    }
}
