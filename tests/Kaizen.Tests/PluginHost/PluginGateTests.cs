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
        Assert.Equal("KZ3004 kaizen.yaml:3:3: Plugin 'csv 0.1.0' failed on source 'enquiries': FormatException: odd. | tell the plugin's author; cycles that do not use it are not affected", await Fault(new FormatException("odd.")));

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
            Opened().Call, faults, (_, _) => throw new OperationCanceledException(), cancelled.Token));
        Assert.Empty(faults.All);
    }

    [Fact]
    public async Task What_does_not_come_back_is_given_up()
    {
        var faults = new DiagnosticBag();
        using var never = new SemaphoreSlim(0);
        var source = Opened() with { Definition = Plugins.Source("csv") with { Timeout = TimeSpan.FromMilliseconds(200) } };
        Assert.False(await PluginGate.RunAsync(source.Call, faults, (_, _) => new ValueTask<bool>(never.Wait(TimeSpan.FromSeconds(20), CancellationToken.None)), CancellationToken.None));
        Assert.Equal("KZ3025 kaizen.yaml:3:3: Plugin 'csv 0.1.0' gave no answer on source 'enquiries' for 0.2 s. | look whether the source answers, or state 'timeout: SECONDS' at it", Plugins.Line(Assert.Single(faults.All)));
        never.Release();
    }

    [Fact]
    public async Task What_goes_on_is_left_alone_however_long_it_takes()
    {
        var faults = new DiagnosticBag();
        var source = Opened() with { Definition = Plugins.Source("csv") with { Timeout = TimeSpan.FromSeconds(2) } };
        Assert.Equal(8, await PluginGate.RunAsync(source.Call, faults, async (pulse, stop) =>
        {
            for (var i = 0; i < 8; i++)
            {
                await Task.Delay(400, stop);
                pulse.Beat();
            }

            return 8;
        }, CancellationToken.None));
        Assert.Empty(faults.All);
    }

    [Fact]
    public async Task Secrets_do_not_reach_a_message()
    {
        var secret = new Secret("CRM", "https://noor:p%40ss word-9@crm.example/x?key=abc123");
        var source = Opened() with { Redaction = Plugins.Hiding(secret) };
        var faults = new DiagnosticBag();
        await PluginGate.RunAsync<bool>(source.Call, faults, (_, _) => throw new SourceException($"GET {secret.Reveal()} failed for abc123 with p%40ss word-9.", "look at 'p%40ss word-9'"), CancellationToken.None);
        Assert.Equal("KZ3005 kaizen.yaml:3:3: Source 'enquiries' cannot be read. GET [secret CRM] failed for [secret CRM] with [secret CRM]. | look at '[secret CRM]'", Plugins.Line(Assert.Single(faults.All)));
    }

    [Theory]
    [InlineData("S3cr\"t/+&<Tok>en=9")]
    [InlineData("plain-word")]
    public void A_secret_is_known_in_the_forms_in_which_programs_write_it(string value)
    {
        var (redaction, bytes) = (Plugins.Hiding(new Secret("CRM", value)), System.Text.Encoding.UTF8.GetBytes(value));
        string[] forms =
        [
            value, value.ToUpperInvariant(), Uri.EscapeDataString(value).ToLowerInvariant(), Convert.ToHexString(bytes), Convert.ToHexStringLower(bytes), Convert.ToBase64String(bytes).TrimEnd('='),
            System.Net.WebUtility.HtmlEncode(value), System.Text.Json.JsonSerializer.Serialize(value).Trim('"'),
        ];
        Assert.All(forms, form => Assert.Equal("GET [secret CRM].", redaction.Clean($"GET {form}.")));
        foreach (var name in new[] { "", "u", "us", "use" })
        {
            var header = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{name}:{value}"));
            Assert.Contains("[secret CRM]", redaction.Clean($"Basic {header}"), StringComparison.Ordinal);
            Assert.Contains("[secret CRM]", redaction.Clean($"Basic {header.Replace('+', '-').Replace('/', '_')}"), StringComparison.Ordinal);
        }
    }

    private static OpenedSource Opened() => new(Plugins.Source("csv"), null!, "csv 0.1.0");

    private static async Task<string> Fault(Exception exception)
    {
        var faults = new DiagnosticBag();
        Assert.Null(await PluginGate.RunAsync<string>(Opened().Call, faults, (_, _) => throw exception, CancellationToken.None));
        return Plugins.Line(Assert.Single(faults.All));
    }
}
