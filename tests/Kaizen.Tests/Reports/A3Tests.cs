using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Kaizen.Abstractions;
using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;
using Kaizen.Reports;
using Kaizen.Reports.Charts;
using Scriban.Runtime;
using VerifyXunit;

namespace Kaizen.Tests.Reports;

public class A3Tests
{
    private static readonly A3Renderer Renderer = new(TemplateFolder.BuiltIn());

    // The style sheet and the hash of the templates change with every touch; neither is what these snapshots are about.
    private static string Stable(string html) => Regex.Replace(
        Regex.Replace(html, "<style>.*?</style>", "<style></style>", RegexOptions.Singleline), "templates [0-9a-f]{6}", "templates ABCDEF");

    [Fact]
    public Task Full_sheet() => Verifier.Verify(Stable(Renderer.Render(Samples.FirstAnswer())));

    [Fact]
    public Task Empty_sheet() => Verifier.Verify(Stable(Renderer.Render(Samples.Empty())));

    [Fact]
    public Task Five_points() => Verifier.Verify(Stable(Renderer.Render(Samples.Young())));

    [Fact]
    public Task Holding_a_standard() => Verifier.Verify(Stable(Renderer.Render(Samples.Holding())));

    [Fact]
    public void The_same_input_gives_the_same_bytes()
    {
        var again = new A3Renderer(TemplateFolder.BuiltIn());
        Assert.Equal(Renderer.Render(Samples.FirstAnswer()), again.Render(Samples.FirstAnswer()));
    }

    [Theory]
    [InlineData("full"), InlineData("empty"), InlineData("young"), InlineData("hold"), InlineData("hostile"), InlineData("shared"), InlineData("explore"), InlineData("review"), InlineData("cancelled")]
    public void Every_sheet_is_well_formed_and_reaches_nowhere(string name)
    {
        var page = Parse(Renderer.Render(Sample(name)));
        var names = page.Descendants().Select(e => e.Name.LocalName).ToHashSet();
        Assert.Empty(names.Intersect(["script", "iframe", "object", "embed", "img", "link", "base", "form", "foreignObject"]));
        foreach (var attribute in page.Descendants().SelectMany(e => e.Attributes()))
        {
            Assert.False(attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase), $"{attribute.Name} is an event handler");
            if (attribute.Name.LocalName is "href" or "src")
                Assert.True(attribute.Value.StartsWith("https://example.org/") || !attribute.Value.Contains(':'), $"link to {attribute.Value}");
        }

