namespace Kaizen.Abstractions;

/// <summary>
/// Receives what a plugin offers. The options of each offer are a class or record of its own with a public constructor
/// without parameters; its properties marked with <see cref="OptionAttribute"/> may stand under <c>with:</c> in YAML.
/// </summary>
public interface IPluginBuilder
{
    /// <summary>Offers a source: <c>use: PLUGIN/NAME</c>, or <c>use: NAME</c> where it has the plugin's own name.</summary>
    /// <typeparam name="TOptions">The options; <see cref="NoOptions"/> where it has none.</typeparam>
    /// <param name="name">Lower-case letters, digits and hyphens.</param>
    /// <param name="description">One sentence.</param>
    /// <param name="create">Makes the source from options without a fault. It does no I/O.</param>
    void Source<TOptions>(string name, string description, Func<TOptions, ISource> create)
        where TOptions : class;

    /// <summary>Offers a metric: <c>use: PLUGIN/NAME</c>.</summary>
    /// <typeparam name="TOptions">The options; <see cref="NoOptions"/> where it has none.</typeparam>
    /// <param name="name">Lower-case letters, digits and hyphens.</param>
    /// <param name="description">One sentence.</param>
    /// <param name="create">Makes the metric from options without a fault, once for each series. It does no I/O.</param>
    void Metric<TOptions>(string name, string description, Func<TOptions, IMetric> create)
        where TOptions : class;
}
