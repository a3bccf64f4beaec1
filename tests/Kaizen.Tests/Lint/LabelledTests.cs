using Kaizen.Abstractions;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Expressions;
using Kaizen.Core.Lint;
using Kaizen.Core.Metrics;
using Kaizen.Tests.House;

namespace Kaizen.Tests.Lint;

/// <summary>Texts that people labelled: <c>+</c> the rule speaks, <c>-</c> it is silent.</summary>
public sealed class LabelledTests
{
    private static readonly SourceSpan Nowhere = new("cycles/first.yaml", 1, 1);

    [Fact]
    public void Titles() => Check("titles", 60, "K01", (s, t) => s with { Cycle = s.Cycle with { Title = t } });

    [Fact]
    public void Problems_with_a_figure() => Check("figures", 10, "K11", (s, t) => s with { Cycle = s.Cycle with { Problem = t } });

    [Theory]
    [InlineData("Priya forgets to forward the mail", true)]
    [InlineData("Mei Tan's team forgets to forward the mail", true)]
    [InlineData("The gateway forgets to forward the mail", false)]
    public void A_person_of_the_workspace_is_a_person(string cause, bool blames)
    {
        var subject = Cause(new Sound(), cause).Subject;
        var known = subject with { Loops = new Loops(subject.Loops.All, subject.Loops.Events) { People = new HashSet<string> { "priya", "mei", "tan" } } };
        Assert.Equal(blames, Linter.Look(known).Any(h => h.Rule == "K21"));
    }

    [Fact]
    public void Causes_that_blame() => Check("causes-blame", 40, "K21", Cause);

    [Fact]
    public void Causes_that_are_answers_inside_out() => Check("causes-lack", 40, "K22", Cause);

    [Fact]
    public void Patterns_of_targets() => Check("patterns", 30, "K15", (s, t) => s.Plan(p => p with { Target = p.Target! with { Pattern = t } }));

    [Fact]
    public void Reflections() => Check("reflections", 25, "K46", (s, t) => s.Check(c => c with { Reflection = t }));

    [Fact]
    public void Metrics_of_activity() => Check("metric-activity", 25, "K56", (s, t) => s.Metric("first_response", m =>
        m with { Name = t, Unit = "", Measure = new Measure(Aggregate.Count, null, null, null) }) is var named ? named with { Cycle = named.Cycle with { LeadMetric = t } } : s);

    [Fact]
    public void Metrics_of_persons() => Check("metric-person", 25, "K57", (s, t) => s.Metric("focus_hours", m => t.Split(": ", 2) switch
    {
        ["where", var text] => m with { Measure = m.Measure with { Where = Expression(text) } },
        ["definition", var text] => m with { Definition = text },
        [_, var text] => m with { Name = text },
        _ => throw new ArgumentException(t),
    }));

    private static Sound Cause(Sound sound, string text) =>
        sound.Plan(p => p with { Causes = [.. p.Causes, new Cause("more", text, CauseEvidence.Observed, null, [])] });

    private static RowExpression Expression(string text)
    {
        var faults = new DiagnosticBag();
        var parsed = RowExpression.Parse(text, Nowhere, faults);
        Assert.Empty(faults.All);
        return parsed!;
    }

    private static void Check(string file, int fewest, string rule, Func<Sound, string, Sound> put)
    {
        var lines = File.ReadAllLines(Repository.At("tests", "Kaizen.Tests", "fixtures", "lint", $"{file}.txt"));
        Assert.True(lines.Count(l => l[0] == '+') >= fewest && lines.Count(l => l[0] == '-') >= fewest, "Too few texts are labelled.");
        var wrong = new List<string>();
        foreach (var line in lines)
        {
            var hits = put(new Sound(), line[2..]).Hits.Where(h => h.Rule == rule).ToList();
            if (hits.Count > 0 != (line[0] == '+')) wrong.Add($"{line}   {hits.FirstOrDefault()?.Message}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
