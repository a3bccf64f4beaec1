using System.Text.Json;

namespace Kaizen.EndToEnd.Tests;

/// <summary><c>kaizen schema</c>: the file that editors read.</summary>
public sealed class SchemaTests : IDisposable
{
    private readonly Workspace folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task It_is_written_into_the_workspace_and_left_alone_where_it_is_up_to_date()
    {
        await folder.Run("init", "team");
        var place = Path.Combine("team", ".kaizen", "schema.json");
        File.Delete(folder.At(place));
        var made = await folder.Run("schema", "team");
        Assert.Equal((0, ""), (made.Code, made.Error));
        Assert.Contains($"Wrote {place}.", made.Output, StringComparison.Ordinal);
        Assert.Contains("# yaml-language-server: $schema=../.kaizen/schema.json", made.Output, StringComparison.Ordinal);

        var text = File.ReadAllText(folder.At(place));
        using var schema = JsonDocument.Parse(text);
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", schema.RootElement.GetProperty("$schema").GetString());

        var again = await folder.Run("schema", "team");
        Assert.Contains("was up to date", again.Output, StringComparison.Ordinal);
        var printed = await folder.Run("schema", "--out", "-");
        Assert.Equal(text, printed.Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task It_goes_where_it_is_told_to_without_a_workspace()
    {
        var made = await folder.Run("schema", "--out", "deep/own.json");
        Assert.Equal(0, made.Code);
        Assert.Contains("Wrote deep/own.json.", made.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(folder.At("deep/own.json")));
    }

    [Theory]
    [InlineData(2, "schema")]
    [InlineData(2, "schema", "nowhere")]
    [InlineData(2, "schema", ".", "--out", "own.json")]
    [InlineData(3, "schema", "--out", ".")]
    public async Task What_cannot_be_done_is_told(int code, params string[] words)
    {
        var ran = await folder.Run(words);
        Assert.Equal(code, ran.Code);
        Assert.Equal("", ran.Output);
        ran.IsClean();
    }
}
