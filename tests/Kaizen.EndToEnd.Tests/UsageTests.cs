namespace Kaizen.EndToEnd.Tests;

/// <summary>Wrong command lines: exit code 2, nothing done, and JSON where JSON was asked for.</summary>
public sealed class UsageTests : IDisposable
{
    private readonly Workspace workspace = Small.OfCalls();

    public void Dispose() => workspace.Dispose();

    [Theory]
    [InlineData("run nosuch", "KZ6002", "No cycle is called 'nosuch'.", "there are: wait")]
    [InlineData("run waif", "KZ6002", "No cycle is called 'waif'.", "did you mean 'wait'?")]
    [InlineData("validate nosuch", "KZ6002", "No cycle is called 'nosuch'.", "there are: wait")]
    [InlineData("status nosuch", "KZ6002", "No cycle is called 'nosuch'.", "there are: wait")]
    [InlineData("show nosuch", "KZ6002", "No cycle is called 'nosuch'.", "there are: wait")]
    [InlineData("run nofolder/", "KZ6003", "There is no folder called 'nofolder/'.", "look at its spelling")]
    [InlineData("run kaizen.yaml", "KZ6003", "There is no folder called 'kaizen.yaml'.", "name the folder that holds kaizen.yaml, not a file")]
    [InlineData("run --as-of 2026-13-01", "KZ6006", "'2026-13-01' is not a date: write it as 2026-10-01.", "see 'kaizen run --help'")]
    [InlineData("run --as-of", "KZ6006", "--as-of", "see 'kaizen run --help'")]
    [InlineData("status --me", "KZ6006", "--me", "see 'kaizen status --help'")]
    [InlineData("status --me=", "KZ6006", "--me", "see 'kaizen status --help'")]
    [InlineData("status --me --as-of 2026-01-01", "KZ6006", "--me needs a value, and '--as-of' is an option itself.", "see 'kaizen status --help'")]
    [InlineData("status --me ann --coach bo", "KZ6006", "--me and --coach are two views: choose one.", "see 'kaizen status --help'")]
    [InlineData("note action", "KZ6006", "WORKSPACE CYCLE WHAT", "see 'kaizen note action --help'")]
    [InlineData("note sign wait --by ann --gate g9", "KZ6006", "'g9' is no gate. Must be one of: G1, G2, G3, G4.", "see 'kaizen note sign --help'")]
    [InlineData("new --kind x", "KZ6006", "Must be one of: pdca, sdca, edca, capdo.", "see 'kaizen new --help'")]
    [InlineData("run --explan", "KZ6003", "There is no option called '--explan'.", "did you mean '--explain'?")]
    [InlineData("statsu", "KZ6003", "There is no verb called 'statsu'.", "did you mean 'status'?")]
    [InlineData("", "KZ6006", "No verb was given.", "one of init, new, week, note")]
    [InlineData("analyse", "KZ6006", "FILE.csv", "see 'kaizen analyse --help'")]
    [InlineData("analyse x.csv --rules nsh", "KZ6006", "'nsh' is not one of default, nhs, western-electric, nelson, anhoej.", "")]
    [InlineData("analyse x.csv --per year", "KZ6006", "'year' is not one of day, week, month.", "")]
    [InlineData("analyse x.csv --chnage 2026-01-01", "KZ6003", "There is no option called '--chnage'.", "did you mean '--change'?")]
    public async Task Is_told_with_a_way_out(string line, string code, string message, string hint)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var text = await workspace.Run(words);
        Assert.Equal(2, text.Code);
        Assert.Equal("", text.Output);
        Assert.Contains($"error {code}: ", text.Error, StringComparison.Ordinal);
        text.IsClean();

        var ran = await workspace.Run([.. words, "--json"]);
        Assert.Equal(2, ran.Code);
        if (line.EndsWith("--as-of", StringComparison.Ordinal) || line.EndsWith("--me", StringComparison.Ordinal)) return; // --json is then its argument.
        var fault = ran.Json.GetProperty("diagnostics").EnumerateArray().First(d => d.GetProperty("code").GetString() == code);
        Assert.Contains(message, fault.Text("message"), StringComparison.Ordinal);
        Assert.StartsWith(hint, fault.Text("hint"), StringComparison.Ordinal);
        Assert.False(Directory.Exists(workspace.At("out")));
    }

    [Fact]
    public async Task A_folder_without_a_workspace_is_told()
    {
        using var empty = new Workspace();
        var ran = await empty.Run("run", "--json");
        Assert.Equal(2, ran.Code);
        var fault = ran.Diagnostic("KZ6001");
        Assert.Contains("kaizen init", fault.Text("hint"), StringComparison.Ordinal);
        var named = await empty.Run("run", "my-tem", "--json");
        Assert.StartsWith("'my-tem' is no folder", named.Diagnostic("KZ6001").Text("hint"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("KZ9999", "KZ6003: There is no message called 'KZ9999'.")]
    [InlineData("nonsense", "KZ6002: No cycle is called 'nonsense'.")]
    public async Task Why_does_not_know_every_word(string code, string says)
    {
        var ran = await workspace.Run("why", code);
        Assert.Equal(2, ran.Code);
        Assert.Contains(says, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Selectors_are_patterns_over_id_and_domain()
    {
        workspace.WithNames();
        Assert.Equal(["names", "wait"], (await workspace.Run("run", "change/*", "--json")).Cycles());
        Assert.Equal(["wait"], (await workspace.Run("run", "w?it", "--json")).Cycles());
    }
}
