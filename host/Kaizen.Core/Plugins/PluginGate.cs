using System.Reflection;
using Kaizen.Abstractions;
using Kaizen.Core.Diagnostics;

namespace Kaizen.Core.Plugins;

/// <summary>
/// The one place where whatever a plugin throws, or that it does not come back, becomes a diagnostic, so that its failure is data of
/// the cycles that use it and never ends another's. The run's own cancellation passes through.
/// </summary>
public static class PluginGate
{
    /// <summary>How long a cancelled call may take to let go of what it holds.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    /// <summary>Runs <paramref name="call"/>; the type's default comes back where it failed.</summary>
    /// <param name="use">Who is called for what.</param>
    /// <param name="faults">Receives the diagnostic.</param>
    /// <param name="call">What the plugin does. Where it takes long it has the pulse beat.</param>
    /// <param name="cancellation">The run's own cancellation.</param>
    public static async ValueTask<T?> RunAsync<T>(
        PluginCall use, DiagnosticBag faults, Func<Pulse, CancellationToken, ValueTask<T>> call, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var pulse = new Pulse();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        // On a thread of its own, which is given up where the plugin holds it for ever.
        var work = Task.Run(
            async () =>
            {
                using var working = PluginsAtWork.Enter(use.Plugin);
                return await call(pulse, stop.Token).ConfigureAwait(false);
            },
            CancellationToken.None);
        try
        {
            if (await CameBackAsync(work, pulse, use.Timeout, cancellation).ConfigureAwait(false)) return await work.ConfigureAwait(false);
            faults.Add(use.Redaction.Clean(Catalogue.PluginHangs.At(use.At, use.Plugin, use.What, Math.Round(use.Timeout.TotalSeconds, 1))));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await LetGoAsync(work).ConfigureAwait(false);
            throw;
        }
        catch (Exception e)
        {
            faults.Add(Diagnose(use, e));
            return default;
        }

        await stop.CancelAsync().ConfigureAwait(false);
        await LetGoAsync(work).ConfigureAwait(false);
        return default;
    }

    /// <summary>Runs a plugin's code within host code that judges what a person wrote; null comes back where it failed.</summary>
    /// <param name="use">Who is called for what.</param>
    /// <param name="faults">Receives the diagnostics.</param>
    /// <param name="judge">Writes into a bag of its own: one that was given up may go on writing for as long as it likes.</param>
    /// <param name="cancellation">The run's own cancellation.</param>
    public static async ValueTask<T?> JudgeAsync<T>(PluginCall use, DiagnosticBag faults, Func<DiagnosticBag, T?> judge, CancellationToken cancellation)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(faults);
        var (judged, own) = await RunAsync(
            use,
            faults,
            (_, _) =>
            {
                var bag = new DiagnosticBag();
                return new ValueTask<(T?, DiagnosticBag?)>((judge(bag), bag));
            },
            cancellation).ConfigureAwait(false);
        if (own is not null) faults.AddRange(own.All);
        return judged;
    }

    /// <summary>The diagnostic for an exception of a plugin.</summary>
    public static Diagnostic Diagnose(PluginCall use, Exception exception)
    {
        ArgumentNullException.ThrowIfNull(use);
        return use.Redaction.Clean(exception switch
        {
            SourceException e when use.IsMetric => Catalogue.MetricImpossible.Hinting(e.Hint, use.At, use.Name, WordsOf(e)),
            SourceException e => Catalogue.SourceUnreadable.Hinting(e.Hint, use.At, use.Name, WordsOf(e)),
            ContractException e => Catalogue.PluginBreaksContract.At(use.At, use.Plugin, use.What, e.Message),
            _ => Catalogue.PluginFailed.At(use.At, use.Plugin, use.What, CauseOf(exception).GetType().Name, WordsOf(CauseOf(exception)).TrimEnd('.')),
        });
    }

    /// <summary>What an exception says. One of a plugin's own types computes its message itself, and may throw over that.</summary>
    private static string WordsOf(Exception exception)
    {
        try
        {
            return exception.Message ?? "";
        }
        catch (Exception)
        {
            return "it does not say why";
        }
    }

    /// <summary>What a plugin really threw, where the runtime wrapped it.</summary>
    public static Exception CauseOf(Exception exception) => exception switch
    {
        TargetInvocationException or TypeInitializationException or AggregateException { InnerExceptions.Count: 1 } when exception.InnerException is { } inner => CauseOf(inner),
        _ => exception,
    };

    /// <summary>Whether the work is over; false once nothing has come for longer than the source is given.</summary>
    private static async Task<bool> CameBackAsync(Task work, Pulse pulse, TimeSpan patience, CancellationToken cancellation)
    {
        while (true)
        {
            var before = pulse.Beats;
            try
            {
                await work.WaitAsync(patience, cancellation).ConfigureAwait(false);
                return true;
            }
            catch (TimeoutException) when (!work.IsCompleted)
            {
                if (pulse.Beats == before) return false;
            }
        }
    }

    private static async Task LetGoAsync(Task work) => await Task.WhenAny(work, Task.Delay(Grace)).ConfigureAwait(false);
}
