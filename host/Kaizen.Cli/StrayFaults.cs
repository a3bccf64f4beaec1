using System.Diagnostics;
using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Runtime.Loader;
using Kaizen.Abstractions;
using Kaizen.Cli.Output;
using Kaizen.Core.Diagnostics;

namespace Kaizen.Cli;

/// <summary>
/// What a plugin throws on a thread of its own, where no gate stands: it ends that thread and not the process, and its words, which may
/// hold a secret, are shown to nobody.
/// </summary>
internal static class StrayFaults
{
    private static int count;

    /// <summary>Whether there was one.</summary>
    public static bool Happened => Volatile.Read(ref count) > 0;

    /// <summary>Watches from now on; once in a process.</summary>
    public static void Watch() => ExceptionHandling.SetUnhandledExceptionHandler(IsOfPlugin);

    private static bool IsOfPlugin(Exception fault)
    {
        if (new StackTrace(fault).GetFrames().Select(f => f.GetMethod()?.Module.Assembly).LastOrDefault(IsPlugin) is not { } assembly) return false;
        Interlocked.Increment(ref count);
        Show(Catalogue.PluginStrays.At(null, assembly.GetName().Name, fault.GetType().Name));
        return true;
    }

    /// <summary>On a thread that is not the plugin's, whose words are taken for the plugin's.</summary>
    internal static void Show(Diagnostic diagnostic)
    {
        var thread = new Thread(() =>
        {
            using var screen = new Screen();
            screen.Show([diagnostic]);
        });
        thread.UnsafeStart();
        thread.Join();
    }

    private static bool IsPlugin(Assembly? assembly) =>
        assembly is not null && AssemblyLoadContext.GetLoadContext(assembly) is { } context && context != AssemblyLoadContext.Default;
}
