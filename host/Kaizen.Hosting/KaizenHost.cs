using Kaizen.Hosting.Analysing;
using Kaizen.Hosting.Authoring.Verbs;
using Kaizen.Hosting.Define;
using Kaizen.Hosting.Record;
using Kaizen.Hosting.Report;
using Kaizen.Hosting.Runs;
using Kaizen.PluginHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Kaizen.Hosting;

/// <summary>The composition: one place that says which parts the product is made of.</summary>
public static class KaizenHost
{
    /// <summary>Adds the parts of a run.</summary>
    /// <param name="services">The collection.</param>
    /// <param name="reloads">Whether plugins are held so that their files can be replaced while the process runs.</param>
    public static IServiceCollection AddKaizen(this IServiceCollection services, bool reloads = false)
    {
        services.TryAddSingleton(_ => StoryClock.OfEnvironment());
        return services
            .AddSingleton(_ => PluginFolders.Installed())
            .AddSingleton(services => new PluginCatalogue(services.GetRequiredService<PluginFolders>().Manifests, reloads))
            .AddSingleton<SourceOpener>()
            .AddSingleton<SeriesFile>()
            .AddSingleton<ReportStage>()
            .AddSingleton<WorkspaceRun>()
            .AddSingleton<Replay>()
            .AddSingleton<LedgerDesk>()
            .AddSingleton<WritingDesk>();
    }

    /// <summary>One run in a host built lean: no configuration files, no logging, nothing that a one-shot command does not use.</summary>
    public static async Task<RunResult> RunAsync(
        RunRequest request, RunMode mode, IProgress<RunProgress> progress, CancellationToken cancellation)
    {
        using var host = Build();
        return await host.Services.GetRequiredService<WorkspaceRun>().RunAsync(request, mode, progress, cancellation).ConfigureAwait(false);
    }

    /// <summary>Rebuilds the sheets of the request's date.</summary>
    public static async Task<ReplayResult> ReplayAsync(RunRequest request, IProgress<RunProgress> progress, CancellationToken cancellation)
    {
        using var host = Build();
        return await host.Services.GetRequiredService<Replay>().RunAsync(request, progress, cancellation).ConfigureAwait(false);
    }

    /// <summary>Writes what a person said of a cycle into the ledger.</summary>
    public static async Task<NoteResult> NoteAsync(RunRequest request, Note note, IProgress<RunProgress> progress, CancellationToken cancellation)
    {
        using var host = Build();
        return await host.Services.GetRequiredService<LedgerDesk>().WriteAsync(request, note, progress, cancellation).ConfigureAwait(false);
    }

    /// <summary>Writes what a person has to say into the workspace's files; with <paramref name="dryRun"/> only tells what would be written.</summary>
    public static async Task<WritingResult> WriteAsync(RunRequest request, Entry entry, bool dryRun, IProgress<RunProgress> progress, CancellationToken cancellation)
    {
        using var host = Build();
        return await host.Services.GetRequiredService<WritingDesk>().WriteAsync(request, entry, dryRun, progress, cancellation).ConfigureAwait(false);
    }

    /// <summary>Looks at one series without a workspace.</summary>
    public static async Task<AnalysisResult> AnalyseAsync(AnalysisRequest request, CancellationToken cancellation)
    {
        using var host = Build();
        return await host.Services.GetRequiredService<SeriesFile>().AnalyseAsync(request, cancellation).ConfigureAwait(false);
    }

    private static IHost Build()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddKaizen();
        return builder.Build();
    }
}
