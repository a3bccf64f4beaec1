using Kaizen.Plugin.Example;

namespace Kaizen.Plugins.Tests.Example;

public class ExampleReadmeTests
{
    [Theory]
    [InlineData("percentile-by-segment", typeof(PercentileOptions))]
    [InlineData("ratio-of-sums", typeof(RatioOptions))]
    public void The_README_and_the_sample_say_what_the_code_says(string metric, Type options)
    {
        Assert.Contains($"## Options of `{metric}`\n\n{string.Join('\n', ReadmeTests.Table(options))}\n\n", Text("README.md"), StringComparison.Ordinal);
        var sample = Text("sample.yaml").Split("    use: ").Single(p => p.StartsWith($"example/{metric}\n", StringComparison.Ordinal));
        Assert.All(ReadmeTests.Names(options), name => Assert.Contains($"      {name}: ", sample, StringComparison.Ordinal));
    }

    private static string Text(string file) => File.ReadAllText(ReadmeTests.At("Example", file)).ReplaceLineEndings("\n");
}
