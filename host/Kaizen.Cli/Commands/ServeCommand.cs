using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Kaizen.Abstractions;
using Kaizen.Cli.Output;
using Kaizen.Core.Diagnostics;
using Kaizen.Definitions;
using Kaizen.Hosting;
using Kaizen.Hosting.Runs;
using Kaizen.Hosting.Serving;
using Kaizen.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kaizen.Cli.Commands;

/// <summary><c>kaizen serve</c>: keeps loops closing on time and shows them on a page of this machine.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var words = new Argument<string[]>("workspace")
        {
            HelpName = "WORKSPACE...",
            Description = "Folders with kaizen.yaml (default: the nearest one above).",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var port = new Option<int>("--port") { HelpName = "PORT", Description = "Where the page listens; 0 takes a free port.", DefaultValueFactory = _ => ServeOptions.DefaultPort };
        var address = new Option<string>("--address") { HelpName = "ADDRESS", Description = "127.0.0.1, ::1 or localhost; others need a sign-in, which the page has not yet.", DefaultValueFactory = _ => "127.0.0.1" };
        var output = CommandWords.Out();
        var once = new Option<bool>("--once") { Description = "Close what is due now and end, for a scheduler of your own; no page." };
        var jsonLog = new Option<bool>("--json-log") { Description = "Log one JSON object a line." };
        var command = new Command("serve", "Keep loops closing on time, and show them on a page of this machine.") { words, port, address, output, once, jsonLog };
        command.Examples(
            ("kaizen serve", "the workspace around this folder, at http://127.0.0.1:5280"),
            ("kaizen serve team-a team-b --port 8080", "several workspaces"),
            ("kaizen serve --once", "close what is due and end, from cron"));
        command.SetAction((parsed, cancellation) => RunAsync(
            (parsed.GetValue(words)!, parsed.GetValue(output)), (parsed.GetValue(address)!, parsed.GetValue(port)), (parsed.GetValue(once), parsed.GetValue(jsonLog)), cancellation));
        return command;
    }

    private static async Task<int> RunAsync((string[] Words, string? Out) what, (string Address, int Port) where, (bool Once, bool JsonLog) how, CancellationToken cancellation)
    {
        var faults = new DiagnosticBag();
        var folders = Folders(what.Words, faults);
        if (what.Out is not null && folders.Count > 1) faults.Add(Catalogue.WrongLine.At(null, "--out names one folder, but several workspaces are served."));
        if (where.Port is < 0 or > 65535) faults.Add(Catalogue.WrongLine.At(null, string.Create(CultureInfo.InvariantCulture, $"{where.Port} is not a port: write 0 to 65535.")));
        if (ServeOptions.Loopback(where.Address) is not { } address)
        {
            faults.Add(Catalogue.NotLoopback.At(null, where.Address) with { Hint = "leave --address away; from another machine, forward the port with ssh -L" });
            address = IPAddress.Loopback;
        }

        if (faults.HasErrors) return UsageFaults.Say(faults.All, json: false);
        var output = what.Out is null ? null : Path.GetFullPath(what.Out);
        var time = StoryClock.OfEnvironment();
        return how.Once ? await OnceAsync(folders, output, time, cancellation)
            : await ServeAsync(new ServeOptions(folders, output, address, where.Port, how.JsonLog), time, cancellation);
    }

    private static async Task<int> OnceAsync(List<string> folders, string? output, TimeProvider time, CancellationToken cancellation)
    {
        var all = new List<Diagnostic>();
        foreach (var folder in folders)
        {
            using var keeper = new LoopKeeper(folder, output, time, NullLogger.Instance);
            try
            {
                await keeper.TickAsync(cancellation);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                keeper.Fail(fault);
            }

            using var screen = new Screen();
            screen.Show(keeper.View.Faults);
            all.AddRange(keeper.View.Faults);
            if (keeper.View.Workspace is { } workspace) Terminal.Out.WriteLine($"{Plain.Text(workspace.Title ?? workspace.Name)}: {Told(keeper.View)}");
        }

        return ExitCodes.Of(all);
    }

    private static string Told(LoopView view)
    {
        var (due, closed) = view.Looked;
        var what = due == 0 ? "no loop was due" : closed == due ? $"{Loops(due)} closed" : $"{closed} of {Loops(due)} closed that were due";
        var next = view.Next.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; next due {view.Next.Values.Min(n => n.Date):d MMMM yyyy}");
        return string.Create(CultureInfo.InvariantCulture, $"{what} as of {view.AsOf:d MMMM yyyy}{next}.");

        static string Loops(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} loop{(count == 1 ? "" : "s")}");
    }

    private static async Task<int> ServeAsync(ServeOptions options, TimeProvider time, CancellationToken cancellation)
    {
        await using var server = KaizenServer.Build(options, time);
        if (server.Hold() is { Count: > 0 } others) return UsageFaults.Say(others, json: false);
        try
        {
            await server.StartAsync(cancellation);
        }
        catch (Exception fault) when (fault is IOException or SocketException)
        {
            var place = new IPEndPoint(options.Address, options.Port).ToString();
            return UsageFaults.Say([Catalogue.PortTaken.At(null, place, (fault.InnerException?.Message ?? fault.Message).TrimEnd('.')) with { Hint = WayOut(fault) }], json: false);
        }

        Terminal.Out.WriteLine($"Kaizen keeps {options.Folders.Count} workspace{(options.Folders.Count == 1 ? "" : "s")} and shows {(options.Folders.Count == 1 ? "it" : "them")} at {server.Url} (Ctrl-C stops).");
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, server.Stopping);
        await Task.Delay(Timeout.Infinite, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await server.StopAsync();
        Terminal.Error.WriteLine("kaizen: stopped; nothing is half written.");
        return ExitCodes.Fine;
    }

    private static string WayOut(Exception fault) => (fault as SocketException ?? fault.InnerException as SocketException)?.SocketErrorCode switch
    {
        SocketError.AccessDenied => "ports below 1024 need rights; choose another with --port",
        SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported => "this machine has no such address; leave --address away",
        _ => "choose another with --port",
    };

    private static List<string> Folders(string[] words, DiagnosticBag faults)
    {
        var folders = new List<string>();
        foreach (var word in words.DefaultIfEmpty("."))
        {
            if (!Directory.Exists(word)) faults.Add(Catalogue.UnknownName.At(null, "folder", word) with { Hint = "name folders that hold kaizen.yaml" });
            else if ((words.Length == 0 ? WorkspaceReader.Find(Path.GetFullPath(word)) : File.Exists(Path.Combine(word, "kaizen.yaml")) ? Path.GetFullPath(word) : null) is { } folder) folders.Add(Path.TrimEndingDirectorySeparator(folder));
            else faults.Add(Catalogue.NoWorkspace.At(null, word) with { Hint = "name the workspace, or make one with 'kaizen init FOLDER'" });
        }

        return [.. folders.Distinct()];
    }
}
