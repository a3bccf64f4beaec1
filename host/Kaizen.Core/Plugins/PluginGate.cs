using Kaizen.Abstractions;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;

namespace Kaizen.Core.Plugins;

/// <summary>
/// The one place where whatever a plugin throws becomes a diagnostic, so that its failure is data of the cycles that
/// use it and never ends another's. Cancellation passes through.
/// </summary>
public static class PluginGate
{
    /// <summary>Runs <paramref name="call"/>; null comes back where it failed.</summary>
    /// <param name="source">The source that is used, for the place of the diagnostic.</param>
    /// <param name="plugin">Name and version of the plugin.</param>
    /// <param name="faults">Receives the diagnostic.</param>
    /// <param name="call">What the plugin does.</param>
    /// <param name="cancellation">The run's own cancellation.</param>
    public static async ValueTask<T?> RunAsync<T>(
        SourceDefinition source, string plugin, DiagnosticBag faults, Func<ValueTask<T>> call, CancellationToken cancellation)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e)
        {
            faults.Add(Diagnose(source, plugin, e));
            return default;
        }
    }

    /// <summary>The diagnostic for an exception of a plugin.</summary>
    public static Diagnostic Diagnose(SourceDefinition source, string plugin, Exception exception) => exception switch
    {
        SourceException e => Catalogue.SourceUnreadable.Hinting(e.Hint, source.At, source.Name, e.Message),
        _ => Catalogue.PluginFailed.At(source.At, plugin, source.Name, exception.GetType().Name, exception.Message.TrimEnd('.')),
    };
}
