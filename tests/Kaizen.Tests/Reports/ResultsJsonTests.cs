using System.Text.Json;
using Kaizen.Abstractions;
using Kaizen.Core.Checking;
using Kaizen.Core.Lint;
using Kaizen.Reports;
using VerifyXunit;

namespace Kaizen.Tests.Reports;

public class ResultsJsonTests
{
    private static readonly DateOnly AsOf = new(2026, 10, 1);

    [Fact]
    public Task Shape_of_the_results()
    {
        var input = Samples.FirstAnswer();
        var evidence = input.Evidence with { Findings = [input.Evidence.Findings[0] with { Signals = input.Evidence.Findings[0].Signals.Take(1).ToList() }, input.Evidence.Findings[2]] };
        return Verifier.Verify(ResultsJson.ToText(input.Workspace, AsOf, [(evidence, MethodReview.None), (Samples.Empty().Evidence, MethodReview.None)],
            [new Diagnostic("KZ2003", Severity.Error, "No source is called 'x'.") { Span = new SourceSpan("cycles/a.yaml", 14, 11, 4), Hint = "did you mean 'y'?", Cycle = "a" }]));
    }

    [Fact]
    public void What_is_not_a_number_is_null()
    {
        var finding = Samples.Findings()[0] with { Before = double.NaN, Interval = new Interval(double.NegativeInfinity, 1), Limits = new Limits(double.NaN, 0, 1, "firm") };
        using var json = JsonDocument.Parse(ResultsJson.ToText(finding, []));
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("before").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("interval")[0].ValueKind);
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("limits").GetProperty("centre").ValueKind);
    }

    [Fact]
    public void A_finding_alone_has_its_points()
    {
        using var json = JsonDocument.Parse(ResultsJson.ToText(Samples.Findings()[1], []));
        var points = json.RootElement.GetProperty("points");
        Assert.Equal(52, points.GetArrayLength());
        Assert.Equal(["period", "value", "numerator", "denominator", "phase"], points[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal("before", points[0].GetProperty("phase").GetString());
        Assert.Equal("immature", points[51].GetProperty("phase").GetString());
    }
}