        var ids = page.Descendants().Select(e => (string?)e.Attribute("id")).OfType<string>().ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void Hostile_text_is_shown_as_text()
    {
        var html = Renderer.Render(Samples.Hostile());
        Assert.Contains("&lt;script&gt;alert(&#39;x&#39;)", html);
        Assert.Contains("href=\"https://example.org/?a=1&amp;b=2\"", html);
        Assert.DoesNotContain("href=\"javascript", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\u202e', html);
        Assert.Contains("and 3 more countermeasures", html);
    }

    [Fact]
    public void Every_drawing_has_a_title_and_a_description()
    {
        var page = Parse(Renderer.Render(Samples.FirstAnswer()));
        var drawings = page.Descendants().Where(e => (string?)e.Attribute("role") == "img").ToList();
        Assert.Equal(7, drawings.Count);
        foreach (var drawing in drawings)
        {
            var labels = ((string)drawing.Attribute("aria-labelledby")!).Split(' ');
            Assert.All(labels, l => Assert.False(string.IsNullOrWhiteSpace(page.Descendants().Single(e => (string?)e.Attribute("id") == l).Value)));
        }
    }

    [Fact]
    public void The_recommendation_waits_for_the_reflection()
    {
        var input = Samples.FirstAnswer();
        Assert.Contains("the engine recommends adopt", Renderer.Render(input));
        var silent = input with { Cycle = input.Cycle with { Check = input.Cycle.Check with { Reflection = " " } } };
        var html = Renderer.Render(silent);
        Assert.DoesNotContain("the engine recommends", html);
        Assert.Contains("shown once the reflection is written", html);
    }

    [Fact]
    public void A_decision_against_the_recommendation_shows_both()
    {
        var input = Samples.FirstAnswer();
        var html = Renderer.Render(input with { Evidence = input.Evidence with { Decision = new DecisionTaken("abandon", new DateOnly(2026, 9, 4), "The engineers cannot go on.") } });
        Assert.Contains("ABANDON</p>", html);
        Assert.Contains("The engineers cannot go on.", html);
        Assert.Contains("engine differs", html);
    }

    [Theory]
    [InlineData(EffectWord.TooEarly), InlineData(EffectWord.NoDetectableChange), InlineData(EffectWord.Unjudged)]
    public void What_is_not_an_improvement_is_not_drawn_as_one(EffectWord effect)
    {
        var input = Samples.FirstAnswer();
        var findings = input.Evidence.Findings.Select(f => f with { Effect = effect }).ToList();
        var html = Stable(Renderer.Render(input with { Evidence = input.Evidence with { Findings = findings } }));
        Assert.DoesNotMatch("class=\"[^\"]*\\bgood\\b", html);
        Assert.DoesNotContain("▲", html.Replace("first_response improved", ""));
    }

    [Fact]
    public void A_changed_and_late_lock_is_printed()
    {
        var input = Samples.FirstAnswer();
        var html = Renderer.Render(input with { Evidence = input.Evidence with { Locked = new LockState(new DateOnly(2026, 3, 9), "ab12cd34", true, 7) } });
        Assert.Contains("predictions locked 9 March 2026, hash ab12cd, 7 days late; changed since locked", html);
    }

    [Fact]
    public void The_coach_asks_about_the_biggest_miss() =>
        Assert.Contains("You expected qualified 39 to 47\u00a0%, saw 37.6\u00a0%: what did the prediction not know?", Renderer.Render(Samples.FirstAnswer()));

    [Fact]
    public void Draft_until_agreed()
    {
        var input = Samples.FirstAnswer();
        Assert.DoesNotContain("DRAFT", Renderer.Render(input));
        var open = input with { Cycle = input.Cycle with { Plan = input.Cycle.Plan with { Agreed = null } }, Evidence = input.Evidence with { State = CycleState.Doing } };
        var html = Renderer.Render(open);
        Assert.Contains("DRAFT", html);
        Assert.Contains("started before the plan was agreed", html);
    }

    [Theory]
    [InlineData("G2", "ines", false)]
    [InlineData("G4", "ines", false)]
    [InlineData("G1", "ines", true)]
    [InlineData("G2", "sam", true)]
    public void Draft_until_the_sponsor_signs_the_plan(string gate, string by, bool draft)
    {
        var input = Samples.FirstAnswer();
        var open = input with
        {
            Cycle = input.Cycle with { People = input.Cycle.People with { Sponsor = "ines" }, Plan = input.Cycle.Plan with { Agreed = null } },
            Evidence = input.Evidence with { State = CycleState.Framed },
            Notes = new CycleNotes { SignOffs = [new SignOff(gate, new DateOnly(2026, 2, 27), by, "00")] },
        };
        Assert.Equal(draft, Renderer.Render(open).Contains("DRAFT", StringComparison.Ordinal));
        var anybody = open with { Cycle = open.Cycle with { People = open.Cycle.People with { Sponsor = null } } };
        Assert.Equal(gate == "G1", Renderer.Render(anybody).Contains("DRAFT", StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_team_said_of_problem_and_metrics_is_printed()
    {
        var input = Samples.FirstAnswer();
        Assert.DoesNotContain("leading", Renderer.Render(input), StringComparison.Ordinal);
        var metrics = input.Cycle.Metrics.Select((m, i) => m with { Signal = i == 0 ? Indicator.Leading : Indicator.Lagging }).ToList();
        var html = Renderer.Render(input with { Cycle = input.Cycle with { ProblemType = "gap_from_standard", Metrics = metrics } });
        Assert.Contains("<b>PDCA</b> · gap from standard · sales", html, StringComparison.Ordinal);
        Assert.Contains("<p class=\"under\">process, leading, short</p>", html, StringComparison.Ordinal);
        Assert.Contains("outcome, lagging, short", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_metric_called_like_its_unit_says_it_once()
    {
        var input = Samples.FirstAnswer();
        var findings = input.Evidence.Findings.Select(f => f with { Unit = f == input.Evidence.Findings[0] ? "First Response" : f.Unit }).ToList();
        var html = Renderer.Render(input with { Evidence = input.Evidence with { Findings = findings } });
        Assert.Contains("<text class=\"unit\" x=\"0\" y=\"3\">first response before and after</text>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("first response 4\u00a0First", html, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(3.55, 3.5)]
    [InlineData(0.97, 0.95)]
    [InlineData(-3.55, -3.5)]
    public void A_small_gap_is_drawn_small(double from, double to)
    {
        var bar = GapBar.Of(new Target("wait", from, to, null, null), null, 176)!;
        Assert.InRange(double.Parse((string)bar["gap_width"]!, CultureInfo.InvariantCulture), 0.5, 6);
        Assert.Contains("0", ((ScriptArray)bar["ticks"]!).Cast<ScriptObject>().Select(t => (string)t["label"]!));
    }

    [Fact]
    public void Pictures_stand_beside_each_other_and_the_chart_makes_room()
    {
        var input = Samples.FirstAnswer();
        var picture = PictureData.Of([0xFF, 0xD8, 0xFF, 0xE0])!;
        var four = Enumerable.Range(1, 4).Select(i => new Picture(new Written($"p{i}.jpg", new SourceSpan("cycles/c.yaml", 1, 1)), $"Shelf {i}")).ToList();
        var html = Renderer.Render(input with
        {
            Cycle = input.Cycle with { Plan = input.Cycle.Plan with { Pictures = four } },
            Pictures = four.ToDictionary(p => p.File.Text, _ => picture),
        });
        Assert.Equal(3, Regex.Count(html, "<img src=\"data:image/jpeg;base64,/9j/4A==\" alt=\"Shelf [123]\""));
        Assert.Contains("Not shown: Shelf 4", html, StringComparison.Ordinal);
        Assert.True(NowHeight(html) < NowHeight(Renderer.Render(input)));
    }

    private static double NowHeight(string html) =>
        double.Parse(Regex.Match(html, "height:([0-9.]+)mm;[^>]*aria-labelledby=\"now-title").Groups[1].Value, CultureInfo.InvariantCulture);

    [Fact]
    public void Dates_at_the_edges_of_the_calendar_are_drawn()
    {
        var input = Samples.FirstAnswer();
        var plan = input.Cycle.Plan with { Actions = [new PlannedAction("a", null, DateOnly.MinValue, DateOnly.MaxValue, null)] };
        var events = new Do { Started = new DateOnly(2026, 3, 2), Annotations = [new Annotation(DateOnly.MinValue, "a"), new Annotation(DateOnly.MaxValue, "b")] };
        Parse(Renderer.Render(input with { Cycle = input.Cycle with { Plan = plan, Do = events } }));
    }

    [Fact]
    public Task Index() => Verifier.Verify(Stable(new IndexRenderer(TemplateFolder.BuiltIn()).Render(Portfolio())));

    [Fact]
    public void The_index_escapes_and_links_to_sheets()
    {
        var html = new IndexRenderer(TemplateFolder.BuiltIn()).Render(Portfolio());
        Assert.Contains("href=\"a3/first-answer.html\"", html);
        Assert.DoesNotContain("<script", html);
        Assert.Contains("after the reflection", html);
    }

    private static IndexInput Portfolio()
    {
        var all = new[] { Samples.FirstAnswer(), Samples.Empty(), Samples.Young(), Samples.Holding(), Samples.Hostile() };
        var workspace = Samples.Workspace([.. all.Select(a => a.Cycle)]) with { Faulty = [("broken", "cycles/broken.yaml")] };
        return new IndexInput(workspace, new DateOnly(2026, 9, 10), [.. all.Select(a => a.Evidence)]);
    }

    private static A3Input Sample(string name) => name switch
    {
        "empty" => Samples.Empty(),
        "young" => Samples.Young(),
        "hold" => Samples.Holding(),
        "hostile" => Samples.Hostile(),
        "shared" => WholeSamples.Shared(),
        "explore" => WholeSamples.Exploring(),
        "review" => WholeSamples.Review(),
        "cancelled" => WholeSamples.Review(cancelled: true),
        _ => Samples.FirstAnswer(),
    };

    /// <summary>Our pages close what they open; void elements are closed here so that a strict reader can prove it.</summary>
    private static XElement Parse(string html)
    {
        var body = Regex.Replace(html, "<style>.*?</style>", "", RegexOptions.Singleline).Replace("<!doctype html>", "");
        body = Regex.Replace(body, "<(meta|br|col|hr)\\b([^<>]*?)/?>", "<$1$2/>").Replace("&nbsp;", "&#160;");
        return XElement.Parse(body);
    }
}
