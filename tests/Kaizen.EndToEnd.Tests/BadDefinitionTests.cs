using System.Text;

namespace Kaizen.EndToEnd.Tests;

/// <summary>Faults in what people wrote: exit code 1, each told with its place and way out; other cycles go on.</summary>
public sealed class BadDefinitionTests : IDisposable
{
    private const string Second = "cycles/second.yaml";
    private readonly Workspace workspace = Small.OfCalls();

    public void Dispose() => workspace.Dispose();

    [Theory]
    [InlineData("better: lower", "bettr: lower", "KZ1021", "cycles/wait.yaml:7:5", "did you mean 'better'?")]
    [InlineData("unit: min", "unit: min\n    unit: s", "KZ1010", "cycles/wait.yaml:7:5", "keep one of the two")]
    [InlineData("    unit: min", "\tunit: min", "KZ1006", "cycles/wait.yaml:6:1", "use spaces")]
    [InlineData("{ owner: ann }", "{ owner: ann }\ncheck: { reflection: We waited, then it worked }", "KZ1023", "cycles/wait.yaml:3:33", "put the text in quotes")]
    [InlineData("2026-04-06", "06-04-2026", "KZ1026", "cycles/wait.yaml:10:16", "")]
    [InlineData("mean: minutes", "mean: minutes +", "KZ2101", "cycles/wait.yaml:5:20", "")]
    public async Task Is_told_at_its_place(string old, string now, string code, string place, string hint)
    {
        workspace.Edit(Small.Cycle, old, now);
        var fault = (await Run()).Diagnostic(code);
        Assert.Equal(place, fault.Place());
        Assert.StartsWith(hint, fault.Text("hint"), StringComparison.Ordinal);
        Assert.Equal("wait", fault.Text("cycle"));
        var text = await workspace.Run("run");
        Assert.Contains($"--> {place}", text.Error, StringComparison.Ordinal);
        Assert.Contains("wait  -  not read, its file has errors", text.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alias_bomb_is_refused()
    {
        var text = new StringBuilder("title: x\na: &a [x,x,x,x,x,x,x,x,x,x]\n");
        for (var c = 'b'; c <= 'i'; c++)
            text.Append(c).Append(": &").Append(c).Append(" [").AppendJoin(',', Enumerable.Repeat($"*{(char)(c - 1)}", 10)).Append("]\n");
        await OtherFails(text.ToString(), "KZ1012");
    }

    [Fact]
    public async Task A_file_nested_ten_thousand_deep_is_refused() =>
        await OtherFails($"title: {new string('[', 10_000)}{new string(']', 10_000)}\n", "KZ1011");

    [Fact]
    public async Task A_file_of_ten_megabytes_is_refused() =>
        await OtherFails($"title: x\nproblem: {new string('y', 10 * 1024 * 1024)}\n", "KZ1002");

    [Theory]
    [InlineData("latin1", "the byte 0xE9 stands here", "cycles/second.yaml:1:11")]
    [InlineData("utf-16", "it is UTF-16", "cycles/second.yaml:1:1")]
    public async Task Another_encoding_is_told(string encoding, string words, string place)
    {
        await File.WriteAllTextAsync(workspace.At(Second), "title: Café\n", Encoding.GetEncoding(encoding));
        var fault = (await Run()).Diagnostic("KZ1003");
        Assert.Contains(words, fault.Text("message"), StringComparison.Ordinal);
        Assert.Equal(place, fault.Place());
        Assert.Equal("save the file as UTF-8", fault.Text("hint"));
    }

    [Fact]
    public async Task One_faulty_cycle_leaves_the_others_running()
    {
        workspace.WithNames().Edit("cycles/names.yaml", "distinct: name", "distinct:");
        var ran = await Run();
        Assert.Equal(["wait"], ran.Cycles());
        Assert.True(File.Exists(workspace.At("out/a3/wait.html")));
        Assert.False(File.Exists(workspace.At("out/a3/names.html")));
    }

    [Fact]
    public async Task Who_names_a_cycle_is_told_its_faults_and_that_there_are_others()
    {
        workspace.WithNames().Edit("cycles/names.yaml", "distinct:", "distnct:").With("cycles/third.yaml", "titel: x\n");
        foreach (var verb in new[] { "run", "status" })
        {
            var sound = await workspace.Run(verb, "wait", "--json");
            Assert.Equal(0, sound.Code);
            Assert.Equal("2 other files have errors, which do not concern the cycles that you named.", sound.Diagnostic("KZ6027").Text("message"));
            Assert.Single(sound.Json.GetProperty("diagnostics").EnumerateArray());

            var faulty = await workspace.Run(verb, "names", "--json");
            Assert.Equal(1, faulty.Code);
            Assert.StartsWith("1 other file has", faulty.Diagnostic("KZ6027").Text("message"), StringComparison.Ordinal);
            Assert.All(faulty.Json.GetProperty("diagnostics").EnumerateArray().Where(d => d.Text("code") != "KZ6027"), d => Assert.StartsWith("cycles/names.yaml", d.Place(), StringComparison.Ordinal));
            Assert.Equal(1, (await workspace.Run(verb)).Code);
        }
    }

    [Fact]
    public async Task A_cycle_that_rests_on_a_faulty_one_is_told_the_faults_of_both()
    {
        workspace.WithNames().Edit("cycles/names.yaml", "distinct:", "distnct:").Edit(Small.Cycle, "title: Callers wait", "title: Callers wait no longer\nkind: sdca\nprevious: names\nreason: standardise");
        var ran = await workspace.Run("status", "wait", "--json");
        Assert.Equal(1, ran.Code);
        Assert.DoesNotContain("KZ6027", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_comes_before_data_in_the_exit_code()
    {
        workspace.WithNames().Edit("cycles/names.yaml", "distinct:", "distnct:").WithValue(734, 1, "twelve");
        var ran = await Run();
        Assert.Empty(ran.Cycles());
        Assert.NotEmpty(ran.Diagnostic("KZ3006").Details());
    }

    [Fact]
    public async Task A_faulty_workspace_stops_all()
    {
        workspace.Edit("kaizen.yaml", "Europe/Amsterdam", "Europe/Amsterdm");
        var ran = await Run();
        var fault = ran.Diagnostic("KZ2007");
        Assert.Equal("kaizen.yaml:2:7", fault.Place());
        Assert.Equal("did you mean 'Europe/Amsterdam'?", fault.Text("hint"));
        Assert.False(Directory.Exists(workspace.At("out")));
        Assert.False(Directory.Exists(workspace.At(".kaizen")));
        Assert.Equal("", (await workspace.Run("run")).Output);
    }

    [Fact]
    public async Task Validate_tells_the_same_faults_without_a_source()
    {
        File.Delete(workspace.At(Small.Data));
        workspace.Edit(Small.Cycle, "better: lower", "bettr: lower");
        var ran = await workspace.Run("validate", "--json");
        Assert.Equal(1, ran.Code);
        Assert.Equal("cycles/wait.yaml:7:5", ran.Diagnostic("KZ1021").Place());
        Assert.False(Directory.Exists(workspace.At(".kaizen")));
    }

    private async Task OtherFails(string content, string code)
    {
        workspace.With(Second, content);
        var ran = await Run();
        Assert.Equal("cycles/second.yaml", ran.Diagnostic(code).Text("file"));
        Assert.Equal(["wait"], ran.Cycles());
    }

    private async Task<Ran> Run()
    {
        var ran = await workspace.Run("run", "--json");
        Assert.True(ran.Code == 1, $"exit code {ran.Code}, not 1:\n{ran.Error}");
        ran.IsClean();
        return ran;
    }
}
