using Kaizen.Reports.Text;

namespace Kaizen.Tests.Reports;

/// <summary>Prose that Markdown cannot nest is shown as its words.</summary>
public class MarkdownTextTests
{
    private static readonly string Deep = new string('>', 2000) + " Half of them wait, 19 % for a day. <b>Why?</b>";

    [Fact]
    public void Marks_nested_too_deeply_fall_back_to_the_words()
    {
        var html = MarkdownText.Render(Deep, 5, 80)!;
        Assert.Contains("Half of them wait, 19 % for a day. bWhy?b", html, StringComparison.Ordinal);
        Assert.DoesNotContain("blockquote", html, StringComparison.Ordinal);
        Assert.Equal("Half of them wait, 19 % for a day. bWhy?b", MarkdownText.Line(Deep, 200));
        Assert.Equal(1, MarkdownText.LinesOf(Deep, 5, 80));
    }

    [Fact]
    public void Marks_nested_as_people_nest_them_stay_marks() =>
        Assert.Contains("<blockquote>", MarkdownText.Render(">> twice", 5, 80), StringComparison.Ordinal);
}
