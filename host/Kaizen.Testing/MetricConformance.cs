using Kaizen.Abstractions;

namespace Kaizen.Testing;

/// <summary>
/// What every metric keeps to, as xunit tests. Inherit it in a public class, give it examples, and the tests run with yours:
/// <code>public sealed class ReachConformance : MetricConformance&lt;NetworkPlugin, ReachOptions&gt;</code>
/// </summary>
/// <typeparam name="TPlugin">The plugin that offers the metric.</typeparam>
/// <typeparam name="TOptions">The metric's options.</typeparam>
public abstract partial class MetricConformance<TPlugin, TOptions> : OptionsConformance<TPlugin, TOptions, IMetric>
    where TPlugin : IPlugin, new()
    where TOptions : class
{
    /// <summary>The periods of the examples; <see cref="TestGrid"/> makes weeks.</summary>
    protected abstract MetricGrid Grid { get; }

    /// <summary>Rows for every input, most of them in periods of <see cref="Grid"/>, in any order of time.</summary>
    protected abstract IReadOnlyList<MetricExample> Examples { get; }

    /// <summary>The values that the examples give, by the first day of their period; a period without a value is left out or null.</summary>
    protected abstract IReadOnlyDictionary<DateOnly, double?> Expected { get; }

    /// <summary>Whether the rows of a period give something else in another order.</summary>
    protected abstract bool OrderMatters { get; }

    /// <summary>How far a value may be from the one expected, as a share of it.</summary>
    protected virtual double Tolerance => 1e-12;

    private IMetric Make() => Make(Options);

    private MetricResult Shown() => MetricShow.Of(Make(), Grid, Examples);
}
