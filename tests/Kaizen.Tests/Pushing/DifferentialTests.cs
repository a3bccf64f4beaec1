using Xunit.Abstractions;

namespace Kaizen.Tests.Pushing;

public class DifferentialTests(ITestOutputHelper output)
{
    /// <summary>More seeds may be asked for while the translation is changed.</summary>
    private static readonly int Seeds = int.TryParse(Environment.GetEnvironmentVariable("KAIZEN_PUSH_SEEDS"), out var seeds) ? seeds : 150;

    [Fact]
    public async Task What_is_pushed_down_gives_the_numbers_of_a_scan()
    {
        var (pushed, faulty, values) = (0, 0, 0L);
        var declined = new Dictionary<string, int>();
        for (var seed = 0; seed < Seeds; seed++)
        {
            var random = new RandomCase(seed);
            using var table = random.Table();
            var requests = random.Requests(table);
            try
            {
                var report = await table.Agree(requests);
                if (report is null) faulty++;
                else if (report.Declined is { } why) declined[why] = declined.GetValueOrDefault(why) + 1;
                else pushed++;
                values += report is { IsPushed: true } ? await table.ValuesOf(requests) : 0;
            }
            catch (Exception e)
            {
                var asked = requests.Select(r => $"{r.Metric.Measure.Aggregate} {r.Metric.Measure.Value} over {r.Metric.Measure.Over} where {r.Metric.Measure.Where} per {r.Metric.Per} compare {r.Metric.Compare?.Where} time {r.Metric.Time.Text}");
                throw new InvalidOperationException($"Seed {seed}, {table.Calendar.Zone}:\n{string.Join("\n", asked)}\n{e.Message}", e);
            }
        }

        output.WriteLine($"{pushed} pushed down with {values} values, {faulty} with a fault");
        foreach (var (why, count) in declined.OrderByDescending(d => d.Value)) output.WriteLine($"{count} declined: {why}");
        Assert.True(values >= 30 * pushed, $"Only {values} values were compared.");
        Assert.True(pushed >= Seeds * 6 / 10, $"Only {pushed} of {Seeds} were pushed down: {string.Join("; ", declined)}");
    }
}
