using VerifyXunit;

namespace Kaizen.EndToEnd.Tests;

/// <summary>The first minutes with the command, and the text that it prints.</summary>
public sealed class NewcomerTests : IDisposable
{
    private readonly Workspace folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Init_and_run_work_from_an_empty_folder()
    {
        var made = await folder.Run("init", "team");
        Assert.Equal(0, made.Code);
        Assert.Contains("kaizen run team", made.Output, StringComparison.Ordinal);

        var ran = await folder.Run("run", "team", "--json");
        Assert.Equal(0, ran.Code);
        Assert.Empty(ran.Json.GetProperty("diagnostics").EnumerateArray());
        Assert.True(File.Exists(folder.At("team/out/a3/first-response.html")));

        var before = folder.Files();
        var again = await folder.Run("init", "team");
        Assert.Equal(2, again.Code);
        Assert.Contains("nothing was written", again.Error, StringComparison.Ordinal);
        Assert.Equal("", again.Output);
        Assert.Equal(before, folder.Files());
    }

    [Fact]
    public async Task The_name_of_a_folder_does_not_steer_the_terminal()
    {
        if (OperatingSystem.IsWindows()) return; // No such names there.
        const string name = "red\u001b[31m";
        var made = await folder.Run("init", name);
        Assert.Equal(0, made.Code);
        made.IsClean();
        Assert.Contains("Next: kaizen run 'red\uFFFD[31m'", made.Output, StringComparison.Ordinal);
        var ran = await folder.Run("run", name);
        Assert.Equal(0, ran.Code);
        ran.IsClean();
        Assert.Contains("red\uFFFD[31m", ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Init_keeps_rows_out_of_git_unless_told_otherwise(bool keep)
    {
        await folder.Run(keep ? ["init", ".", "--commit-data"] : ["init"]);
        var ignored = File.ReadAllLines(folder.At(".gitignore"));
        Assert.Contains(".kaizen/", ignored);
        Assert.Equal(!keep, ignored.Contains("data/"));
    }

    [Fact]
    public async Task Init_into_a_file_is_told()
    {
        folder.With("team", "a file");
        var ran = await folder.Run("init", "team");
        Assert.NotEqual(0, ran.Code);
        ran.IsClean();
        Assert.Equal("", ran.Output);
    }

    [Theory]
    [InlineData("init")]
    [InlineData("run")]
    [InlineData("status")]
    [InlineData("show")]
    [InlineData("validate")]
    [InlineData("analyse")]
    [InlineData("why")]
    [InlineData("note")]
    [InlineData("week")]
    [InlineData("act")]
    [InlineData("replay")]
    [InlineData("ledger")]
    [InlineData("schema")]
    [InlineData("plugin")]
    [InlineData("serve")]
    public async Task Help_of_each_verb_ends_with_examples(string verb)
    {
        var ran = await folder.Run(verb, "--help");
        Assert.Equal(0, ran.Code);
        Assert.Equal("", ran.Error);
        Assert.Contains($"Examples:\n  kaizen {verb}", ran.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        await Verifier.Verify(ran.Output, parameter: verb, extension: "txt");
    }

    [Fact]
    public async Task Help_opens_with_the_verbs() => await Verify("--help");

    [Fact]
    public async Task Show() => await VerifyIn("show", "team");

    [Fact]
    public async Task Status() => await VerifyIn("status", "team");

    [Fact]
    public async Task Validate_explain() => await VerifyIn("validate", "team", "--explain");

    [Fact]
    public async Task Why() => await Verify("why", "KZ2003");

    [Fact]
    public async Task Looking_writes_nothing()
    {
        await folder.Run("init", "team");
        var before = folder.Files();
        foreach (var verb in (string[])["show", "status", "validate"]) Assert.Equal(0, (await folder.Run(verb, "team")).Code);
        Assert.Equal(before, folder.Files());
    }

    [Fact]
    public async Task Diagnostics_go_to_standard_error_and_results_to_standard_output()
    {
        using var workspace = Small.OfCalls().WithNames().WithValue(734, 1, "twelve");
        var ran = await workspace.Run("run");
        Assert.Equal(3, ran.Code);
        Assert.DoesNotContain("KZ", ran.Output, StringComparison.Ordinal);
        Assert.Contains("KZ3006", ran.Error, StringComparison.Ordinal);
        ran.IsClean();
        await Verifier.Verify(ran.Error);
    }

    private async Task VerifyIn(params string[] words)
    {
        await folder.Run("init", "team");
        await Verify(words);
    }

    private async Task Verify(params string[] words)
    {
        var ran = await folder.Run(words);
        Assert.Equal(0, ran.Code);
        Assert.Equal("", ran.Error);
        ran.IsClean();
        await Verifier.Verify(ran.Output, parameter: string.Join('_', words.Where(w => w != "team")).Replace("--", "", StringComparison.Ordinal), extension: "txt");
    }
}
