using Kaizen.Abstractions;

namespace Kaizen.Plugin.Example;

/// <summary>
/// What the host looks for in the assembly that plugin.yaml names: one public class that implements <see cref="IPlugin"/>. It says what
/// there is and does no work.
/// </summary>
public sealed class ExamplePlugin : IPlugin
{
    /// <inheritdoc/>
    public void Register(IPluginBuilder plugin)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        // A name, one sentence for people, and how to make it from its options. The options are read and judged before.
        plugin.Metric<PercentileOptions>("percentile-by-segment", "A percentile of a number, with a table of the segments behind it.", options => new PercentileBySegment(options));
        plugin.Metric<RatioOptions>("ratio-of-sums", "A sum over a sum, each from a source of its own.", options => new RatioOfSums(options));
    }
}
