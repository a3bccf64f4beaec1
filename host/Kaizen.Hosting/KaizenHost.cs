using Kaizen.Abstractions;
using Kaizen.Core.Coaching;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Metrics;
using Kaizen.Hosting.Analysing;
using Kaizen.Hosting.Authoring;
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
        services.TryAddSingleton(_ => new WorkspacePlugins(PluginLoading.Once with { Reloads = reloads }));
        return services
            .AddSingleton<SourceOpener>()
            .AddSingleton<Families>()
            .AddSingleton<SeriesFile>()
            .AddSingleton<TableReader>()
            .AddSingleton<Standing>()
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

    /// <summary>A look at a workspace that tries a plugin before all others; no story's clock counts.</summary>
    internal static async Task<RunResult> TryAsync(string workspace, FoundPlugin plugin, IProgress<RunProgress> progress, CancellationToken cancellation)
    {
        using var host = Build(services => services
            .AddSingleton(TimeProvider.System).AddSingleton(_ => new WorkspacePlugins(PluginLoading.Once) { Foremost = plugin }));
        return await host.Services.GetRequiredService<WorkspaceRun>().RunAsync(new RunRequest(workspace, null, null, []), RunMode.Look, progress, cancellation).ConfigureAwait(false);
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

    /// <summary>Contacts with customers that people wrote down in a workspace, in the order of the file; faults are warnings.</summary>
    public static (IReadOnlyList<Contact> Contacts, IReadOnlyList<Diagnostic> Faults) Contacts(string folder)
    {
        var faults = new DiagnosticBag();
        return (ContactBook.Read(folder, faults), faults.All);
    }

    /// <summary>Looks at one series without a workspace.</summary>
    public static async Task<AnalysisResult> AnalyseAsync(AnalysisRequest request, CancellationToken cancellation)
    {
        using var host = Build();
        return await host.Services.GetRequiredService<SeriesFile>().AnalyseAsync(request, cancellation).ConfigureAwait(false);
    }

    /// <summary>Looks at a table that is to become a source; null where the diagnostics say why it cannot.</summary>
    /// <param name="file">Path of the file.</param>
    /// <param name="order">What a person said of day and month, or null.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static async Task<(TableLook? Table, IReadOnlyList<Diagnostic> Faults)> LookAsync(string file, DayOrder? order, CancellationToken cancellation)
    {
        using var host = Build();
        var faults = new DiagnosticBag();
        var table = await host.Services.GetRequiredService<TableReader>().LookAsync(Path.GetFullPath(file), order, faults, cancellation).ConfigureAwait(false);
        return (table, faults.All);
    }

    /// <summary>What could be followed in a table, with where each number stands now.</summary>
    public static async Task<Measured> ProposeAsync(TableLook table, ColumnLook time, WorkCalendar calendar, CancellationToken cancellation)
    {
        using var host = Build();
        return await host.Services.GetRequiredService<Standing>().OfAsync(table, time, Proposals.Of(table, time), calendar, cancellation).ConfigureAwait(false);
    }

    private static IHost Build(Action<IServiceCollection>? first = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        first?.Invoke(builder.Services);
        builder.Services.AddKaizen();
        return builder.Build();
    }
}
