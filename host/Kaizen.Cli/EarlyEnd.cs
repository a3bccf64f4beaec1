using System.Diagnostics;
using System.Runtime.InteropServices;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Plugins;
using Kaizen.Hosting.Runs;

namespace Kaizen.Cli;

/// <summary>
/// A plugin that calls <see cref="Environment.Exit"/> ends the run of everybody, with whatever exit code it likes. Nothing keeps it from
/// that, but nobody shall take it for a run that went well.
/// </summary>
internal static class EarlyEnd
{
    private static volatile bool wanted;

    /// <summary>Watches from now on; once in a process.</summary>
    public static void Watch() => AppDomain.CurrentDomain.ProcessExit += (_, _) => End();

    /// <summary>From now on the end is Kaizen's own.</summary>
    public static int With(int code)
    {
        wanted = true;
        return code;
    }

    private static void End()
    {
        if (wanted) return;
        var titles = PluginsAtWork.Titles;
        StrayFaults.Show(Catalogue.PluginEndsProcess.At(null, titles.Count == 0 ? "" : $" while there ran: {string.Join(", ", titles.Select(t => $"'{t}'"))}"));
        // The code that the plugin chose is settled by now, and only the system can still change it.
        if (OperatingSystem.IsWindows()) _ = TerminateProcess(Process.GetCurrentProcess().Handle, ExitCodes.FoundOnReading);
        else ExitNow(ExitCodes.FoundOnReading);
    }

    [DllImport("libc", EntryPoint = "_exit"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void ExitNow(int code);

    [DllImport("kernel32"), DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int TerminateProcess(IntPtr process, uint code);
}
