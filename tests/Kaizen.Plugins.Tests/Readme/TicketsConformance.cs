using System.Runtime.CompilerServices;
using Kaizen.Abstractions;
using Kaizen.Testing;

namespace Kaizen.Plugins.Tests.Readme;

/// <summary>The plugin that the README shows is one.</summary>
public class TicketsConformance : SourceConformance<TicketsPlugin, NoOptions>
{
    /// <summary>What an author of a source over a list has to write at most.</summary>
    private const int MostLines = 30;

    [Fact]
    public void It_is_the_one_that_the_readme_shows_and_short()
    {
        var readme = File.ReadAllText(Path.Combine(Here(), "..", "..", "..", "README.md"));
        var shown = readme.Split("```csharp\n")[1].Split("```")[0];
        var code = File.ReadAllText(Path.Combine(Here(), "TicketsPlugin.cs"));
        Assert.EndsWith("\n\n" + shown, code, StringComparison.Ordinal);
        Assert.InRange(code.Split('\n').Length, 10, MostLines);
    }

    protected override NoOptions Options => new();

    protected override IReadOnlyList<ColumnRequest> Columns => [new("opened_at", ColumnType.Time), new("team", ColumnType.Text), new("hours", ColumnType.Number)];

    protected override IReadOnlyList<object?[]> Expected =>
        [[new DateTime(2026, 1, 5), "north", 4.5], [new DateTime(2026, 1, 6), "south", null]];

    protected override Given<IReadOnlyList<FaultyOptions<NoOptions>>> Faulty => Given.Nothing<IReadOnlyList<FaultyOptions<NoOptions>>>("it has no options");

    protected override Given<NoOptions> Empty => Given.Nothing<NoOptions>("its list is never empty");

    protected override Given<NoOptions> Unreachable => Given.Nothing<NoOptions>("a list in memory is always there");

    protected override Given<NoOptions> Many(long rows) => Given.Nothing<NoOptions>("its list is short");

    protected override Given<Action> Change => Given.Nothing<Action>("it has no fingerprint, so it is read at each run");

    protected override Given<IReadOnlyList<string>> Files => Given.Nothing<IReadOnlyList<string>>("it reads no file");

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
