using System.Runtime.InteropServices;
using Kaizen.Cli.Output;
using Kaizen.Hosting.Runs;

namespace Kaizen.Cli;

/// <summary>Ctrl-C and the signal of a service manager: the first asks to stop, a second one ends the process at once.</summary>
internal sealed class Signals : IDisposable
{
    private const int Terminated = 143;
    private readonly CancellationTokenSource stop = new();
    private readonly PosixSignalRegistration[] registrations;
    private int heard;

    public Signals() => registrations = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Hear), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Hear)];

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Stop => stop.Token;

    public void Dispose()
    {
        foreach (var registration in registrations) registration.Dispose();
    }

    private void Hear(PosixSignalContext signal)
    {
        signal.Cancel = true;
        if (Interlocked.Increment(ref heard) == 1) _ = StopAsync();
        else EarlyEnd.Now(signal.Signal == PosixSignal.SIGINT ? ExitCodes.Stopped : Terminated);
    }

    /// <summary>What does not hear at once, such as a plugin that is being loaded, should not look as if nobody had.</summary>
    private async Task StopAsync()
    {
        await stop.CancelAsync();
        await Task.Delay(TimeSpan.FromSeconds(2));
        await Terminal.Error.WriteLineAsync("kaizen: stopping; a second signal ends it at once.");
    }
}
