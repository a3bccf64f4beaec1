using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Kaizen.EndToEnd.Tests;

/// <summary>A host that really runs, on a free port; ended by the signal that a service manager sends.</summary>
internal sealed partial class Server : IAsyncDisposable
{
    private readonly Process process;
    private readonly Task<string> log;
    private bool ended;

    private Server(Process process, string url)
    {
        this.process = process;
        Url = url;
        log = process.StandardError.ReadToEndAsync();
    }

    public string Url { get; }

    public int Number => process.Id;

    /// <summary>Starts a host over folders; <paramref name="clock"/> is what KAIZEN_CLOCK says.</summary>
    public static Task<Server> Start(string? clock, params string[] folders) => StartOn("0", clock, folders);

    /// <summary>The same on a port.</summary>
    public static async Task<Server> StartOn(string port, string? clock, params string[] folders)
    {
        var environment = clock is null ? null : new Dictionary<string, string> { ["KAIZEN_CLOCK"] = clock };
        var process = Kaizen.Start(Path.GetTempPath(), environment, ["serve", .. folders, "--port", port]);
        var said = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1));
        var url = Address().Match(said ?? "");
        Assert.True(url.Success, said ?? await process.StandardError.ReadToEndAsync());
        return new Server(process, url.Value);
    }

    /// <summary>Waits until the portfolio says it.</summary>
    public async Task Shows(string what)
    {
        using var http = new HttpClient();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!(await http.GetStringAsync(Url, patience.Token)).Contains(what, StringComparison.Ordinal)) await Task.Delay(100, patience.Token);
    }

    /// <summary>Asks the host to stop; gives its exit code and what it logged.</summary>
    public async Task<(int Code, string Log)> Stop()
    {
        ended = true;
        using var signal = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await signal.WaitForExitAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        return (process.ExitCode, await log);
    }

    public async ValueTask DisposeAsync()
    {
        if (!ended && !process.HasExited) process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Address();
}
