using System.Diagnostics;
using Kaizen.Abstractions;
using Xunit;

namespace Kaizen.Testing;

public abstract partial class SourceConformance<TPlugin, TOptions>
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>What is stopped before it began ends within a second.</summary>
    [Fact]
    public async Task Stopped_before_it_opens_it_ends_within_a_second()
    {
        var stopped = new CancellationToken(canceled: true);
        var source = Open(Options);
        // Once before, so that nothing is compiled while the clock runs.
        await source.DescribeAsync(CancellationToken.None);
        await Reading.AllAsync(source, Request(Columns));
        await Within(async () => await source.DescribeAsync(stopped), "Describing");
        await Within(async () => await source.FingerprintAsync(stopped), "The fingerprint");
        var thrown = await Within(() => Reading.AllAsync(source, Request(Columns), stopped), "Opening");
        Require.True(thrown is OperationCanceledException, $"Stopped, reading should end with an OperationCanceledException; it was {thrown?.GetType().Name ?? "nothing"}: {thrown?.Message}");
    }

    /// <summary>What is stopped while it reads ends within a second.</summary>
    [Fact]
    public async Task Stopped_while_it_reads_it_ends_within_a_second()
    {
        if (!Many(ManyRows).Has(out var options)) return;
        using var stop = new CancellationTokenSource();
        var reader = await Open(options).OpenAsync(Request(Columns), stop.Token);
        await using (reader)
        {
            Require.True(await reader.ReadAsync(stop.Token), "The source with many rows has none.");
            var reading = Task.Run(() => Require.Thrown(async () => { while (await reader.ReadAsync(stop.Token)) Reading.Row(reader, Columns); }));
            await Task.Delay(20);
            await stop.CancelAsync();
            await Within(async () => await reading, "Reading");
            // What was read to its end meanwhile is asked again.
            var thrown = await reading ?? await Require.Thrown(async () => await reader.ReadAsync(stop.Token));
            Require.True(thrown is OperationCanceledException, $"Stopped, reading should end with an OperationCanceledException; it was {thrown?.GetType().Name ?? "nothing"}: {thrown?.Message}");
        }
    }

    /// <summary>A reader lets go of its files, read to the end or not, and may be disposed of twice.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(int.MaxValue)]
    public async Task A_reader_lets_go_of_its_files(int rows)
    {
        var reader = await Open(Options).OpenAsync(Request(Columns), CancellationToken.None);
        for (var i = 0; i < rows && await reader.ReadAsync(); i++) Reading.Row(reader, Columns);
        await reader.DisposeAsync();
        await reader.DisposeAsync();
        Require.True(reader.IsClosed, "A reader that was disposed of says that it is open.");
        if (!Files.Has(out var files)) return;
        foreach (var file in files) Require.True(!OpenFiles.Holds(file), $"'{file}' is still held open after the reader was disposed of.");
    }

    /// <summary>Describing and fingerprints let go of the files too.</summary>
    [Fact]
    public async Task Describing_lets_go_of_the_files()
    {
        if (!Files.Has(out var files)) return;
        var source = Open(Options);
        await source.DescribeAsync(CancellationToken.None);
        await source.FingerprintAsync(CancellationToken.None);
        foreach (var file in files) Require.True(!OpenFiles.Holds(file), $"'{file}' is still held open after it was described.");
    }

    /// <summary>Two readers of one source do not disturb each other.</summary>
    [Fact]
    public async Task Two_readers_do_not_disturb_each_other()
    {
        var source = Open(Options);
        var (first, second) = (await source.OpenAsync(Request(Columns), CancellationToken.None), await source.OpenAsync(Request(Columns), CancellationToken.None));
        await using (first)
        await using (second)
        {
            foreach (var row in Expected)
            {
                Require.True(await first.ReadAsync() && await second.ReadAsync(), "One of two readers has fewer rows.");
                Same([row], [Reading.Row(first, Columns)], "The rows of the first of two readers");
                Same([row], [Reading.Row(second, Columns)], "The rows of the second of two readers");
            }
        }
    }

    /// <summary>Read again, the rows are the same; the fingerprint stays while they do and changes with them.</summary>
    [Fact]
    public async Task The_same_data_give_the_same_rows_and_fingerprint()
    {
        var source = Open(Options);
        Same(await Reading.AllAsync(source, Request(Columns)), await Reading.AllAsync(source, Request(Columns)), "The rows, read twice,");
        var before = await source.FingerprintAsync(CancellationToken.None);
        Require.True(await Open(Options).FingerprintAsync(CancellationToken.None) == before, "The fingerprint of the same data is another for a second source.");
        Require.True(before is null || !OptionChecks.SecretsOf(Options).Any(s => before.Contains(s, StringComparison.Ordinal)), "The fingerprint tells a secret.");
        if (before is null || !Change.Has(out var change)) return;
        change();
        Require.True(await Open(Options).FingerprintAsync(CancellationToken.None) != before, "The data changed and the fingerprint did not.");
    }

    /// <summary>A window leaves out no row within it, and rows as of a day can be asked for.</summary>
    [Fact]
    public async Task A_window_leaves_out_no_row_within_it()
    {
        for (var column = 0; column < Columns.Count; column++)
        {
            var times = Expected.Select(r => r[column]).OfType<DateTime>().ToList();
            if (Columns[column].Type != ColumnType.Time || times.Count == 0) continue;
            // Two days wide at least: a time without a zone may lie in any.
            var window = new TimeWindow(Columns[column].Name, Utc(times.Min().AddDays(-2)), Utc(times.Min().AddDays(2)));
            var rows = (await Reading.AllAsync(Open(Options), Request(Columns) with { Window = window, AsOf = DateOnly.FromDateTime(times.Max().AddDays(3)) })).Select(Reading.Told).ToList();
            foreach (var row in Expected.Where(r => r[column] is not DateTime time || Utc(time) <= window.Until!.Value.AddDays(-1)))
                Require.True(rows.Contains(Reading.Told(row)), $"A row within the window is missing: {Reading.Told(row)}");
        }
    }

    /// <summary>Many rows are read one by one, none is kept.</summary>
    [Fact]
    public async Task Many_rows_are_read_in_flat_memory()
    {
        if (!Many(ManyRows).Has(out var options)) return;
        var source = Open(options);
        var before = Live();
        var (count, most) = (0L, 0L);
        var reader = await source.OpenAsync(Request(Columns), CancellationToken.None);
        await using (reader)
        {
            while (await reader.ReadAsync())
            {
                Reading.Row(reader, Columns);
                if (++count % (ManyRows / 4) == 0) most = Math.Max(most, Live() - before);
            }
        }

        Require.True(count == ManyRows, $"The source with {ManyRows} rows gave {count}.");
        Require.True(most <= MemoryBound, $"Memory grew by {most:N0} bytes while {ManyRows:N0} rows were read; allowed are {MemoryBound:N0}.");
    }

    private static DateTime Utc(DateTime time) => DateTime.SpecifyKind(time, DateTimeKind.Utc);

    /// <summary>What is still in use of the managed heap.</summary>
    private static long Live()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static async Task<Exception?> Within(Func<Task> action, string what)
    {
        var watch = Stopwatch.StartNew();
        // On another thread, so that what never yields is found out too.
        var thrown = Task.Run(() => Require.Thrown(action));
        await Task.WhenAny(thrown, Task.Delay(Second * 5)).ConfigureAwait(false);
        Require.True(thrown.IsCompleted && watch.Elapsed < Second, $"{what} went on for {watch.Elapsed.TotalSeconds:0.0} s after it was stopped; a second is allowed.");
        return await thrown.ConfigureAwait(false);
    }
}
