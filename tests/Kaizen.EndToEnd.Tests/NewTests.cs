using System.Text.Json;
using VerifyXunit;
using Xunit.Abstractions;

namespace Kaizen.EndToEnd.Tests;

/// <summary>From an empty folder and a spreadsheet to an A3 of one's own, by <c>init</c>, <c>new</c> and <c>run</c> alone.</summary>
public sealed class NewTests(ITestOutputHelper output) : IDisposable
{
    /// <summary>Five minutes for somebody who types 150 characters a minute.</summary>
    private const int FiveMinutes = 750;

    private readonly Workspace folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Support_tickets_with_two_timestamps()
    {
        File.WriteAllText(folder.At("tickets.csv"), NewTables.Tickets());
        var cycle = await FromNothing("2026-05-20", "tickets.csv",
        [
            "Customers wait a day for a first reply", "Two large customers left and said why.", "Priya Nair", "Sam Okafor",
            "", "", // the first proposal, lower is better
            "Replies wait for the morning meeting", "Two people reply before the meeting", "2026-03-02", "12 h", "2026-05-18", "", "8", "16", "", "Two trial days",
        ]);
        var metric = Lead(cycle, "hours_to_first_reply");
        Assert.Equal(NewTables.MedianHours(before: true), metric.GetProperty("pooled")[0].GetDouble(), 6);
        Assert.Equal(NewTables.MedianHours(before: false), metric.GetProperty("pooled")[1].GetDouble(), 6);
        Assert.Equal("improved", metric.GetProperty("effect").GetString());
        Assert.Contains("median: hours_between(created_at, first_reply_at)", folder.Read("team/cycles/customers-wait-a-day-for-a-first-reply.yaml"), StringComparison.Ordinal);
        Assert.DoesNotContain("agent_email", folder.Read("team/cycles/customers-wait-a-day-for-a-first-reply.yaml"), StringComparison.Ordinal);
        Assert.Equal("Priya Nair", Line(folder.Read("team/kaizen.yaml"), "priya:"));
    }

    [Fact]
    public async Task Weekly_figures_in_a_German_spreadsheet()
    {
        File.WriteAllBytes(folder.At("wochen.csv"), NewTables.Weeks());
        var cycle = await FromNothing("2026-05-20", "wochen.csv",
        [
            "Jede zehnte Lieferung wird reklamiert", "Der größte Kunde fragt danach.", "Jörg Müller", "",
            "reklamationen_per_lieferungen", "l",
            "Etiketten werden von Hand geschrieben", "Etiketten kommen aus dem Auftrag", "02.12.2024", "5 %", "",
            "6 %", "4 %", "8 %", "", "Eine Woche an einer Linie",
        ]);
        var metric = Lead(cycle, "reklamationen_per_lieferungen");
        Assert.Equal(NewTables.ShareOfComplaints(before: true), metric.GetProperty("pooled")[0].GetDouble(), 9);
        Assert.Equal(NewTables.ShareOfComplaints(before: false), metric.GetProperty("pooled")[1].GetDouble(), 9);
        var workspace = folder.Read("team/kaizen.yaml");
        foreach (var option in (string[])["delimiter: ;", "encoding: windows-1252", "dates: dd.MM.yyyy", "decimal: \",\"", "thousands: .", "joerg: Jörg Müller"])
            Assert.Contains(option, workspace, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deals_with_stages_and_dates()
    {
        File.WriteAllText(folder.At("deals.csv"), NewTables.Deals());
        var cycle = await FromNothing("2026-05-20", "deals.csv",
        [
            "Introduce a new offer template", "Four of five offers end in silence", "A season of work went into offers nobody answered.", "mei", "Sam Okafor",
            "won_share,amount_mean", "",
            "Offers answer what nobody asked", "A call before each offer", "2025-09-01", "40%", "", "35", "25", "45", "70 %", "",
        ]);
        var metric = Lead(cycle, "won_share");
        Assert.Equal(NewTables.ShareWon(before: true), metric.GetProperty("pooled")[0].GetDouble(), 9);
        Assert.Equal(NewTables.ShareWon(before: false), metric.GetProperty("pooled")[1].GetDouble(), 9);
        var written = folder.Read("team/cycles/four-of-five-offers-end-in-silence.yaml");
        Assert.Contains("rate: stage = 'won'", written, StringComparison.Ordinal);
        Assert.Contains("to: 0.4\n", written, StringComparison.Ordinal);
        Assert.Contains("# because: what the expectation rests on", written, StringComparison.Ordinal);
    }

    /// <summary>Plays the three verbs, keeps the conversation as a snapshot and gives back the cycle from the results of the run.</summary>
    private async Task<JsonElement> FromNothing(string day, string table, string[] answers, [System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        var words = new[] { "init", "--bare", "team" };
        var made = await folder.On(day, words);
        Assert.Equal(0, made.Code);
        var asked = await folder.Answer(day, answers, "new", "team", "--from", table, "--ask");
        Assert.Equal("", asked.Error);
        Assert.Equal(0, asked.Code);
        asked.IsClean();
        var typed = $"kaizen init --bare team\nkaizen new team --from {table}\nkaizen run team\n".Length + answers.Sum(a => a.Length + 1);
        output.WriteLine($"{test}: {typed} characters typed, {typed / 150.0:0.0} minutes at 150 a minute");
        Assert.InRange(typed, 1, FiveMinutes);
        await Verifier.Verify($"$ kaizen init --bare team\n{made.Output}$ kaizen new team --from {table}\n{asked.Output}", sourceFile: SourceFile(), method: test);
        var ran = await folder.On(day, "run", "team", "--json");
        Assert.Equal("", ran.Error);
        Assert.Equal(0, ran.Code);
        var cycle = Assert.Single(ran.Json.GetProperty("cycles").EnumerateArray());
        Assert.True(File.Exists(folder.At($"team/out/a3/{cycle.GetProperty("id").GetString()}.html")));
        return cycle;
    }

    private static JsonElement Lead(JsonElement cycle, string metric) =>
        Assert.Single(cycle.GetProperty("findings").EnumerateArray(), f => f.GetProperty("metric").GetString() == metric && f.GetProperty("window").GetString() == "check");

    private static string Line(string yaml, string key) => yaml.Split('\n').Single(l => l.TrimStart().StartsWith(key, StringComparison.Ordinal)).Trim()[key.Length..].Trim();

    private static string SourceFile([System.Runtime.CompilerServices.CallerFilePath] string file = "") => file;
}
