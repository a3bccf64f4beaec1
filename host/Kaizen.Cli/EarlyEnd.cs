using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Kaizen.Cli.Output;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Plugins;
using Kaizen.Hosting.Runs;
using Kaizen.Reports;

namespace Kaizen.Cli;

/// <summary>
/// How the process ends. A plugin that calls <see cref="Environment.Exit"/> ends the run of everybody, with whatever exit code it likes:
/// nothing keeps it from that, but nobody shall take it for a run that went well. And no thread of a plugin, nor a handler of its own
/// for the end, keeps the process alive once Kaizen is done.
/// </summary>
internal static class EarlyEnd
{
    private static int begun;

    /// <summary>Watches from now on; once in a process.</summary>
    /// <param name="json">Whether JSON is awaited on standard output, at every exit code.</param>
    public static void Watch(bool json) => AppDomain.CurrentDomain.ProcessExit += (_, _) => Named(json);

    /// <summary>The end is Kaizen's own, and comes at once.</summary>
    [DoesNotReturn]
    public static void Now(int code)
    {
        // Another thread may be at the end already: it says who wanted it.
        if (Interlocked.Exchange(ref begun, 1) != 0) Thread.Sleep(Timeout.Infinite);
        End(code);
    }

    private static void Named(bool json)
    {
        if (Interlocked.Exchange(ref begun, 1) != 0) return;
        var titles = PluginsAtWork.Titles;
        var fault = Catalogue.PluginEndsProcess.At(null, titles.Count == 0 ? "" : $" while there ran: {string.Join(", ", titles.Select(t => $"'{t}'"))}");
        StrayFaults.Show(fault);
        if (json) Terminal.Out.WriteLine(ResultsJson.ToText(null, default, [], [fault]));
        // The code that the plugin chose is settled by now, and only the system can still change it.
        End(ExitCodes.FoundOnReading);
    }

    [DoesNotReturn]
    private static void End(int code)
    {
        Terminal.Out.Flush();
        Terminal.Error.Flush();
        if (OperatingSystem.IsWindows()) _ = TerminateProcess(Process.GetCurrentProcess().Handle, (uint)code);
        else ExitNow(code);
        throw new UnreachableException();
    }

    [DllImport("libc", EntryPoint = "_exit"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void ExitNow(int code);

    [DllImport("kernel32"), DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int TerminateProcess(IntPtr process, uint code);
}
