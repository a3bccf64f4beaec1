using System.Net;
using Kaizen.Abstractions;
using Kaizen.Hosting.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kaizen.Web;

/// <summary>The hosted core: keepers that close loops, and the pages that show them. Read-only, on loopback only.</summary>
public sealed class KaizenServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly List<LoopKeeper> keepers;

    private KaizenServer(WebApplication app, List<LoopKeeper> keepers)
    {
        this.app = app;
        this.keepers = keepers;
    }

    /// <summary>The address under which the pages are found, once started.</summary>
    public string Url => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>Cancelled when the host stops by itself, on a signal.</summary>
    public CancellationToken Stopping => app.Lifetime.ApplicationStopping;

    /// <summary>Builds a host that is not started yet.</summary>
    /// <param name="options">What to serve.</param>
    /// <param name="time">The clock that decides what is due.</param>
    /// <exception cref="ArgumentException">The address is not a loopback address.</exception>
    public static KaizenServer Build(ServeOptions options, TimeProvider time)
    {
        if (!IPAddress.IsLoopback(options.Address)) throw new ArgumentException("Without a sign-in the pages are served on loopback only.", nameof(options));
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        // Where it listens is said here alone: no variable and no file beside the program opens another address.
        builder.Configuration.Sources.Clear();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(options.Address, options.Port);
            kestrel.Limits.MaxRequestBodySize = 0;
        });
        AddLog(builder.Logging, options.JsonLog);
        var services = builder.Services;
        services.Configure<HostOptions>(host =>
        {
            host.ShutdownTimeout = TimeSpan.FromSeconds(30);
            host.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore;
        });
        services.AddHostFiltering(filter => filter.AllowedHosts = ["localhost", "127.0.0.1", "[::1]", options.Address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"[{options.Address}]" : options.Address.ToString()]);
        services.Replace(ServiceDescriptor.Singleton(time));
        services.AddSingleton(services => (IReadOnlyList<LoopKeeper>)
            [.. options.Folders.Select(f => new LoopKeeper(f, options.Out, time, services.GetRequiredService<ILogger<LoopKeeper>>()))]);
        services.AddSingleton<EventStream>().AddHostedService<KeeperService>();
        var app = builder.Build();
        var keepers = app.Services.GetRequiredService<IReadOnlyList<LoopKeeper>>().ToList();
        app.UseHostFiltering();
        app.Use(Protection.Headers);
        Pages.Map(app, keepers, app.Services.GetRequiredService<EventStream>(), time);
        return new KaizenServer(app, keepers);
    }

    /// <summary>Takes the workspaces for this host; tells those that another host keeps.</summary>
    public IReadOnlyList<Diagnostic> Hold() => [.. keepers.Select(k => k.Hold()).OfType<Diagnostic>()];

    /// <summary>Starts to listen and to keep.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    /// <exception cref="System.Net.Sockets.SocketException">The address is not there, or the port needs rights.</exception>
    public Task StartAsync(CancellationToken cancellation) => app.StartAsync(cancellation);

    /// <summary>Stops listening; a run that is writing finishes first.</summary>
    public Task StopAsync() => app.StopAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync().ConfigureAwait(false);
        foreach (var keeper in keepers) keeper.Dispose();
    }

    private static void AddLog(ILoggingBuilder logging, bool json)
    {
        logging.ClearProviders();
        logging.AddFilter("Microsoft", LogLevel.Warning).SetMinimumLevel(LogLevel.Information);
        // Results go to standard output, what the host says of itself to standard error.
        logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        if (json) logging.AddJsonConsole(o => (o.UseUtcTimestamp, o.TimestampFormat) = (true, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"));
        else logging.AddSimpleConsole(o => (o.SingleLine, o.TimestampFormat) = (true, "HH:mm:ss "));
    }
}
