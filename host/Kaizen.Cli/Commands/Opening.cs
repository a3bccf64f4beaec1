using Kaizen.Cli.Output;
using Kaizen.Core.Diagnostics;
using Kaizen.Hosting;
using Kaizen.Hosting.Runs;
using Kaizen.Reports;

namespace Kaizen.Cli.Commands;

/// <summary>How the verbs over a workspace begin: find it, run it, tell the faults and, where it was asked for, the JSON.</summary>
internal static class Opening
{
    /// <summary>The run; its request is null where the words name no workspace.</summary>
    public static async Task<(RunRequest? Request, RunResult Result)> RunAsync(
        string[] words, (DateOnly? AsOf, string? Out) from, RunMode mode, bool json, CancellationToken cancellation)
    {
        using var screen = new Screen();
        var faults = new DiagnosticBag();
        var request = CommandWords.Request(words, from.AsOf, from.Out, faults);
        var result = request is null ? new RunResult { Diagnostics = faults.All } : await KaizenHost.RunAsync(request, mode, screen, cancellation);
        screen.Show(result.Diagnostics);
        if (json) Terminal.Out.WriteLine(ResultsJson.ToText(result.Workspace, result.AsOf, result.Reported, result.Diagnostics));
        return (request, result);
    }
}
