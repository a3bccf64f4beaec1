using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Xunit.Abstractions;

namespace Kaizen.EndToEnd.Tests.ManyRows;

/// <summary>
/// Rows of every source stream through the command: ten times the rows take no more memory. Measured is the process from outside, at the
/// most that it ever had in memory, so that buffers, native memory and what the collector left lying about count too.
/// </summary>
public sealed class ManyRowsTests(ITestOutputHelper output)
{
    /// <summary>How much more the longer run may take: a collector is free to wait a little longer.</summary>
    private const long Allowance = 32 << 20;

    /// <summary>
    /// The collector tidies up each 4 MB, whatever the processor's cache: else it would not have begun when the short run is over, and what
    /// the long run leaves lying about would be taken for growth.
    /// </summary>
    private static readonly Dictionary<string, string> Tidy = new() { ["DOTNET_GCgen0size"] = "400000" };

    private static readonly bool IsLong = Environment.GetEnvironmentVariable("KAIZEN_LONG") == "1";

    /// <summary>With KAIZEN_LONG ten million rows of everything against one million; else enough to see that rows are not kept.</summary>
    private static (int Few, int Many) Rows => IsLong ? (1_000_000, 10_000_000) : (100_000, 1_000_000);

    public static TheoryData<string> Sources => [.. RowFiles.All.Where(s => IsLong || !s.IsSlow).Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task Ten_times_the_rows_take_no_more_memory(string name)
    {
        var source = RowFiles.All.Single(s => s.Name == name);
        var few = await Run(source, Rows.Few);
        var many = await Run(source, Rows.Many);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {Rows.Few:N0} rows {few.Seconds:0.0} s, {few.Peak / 1e6:0} MB; {Rows.Many:N0} rows {many.Seconds:0.0} s, {many.Peak / 1e6:0} MB"));
        Assert.True(many.Peak <= few.Peak + Allowance, $"{name}: {Rows.Few:N0} rows took {few.Peak:N0} bytes at the most, {Rows.Many:N0} rows {many.Peak:N0}.");
    }

    private static async Task<(long Peak, double Seconds)> Run(RowFiles source, int rows)
    {
        using var workspace = new Workspace()
            .With("kaizen.yaml", $"workspace: many\nzone: UTC\nas_of: 2026-06-01\nsources:\n  calls:\n    use: {source.Use}\n    with: {source.With}\n    timeout: 3000\n    time: at\n")
            // What is rounded a database does not aggregate for itself.
            .With("cycles/hours.yaml", "title: Calls are short\nmetrics:\n  hours: { mean: \"round(hours, 2)\", unit: h, better: lower }\n  big: { rate: big, better: lower }\n  named: { count: \"name <> 'nobody'\", better: lower }\nplan: { target: { metric: hours, to: 5, due: 2026-05-25 } }\ndo: { started: 2026-03-16 }\n");
        Directory.CreateDirectory(workspace.At("data"));
        source.Write(workspace.At("data"), rows);
        var watch = Stopwatch.StartNew();
        using var process = Kaizen.Start(workspace.Folder, Tidy, "run", "--json");
        var (text, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(50));
        var peak = await PeakOf(process, patience.Token);
        var seconds = watch.Elapsed.TotalSeconds;
        Assert.True(process.ExitCode == 0, await error + await text);
        Check(JsonDocument.Parse(await text).RootElement.GetProperty("cycles")[0].GetProperty("findings"), rows);
        return (peak, seconds);
    }

    /// <summary>
    /// The most that a process ever had in memory: the system keeps count, and is asked until the process is gone. A thread of its own asks,
    /// since a busy pool asks too late and misses the end, where the page is made.
    /// </summary>
    private static Task<long> PeakOf(Process process, CancellationToken cancellation) => Task.Factory.StartNew(() =>
    {
        var peak = 0L;
        while (!process.WaitForExit(5))
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                process.Refresh();
                peak = Math.Max(peak, process.PeakWorkingSet64);
            }
            catch (InvalidOperationException)
            {
                // It ended between the two questions.
            }
        }

        return peak;
    }, cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>All rows were read, and each value was.</summary>
    private static void Check(JsonElement findings, int rows)
    {
        foreach (var finding in findings.EnumerateArray())
            Assert.Equal(rows, finding.GetProperty("rowsBefore").GetInt64() + finding.GetProperty("rowsAfter").GetInt64());
        Assert.Equal(RowFiles.Mean, findings[0].GetProperty("pooled")[0].GetDouble(), 0.5);
        Assert.Equal(0.25, findings[1].GetProperty("pooled")[0].GetDouble(), 0.01);
    }
}
