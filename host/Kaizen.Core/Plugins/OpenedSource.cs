using Kaizen.Abstractions;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;

namespace Kaizen.Core.Plugins;

/// <summary>A source of the workspace, ready to be read.</summary>
/// <param name="Definition">As the workspace defines it.</param>
/// <param name="Source">What reads it.</param>
/// <param name="Plugin">Plugin and version, such as <c>csv 0.1.0</c>.</param>
public sealed record OpenedSource(SourceDefinition Definition, ISource Source, string Plugin)
{
    /// <summary>The fingerprint where it is known already; else it is taken while the rows are read.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>What must not be seen of anything that the plugin says.</summary>
    public Redaction Redaction { get; init; } = new();

    /// <summary>A call of the plugin for this source.</summary>
    public PluginCall Call => PluginCall.Of(Definition, Plugin) with { Redaction = Redaction };

    /// <summary>Lets go of what the source holds open, where it says that it does. The rows are read by then: what goes wrong is a warning.</summary>
    /// <param name="faults">Receives what the plugin throws.</param>
    public async ValueTask CloseAsync(DiagnosticBag faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        if (Source is not (IAsyncDisposable or IDisposable)) return;
        var own = new DiagnosticBag();
        // Also where the run was stopped: for that, of all times, it holds nothing back.
        await PluginGate.RunAsync(Call, own, async (_, _) =>
        {
            if (Source is IAsyncDisposable source) await source.DisposeAsync().ConfigureAwait(false);
            else (Source as IDisposable)?.Dispose();
            return true;
        }, CancellationToken.None).ConfigureAwait(false);
        foreach (var fault in own.All) faults.Add(Redaction.Clean(Catalogue.SourceHeld.At(Definition.At, Plugin, Definition.Name, fault.Message.TrimEnd('.'))));
    }
}
