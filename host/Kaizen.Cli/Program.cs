using System.CommandLine;
using System.Text;
using Kaizen.Cli;
using Kaizen.Cli.Commands;
using Kaizen.Cli.Output;
using Kaizen.Core.Diagnostics;
using Kaizen.Hosting;
using Kaizen.Hosting.Runs;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
Terminal.Take();
var root = new RootCommand("Kaizen: continuous improvement as code. Cycles in YAML, evidence from your data, an A3 for your coach.")
{
    InitCommand.Create(),
    NewCommand.Create(),
    WeekCommand.Create(),
    NoteCommand.Create(),
    RunCommand.Create(),
    StatusCommand.Create(),
    ShowCommand.Create(),
    ActCommand.Create(),
    ValidateCommand.Create(),
    WhyCommand.Create(),
    ReplayCommand.Create(),
    LedgerCommand.Create(),
    AnalyseCommand.Create(),
    SchemaCommand.Create(),
    PluginCommand.Create(),
    ServeCommand.Create(),
};
root.Examples(
    ("kaizen init my-team && kaizen run my-team", "a small workspace that runs at once"),
    ("kaizen run examples/repeat-business", "nine cycles, nine A3s"),
    ("kaizen analyse figures.csv --change 2026-03-02 --better lower", "one series, no YAML"));
HelpExamples.Attach(root);

StrayFaults.Watch();
EarlyEnd.Watch(json: args.Contains("--json"));
var code = await RunAsync(root, args);
if (code == ExitCodes.Fine && StrayFaults.Happened) code = ExitCodes.FoundOnReading;
if (code == ExitCodes.Stopped) Terminal.Error.WriteLine("kaizen: stopped; nothing is half written.");
EarlyEnd.Now(code);
return code;

static async Task<int> RunAsync(RootCommand root, string[] args)
{
    using var signals = new Signals();
    try
    {
        var parsed = root.Parse(args);
        if (UsageFaults.Report(parsed, args) is { } wrong) return wrong;
        if (Environment.GetEnvironmentVariable(StoryClock.Variable) is { Length: > 0 } clock && StoryClock.Parse(clock) is null)
            return UsageFaults.Say([Catalogue.WrongClock.At(null, clock) with { Hint = "write it as 2026-08-30T09:00Z, or with a speed as 2026-08-30*86400" }], args.Contains("--json"));
        // The parser's own handler of signals is left out: it breaks on a second one.
        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null, Output = Terminal.Out, Error = Terminal.Error }, signals.Stop);
    }
    catch (OperationCanceledException)
    {
        return ExitCodes.Stopped;
    }
    catch (Exception fault)
    {
        // A bug or a broken machine: the one line that a report of it needs, and an exit code that a script can tell apart.
        Terminal.Error.WriteLine($"kaizen: a fault of the program, not of your files: {fault.GetType().Name}: {Plain.Text(fault.Message)}");
        return ExitCodes.FoundOnReading;
    }
}
