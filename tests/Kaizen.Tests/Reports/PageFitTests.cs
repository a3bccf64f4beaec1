using Kaizen.Core.Cycles;
using Kaizen.Core.Lint;
using Kaizen.Reports;

namespace Kaizen.Tests.Reports;

/// <summary>What has no room on the page is told with its section and how much it is.</summary>
public sealed class PageFitTests
{
    private static readonly TemplateFolder Folder = TemplateFolder.BuiltIn();
    private const string Long = "One sentence of ten words is soon read by everybody. ";

    [Fact]
    public void A_sheet_that_fits_has_no_surplus() => Assert.Empty(Of(c => c));

    [Fact]
    public void A_long_plan_says_how_many_actions_are_too_many()
    {
        var surplus = Assert.Single(Of(c => WithPlan(c, p => p with { Actions = Actions(40) })));
        Assert.Equal(("Plan and actuals", "plan.actions", "action"), (surplus.Section, surplus.Path, surplus.One));
        Assert.InRange(surplus.Count, 34, 36);
        Assert.Equal($"Plan and actuals: {surplus.Count} actions do not fit", surplus.Words);
    }

    [Fact]
    public void The_count_is_what_the_sheet_says_is_missing()
    {
        var (input, surplus) = Drawn(c => WithPlan(c, p => p with { Actions = Actions(40), Background = string.Concat(Enumerable.Repeat(Long, 40)) }));
        var html = new A3Renderer(Folder).Render(input);
        Assert.Equal(["plan.background", "plan.actions"], surplus.Select(s => s.Path));
        Assert.All(surplus, s => Assert.Contains($"and {s.Count} more {s.One}s", html, StringComparison.Ordinal));
    }

    [Fact]
    public void Causes_that_the_tree_leaves_out_are_those_that_are_too_many()
    {
        var causes = Enumerable.Range(1, 8).Select(i => new Cause($"c{i}", "It waits.", null, null, [new Cause($"r{i}", "Nobody looks.", null, null, [])])).ToList();
        var (input, surplus) = Drawn(c => WithPlan(c, p => p with { Causes = causes, Countermeasures = [] }));
        var found = Assert.Single(surplus);
        Assert.Equal(("plan.causes", 6), (found.Path, found.Count));
        Assert.Contains("and 6 more causes", new A3Renderer(Folder).Render(input), StringComparison.Ordinal);
    }

    [Fact]
    public void What_happened_on_the_way_is_never_too_much_to_write_down() => Assert.Empty(Of(c => c with
    {
        Plan = c.Plan with { Observed = [.. Enumerable.Range(1, 20).Select(i => new Observation(new DateOnly(2026, 1, i), "ann", "Watched."))] },
        Do = c.Do with { Deviations = [.. Enumerable.Range(1, 20).Select(i => new Deviation(new DateOnly(2026, 4, i), "Somebody was ill.", null, null))] },
    }));

    [Fact]
    public void A_row_given_up_for_the_chart_is_no_fault()
    {
        var (input, surplus) = Drawn(c => WithPlan(c, p => p with { Actions = Actions(6) }) with { Check = c.Check with { Reflection = Words(18) } });
        Assert.Matches("and [12] more action", new A3Renderer(Folder).Render(input));
        Assert.Empty(surplus);
    }

    [Fact]
    public void Each_section_is_told_on_its_own() => Assert.Equal(
        ["plan.background", "plan.current", "plan.countermeasures.m1.text", "plan.actions", "check.reflection", "act.because"],
        Of(c => c with
        {
            Plan = c.Plan with
            {
                Background = Words(60),
                Current = Words(60),
                Actions = Actions(20),
                Countermeasures = [new Countermeasure { Id = "m1", Text = Words(20) }],
            },
            Check = c.Check with { Reflection = Words(60) },
            Act = new Act { Decision = "adapt", Because = Words(30) },
        }).Select(s => s.Path));

    [Fact]
    public void A_page_that_is_too_full_stays_a_draft_and_says_so_in_the_coachs_box()
    {
        var (input, _) = Drawn(c => WithPlan(c, p => p with { Actions = Actions(40), Agreed = new Agreement(new DateOnly(2026, 2, 1), []) }));
        var full = new A3Renderer(Folder).Render(input);
        Assert.Contains("<p class=\"draft\">DRAFT</p>", full, StringComparison.Ordinal);
        var (calm, _) = Drawn(c => WithPlan(c, p => p with { Agreed = new Agreement(new DateOnly(2026, 2, 1), []) }));
        Assert.DoesNotContain("<p class=\"draft\">DRAFT</p>", new A3Renderer(Folder).Render(calm), StringComparison.Ordinal);
        var hit = Assert.Single(input.Review.Hits, h => h.Rule == "K55");
        Assert.Equal((Kaizen.Abstractions.Severity.Error, null), (hit.Severity, hit.Gate));
        Assert.Matches(@"^Plan and actuals: 3\d actions do not fit on the one page\.$", hit.Message);
    }

    private static IReadOnlyList<Surplus> Of(Func<Cycle, Cycle> change) => Drawn(change).Surplus;

    private static (A3Input Input, IReadOnlyList<Surplus> Surplus) Drawn(Func<Cycle, Cycle> change)
    {
        var sample = Samples.FirstAnswer();
        var cycle = change(sample.Cycle);
        var workspace = sample.Workspace with { Cycles = [cycle] };
        var evidence = sample.Evidence;
        var surplus = PageFit.Of(workspace, cycle, evidence);
        var review = MethodReview.Of(cycle, (new Loops([cycle], []), LintSettings.Default), evidence.FactsAsOf, CycleNotes.None, (evidence, surplus));
        return (new A3Input(workspace, cycle, evidence) { Review = review }, surplus);
    }

    private static Cycle WithPlan(Cycle cycle, Func<Plan, Plan> change) => cycle with { Plan = change(cycle.Plan) };

    private static string Words(int sentences) => string.Concat(Enumerable.Repeat(Long, sentences));

    private static List<PlannedAction> Actions(int count) =>
        [.. Enumerable.Range(1, count).Select(i => new PlannedAction($"Step {i}", "ann", null, new DateOnly(2026, 3, 1).AddDays(i), null))];
}
