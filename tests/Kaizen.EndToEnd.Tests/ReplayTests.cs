namespace Kaizen.EndToEnd.Tests;

/// <summary>A past sheet is rebuilt to the bytes that were written on its day.</summary>
public sealed class ReplayTests
{
    [Fact]
    public async Task Twenty_past_dates_give_the_bytes_of_their_days()
    {
        using var workspace = Workspace.OfExample();
        var written = new Dictionary<string, byte[]>();
        var days = Enumerable.Range(0, 21).Select(i => new DateOnly(2026, 3, 2).AddDays(i * 11).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).ToList();
        foreach (var day in days)
        {
            Assert.Equal(0, (await workspace.Run("run", "--as-of", day)).Code);
            if (day == days[9]) Assert.Equal(0, (await workspace.Run("note", "ask", "s1-first-answer", "What changed?", "--by", "sam", "--as-of", day)).Code);
            written[day] = await File.ReadAllBytesAsync(workspace.At("out/a3/s1-first-answer.html"));
        }

        foreach (var day in days)
        {
            // The question was asked after the run of its day, which the sheet of that day therefore does not show.
            if (day == days[9]) continue;
            var replay = await workspace.Run("replay", "s1-first-answer", "--as-of", day, "--json");
            Assert.Equal(0, replay.Code);
            var sheet = replay.Json.GetProperty("sheets").EnumerateArray().Single();
            Assert.True(sheet.GetProperty("same").GetBoolean(), $"{day}: {replay.Output}");
            Assert.Equal(written[day], await File.ReadAllBytesAsync(sheet.GetProperty("file").GetString()!));
        }
    }

    [Fact]
    public async Task What_changed_since_is_named()
    {
        using var workspace = Small.OfCalls();
        await workspace.Run("run");
        Assert.Contains("the same bytes", (await workspace.Run("replay", "wait", "--as-of", "2026-06-29")).Output, StringComparison.Ordinal);
        workspace.Edit(Small.Cycle, "Callers wait", "Callers wait long");
        Assert.Contains("definition, definitions changed since", (await workspace.Run("replay", "wait", "--as-of", "2026-06-29")).Output, StringComparison.Ordinal);
        workspace.Edit(Small.Cycle, "Callers wait long", "Callers wait").WithValue(3, 1, "11");
        Assert.Contains("rows of calls changed since", (await workspace.Run("replay", "wait", "--as-of", "2026-06-29")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_walks_from_the_conclusion_to_rows_rules_and_versions()
    {
        using var workspace = Small.OfCalls().Predicting();
        await workspace.Run("run");
        var why = (await workspace.Run("why", "wait")).Output;
        foreach (var part in new[] { "Kaizen recommends:", "Rows used:", "Left out:", "Measured as mean of minutes, from calls by at", "Rule set default:", "calls: 1,000 rows by csv", "cycles/wait.yaml, definition ", "Predictions locked" })
            Assert.Contains(part, why.ReplaceLineEndings(" ").Replace("   ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
