using Kaizen.Abstractions;
using Kaizen.PluginHost;

namespace Kaizen.Tests.PluginHost;

/// <summary>What metrics read is found out without anybody having used them.</summary>
public class MetricInputsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    [Fact]
    public void An_input_is_told_with_the_options_that_say_what_it_takes()
    {
        var input = Assert.Single(MetricInputs.Of(Offered("odd", "flow"), Patience)!);
        Assert.Equal(("rows", new KnownColumn("value", "n", ColumnType.Number)), (input.Name, Assert.Single(input.Columns)));
        Assert.Equal([new KnownColumn(null, "1", ColumnType.Number)], Assert.Single(MetricInputs.Of(Offered("throws", "number"), Patience)!).Columns);
    }

    [Fact]
    public void A_metric_that_throws_or_hangs_over_what_is_made_up_says_nothing()
    {
        Assert.Null(MetricInputs.Of(Made(_ => throw new InvalidOperationException()), Patience));
        Assert.Null(MetricInputs.Of(Made(_ =>
        {
            Thread.Sleep(Timeout.Infinite);
            return null!;
        }), Patience));
    }

    private static Offer.OfMetric Made(Func<object, IMetric> create) => new("made", "Made.") { Options = [], OptionsType = typeof(NoOptions), Create = create };

    private static Offer.OfMetric Offered(string plugin, string name)
    {
        using var catalogue = Plugins.Catalogue();
        return Assert.IsType<PluginState.Loaded>(catalogue.Plugins.Single(p => p.Manifest.Id == plugin).State).Offers.OfType<Offer.OfMetric>().Single(o => o.Name == name);
    }
}
