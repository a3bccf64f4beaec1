using System.Text.RegularExpressions;
using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Reports;
using Kaizen.Reports.Text;
using VerifyXunit;

namespace Kaizen.Tests.Reports;

/// <summary>What few cycles have, on the sheet: only where it is written.</summary>
public class WholeSheetTests
{
    private static readonly A3Renderer Renderer = new(TemplateFolder.BuiltIn());

    private static string Stable(string html) => Regex.Replace(
        Regex.Replace(html, "<style>.*?</style>", "<style></style>", RegexOptions.Singleline), "templates [0-9a-f]{6}", "templates ABCDEF");

    [Fact]
    public Task Shared_by_two_companies() => Verifier.Verify(Stable(Renderer.Render(WholeSamples.Shared())));

    [Fact]
    public Task Exploring() => Verifier.Verify(Stable(Renderer.Render(WholeSamples.Exploring())));

    [Fact]
    public Task Reviewing() => Verifier.Verify(Stable(Renderer.Render(WholeSamples.Review())));

    [Fact]
    public Task A_standard_with_a_waiver() => Verifier.Verify(Stable(Renderer.Render(WholeSamples.Standard())));

    [Fact]
    public void A_cancelled_cycle_says_since_when_and_why()
    {
        var html = Renderer.Render(WholeSamples.Review(cancelled: true));
        Assert.Contains("given up 20 February 2026: The desk moves to another company.", html, StringComparison.Ordinal);
        Assert.Contains("<b>accepted</b> K12, 20 Feb 2026, Sam de Vries: Nobody may visit", html, StringComparison.Ordinal);
        Assert.DoesNotContain("DRAFT", html, StringComparison.Ordinal);
        Assert.DoesNotContain("aria-current", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("before", "20.4\u00a0h")]
    [InlineData("n_after", "26")]
    [InlineData("effect", "improved")]
    [InlineData("expect", "4\u00a0h")]
    [InlineData("from", "19\u00a0h")]
    [InlineData("to", "4\u00a0h")]
    public void A_story_is_filled_from_the_evidence(string field, string value)
    {
        var input = Samples.FirstAnswer();
        Assert.Equal($"It was {value}.", StoryFill.Of(input.Cycle with { Story = $"It was {{{{ metrics.first_response.{field} }}}}." }, input.Evidence));
    }

    [Fact]
    public void A_figure_that_is_not_known_is_a_dash()
    {
        var input = Samples.Young();
        var cycle = input.Cycle with { Story = "{{ metrics.first_response.after }}, {{ metrics.first_response.interval }}, {{ metrics.won.before }}" };
        Assert.Equal("–, –, –", StoryFill.Of(cycle, input.Evidence));
        Assert.Null(StoryFill.Of(Samples.FirstAnswer().Cycle, input.Evidence));
    }

    [Fact]
    public void A_sheet_without_these_keys_carries_none_of_their_styles()
    {
        Assert.DoesNotContain(".weighed", Renderer.Render(Samples.FirstAnswer()), StringComparison.Ordinal);
        Assert.Contains(".weighed", Renderer.Render(WholeSamples.Shared()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CycleKind.Edca, "pursue", "PURSUE")]
    [InlineData(CycleKind.Capdo, "standardise", "STANDARDISE")]
    public void Each_kind_offers_and_stamps_its_own_decisions(CycleKind kind, string decision, string stamp)
    {
        var open = kind == CycleKind.Edca ? WholeSamples.Exploring() : WholeSamples.Review();
        Assert.Contains($"</b> {stamp}</li>", Renderer.Render(open), StringComparison.Ordinal);
        var closed = open with { Evidence = open.Evidence with { State = CycleState.Closed, Decision = new DecisionTaken(decision, null, "It paid.") } };
        Assert.Contains($"</b> {stamp}</p>", Renderer.Render(closed), StringComparison.Ordinal);
    }

    [Fact]
    public void The_portfolio_has_a_place_for_what_rests_and_for_what_was_given_up()
    {
        A3Input[] all = [WholeSamples.Exploring(), WholeSamples.Review(cancelled: true)];
        var html = new IndexRenderer(TemplateFolder.BuiltIn()).Render(new IndexInput(Samples.Workspace([.. all.Select(a => a.Cycle)]), new DateOnly(2026, 5, 5), [.. all.Select(a => a.Evidence)]));
        Assert.Contains("On hold", html, StringComparison.Ordinal);
        Assert.Contains("Cancelled", html, StringComparison.Ordinal);
        Assert.Contains("nothing to measure", html, StringComparison.Ordinal);
        Assert.Contains("to be resumed 18 May 2026", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Being planned", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_of_everything_stays_within_its_room()
    {
        var input = WholeSamples.Shared();
        var plan = input.Cycle.Plan with
        {
            Obstacles = [.. Enumerable.Range(0, 9).Select(i => new Obstacle($"o{i}", "Something stands in the way.", i == 0, null))],
            Alternatives = [.. Enumerable.Range(0, 9).Select(i => new Alternative($"a{i}", "A way to go.", new Dictionary<string, double>()))],
        };
        var html = Renderer.Render(input with { Cycle = input.Cycle with { Plan = plan, Waivers = [.. Enumerable.Range(1, 9).Select(i => new Waiver($"K0{i}", "We know.", new DateOnly(2026, 2, 1), null, null))] } });
        Assert.Matches("and [678] more obstacles", html);
        Assert.Matches("and [456] more alternatives", html);
        Assert.Contains("and 6 more waivers", html, StringComparison.Ordinal);
    }
}
