using Kaizen.Abstractions;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Plugins;

namespace Kaizen.Tests.PluginHost;

public class PluginGateTests
{
    [Fact]
    public async Task A_source_exception_speaks_for_itself() =>
        Assert.Equal("KZ3005 kaizen.yaml:3:3: Source 'enquiries' cannot be read. The moon is down. | wait for it",
            await Fault(new SourceException("The moon is down.", "wait for it")));

    [Fact]
    public async Task Anything_else_is_named_with_its_plugin() =>
        Assert.Equal("KZ3004 kaizen.yaml:3:3: Plugin 'csv 0.1.0' failed on source 'enquiries': FormatException: odd. | tell the plugin's author; cycles with other sources are not affected", await Fault(new FormatException("odd.")));

    [Fact]
    public async Task A_cancellation_that_nobody_asked_for_is_a_failure() =>
        Assert.Contains("OperationCanceledException", await Fault(new OperationCanceledException()), StringComparison.Ordinal);

    [Fact]
    public async Task The_runs_own_cancellation_passes_through()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var faults = new DiagnosticBag();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await PluginGate.RunAsync<bool>(
            Plugins.Source("csv"), "csv 0.1.0", faults, () => throw new OperationCanceledException(), cancelled.Token));
        Assert.Empty(faults.All);
    }

    private static async Task<string> Fault(Exception exception)
    {
        var faults = new DiagnosticBag();
        Assert.Null(await PluginGate.RunAsync<string>(Plugins.Source("csv"), "csv 0.1.0", faults, () => throw exception, CancellationToken.None));
        return Plugins.Line(Assert.Single(faults.All));
    }
}
