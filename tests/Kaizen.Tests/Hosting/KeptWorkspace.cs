using System.Globalization;
using System.Text;
using Kaizen.Hosting.Serving;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kaizen.Tests.Hosting;

/// <summary>A workspace of a few loops over 40 weeks of calls, a clock that a test turns, and a keeper over both.</summary>
internal sealed class KeptWorkspace : IDisposable
{
    private LoopKeeper? keeper;

    public KeptWorkspace(int loops = 2, string cadence = "1w")
    {
        Directory.CreateDirectory(Path.Combine(Folder, "cycles"));
        Directory.CreateDirectory(Path.Combine(Folder, "data"));
        File.WriteAllText(At("kaizen.yaml"), $$"""
            workspace: kept
            zone: Europe/Amsterdam
            cadence: {{cadence}}
            sources:
              calls: { use: csv, with: { path: data/calls.csv }, time: at }
            """);
        var rows = new StringBuilder("at,minutes\n");
        for (var day = 0; day < 280; day++)
            rows.Append(CultureInfo.InvariantCulture, $"{new DateOnly(2026, 1, 5).AddDays(day):yyyy-MM-dd},{(day < 91 ? 10 : 6) + (day * 7 % 5)}\n");
        File.WriteAllText(At("data/calls.csv"), rows.ToString());
        for (var i = 1; i <= loops; i++) File.WriteAllText(At($"cycles/wait-{i}.yaml"), Cycle("data: calls", "2026-06-22"));
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("kaizen-keeper").FullName;

    public TurnedClock Clock { get; } = new(new DateTimeOffset(2026, 4, 8, 9, 0, 0, TimeSpan.Zero));

    public LoopKeeper Keeper => keeper ??= new LoopKeeper(Folder, null, Clock, NullLogger.Instance);

    public string At(string name) => Path.Combine(Folder, name);

    /// <summary>A loop that starts on Monday 6 April 2026.</summary>
    public static string Cycle(string comment, string check, string source = "calls") => $$"""
        # {{comment}}
        title: Callers wait
        metrics:
          wait: { source: {{source}}, mean: minutes, unit: min, better: lower }
        plan:
          target: { to: 5, due: {{check}} }
        do: { started: 2026-04-06 }
        """;

    /// <summary>Looks once on a day at nine in the morning.</summary>
    public Task<int> Look(string day)
    {
        Clock.Now = new DateTimeOffset(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero);
        return Keeper.TickAsync(CancellationToken.None);
    }

    /// <summary>The host is ended and another one begins.</summary>
    public void Restart()
    {
        keeper?.Dispose();
        keeper = null;
    }

    /// <summary>What the log of closings holds, the earliest first: cycle, as-of, due and why.</summary>
    public string[] Closings(string cycle) =>
        [.. Keeper.ClosingsOf(cycle, int.MaxValue).Reverse().Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.AsOf:MM-dd} {c.Due:MM-dd} {c.Why}{(c.Concluded ? "" : " failed")}"))];

    public void Dispose()
    {
        keeper?.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}

/// <summary>A clock that moves only when it is turned.</summary>
internal sealed class TurnedClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
