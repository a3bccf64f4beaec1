using System.Globalization;

namespace Kaizen.EndToEnd.Tests;

/// <summary>A run or a host that is killed without warning at any moment, as by a power cut: the next one makes good.</summary>
public sealed class KilledTests : IDisposable
{
    private readonly Workspace workspace = Small.OfCalls().Predicting().AtOneMoment().WithNames();

    public void Dispose() => workspace.Dispose();

    /// <summary>8, with <c>KAIZEN_LONG=1</c> 200, or as many as that says.</summary>
    private static int Kills => int.TryParse(Environment.GetEnvironmentVariable("KAIZEN_LONG"), NumberStyles.None, CultureInfo.InvariantCulture, out var many)
        ? many == 1 ? 200 : many
        : 8;

    [Theory]
    [InlineData("run")]
    [InlineData("serve", "--port", "0")]
    public async Task After_it_a_run_gives_the_bytes_of_an_undisturbed_one(params string[] verb)
    {
        Assert.Equal(0, (await workspace.Run("run")).Code);
        var undisturbed = Kept.By(workspace);
        var random = new Random(20260629);
        var cut = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            Clear();
            // Most in the short while in which it writes, the others anywhere in its life.
            if (await Killed(verb, whileItWrites: kill % 3 != 0, TimeSpan.FromMilliseconds(random.NextDouble() * (kill % 3 != 0 ? 60 : 1200)))) cut++;

            var look = await workspace.Run(kill % 2 == 0 ? "status" : "show", "--json");
            Assert.True(look.Code == 0, $"kill {kill}: exit code {look.Code} on looking\n{look.Error}");
            Assert.DoesNotContain("KZ4", look.Error, StringComparison.Ordinal);

            var ran = await workspace.Run("run");
            Assert.True(ran.Code == 0, $"kill {kill}: exit code {ran.Code}\n{ran.Error}");
            Assert.DoesNotContain("KZ4", ran.Error, StringComparison.Ordinal);
            Kept.By(workspace).IsSameAs(undisturbed);
            // The name of a holder that was killed at its very last step stays until the next run writes; nobody reads it while the lock is free.
            Assert.Equal(["kaizen.db", "lock"], Directory.GetFileSystemEntries(workspace.At(".kaizen")).Select(f => Path.GetFileName(f)!).Where(f => f is not ("lock.holder" or "pages" or "closings.ndjson" or "serve.lock" or "serve.lock.holder" or "schema.json")).Order(StringComparer.Ordinal));
        }

        Assert.True(cut > 0, "nothing was alive when it was to be killed");
    }

    /// <summary>Starts a run and kills it; says whether it was still alive.</summary>
    private async Task<bool> Killed(string[] verb, bool whileItWrites, TimeSpan after)
    {
        using var process = Kaizen.Start(workspace.Folder, workspace.Variables, verb);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        while (whileItWrites && !process.HasExited && !File.Exists(workspace.At(".kaizen/lock"))) await Task.Delay(1);
        await Task.Delay(after);
        var alive = !process.HasExited;
        process.Kill();
        await process.WaitForExitAsync();
        await Task.WhenAll(output, error);
        return alive;
    }

    private void Clear()
    {
        foreach (var folder in new[] { "out", ".kaizen" }.Where(f => Directory.Exists(workspace.At(f)))) Directory.Delete(workspace.At(folder), recursive: true);
        File.Delete(workspace.At("ledger.ndjson"));
    }
}
