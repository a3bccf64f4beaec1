using Kaizen.Abstractions;
using Kaizen.PluginHost.Options;

namespace Kaizen.PluginHost;

/// <summary>Takes down what a plugin offers; what is wrong with an offer makes the plugin faulty.</summary>
internal sealed class PluginBuilder : IPluginBuilder
{
    private readonly List<Offer> offers = [];

    public IReadOnlyList<Offer> Offers => offers;

    /// <summary>The first thing that is wrong, or null.</summary>
    public PluginState.Faulty? Fault { get; private set; }

    public void Source<TOptions>(string name, string description, Func<TOptions, ISource> create)
        where TOptions : class
    {
        ArgumentNullException.ThrowIfNull(create);
        if (OptionsOf<TOptions>("source", name, withExpressions: false) is { } options)
            offers.Add(new Offer.OfSource(name, description) { Options = options, OptionsType = typeof(TOptions), Create = o => create((TOptions)o) });
    }

    public void Metric<TOptions>(string name, string description, Func<TOptions, IMetric> create)
        where TOptions : class
    {
        ArgumentNullException.ThrowIfNull(create);
        if (OptionsOf<TOptions>("metric", name, withExpressions: true) is { } options)
            offers.Add(new Offer.OfMetric(name, description) { Options = options, OptionsType = typeof(TOptions), Create = o => create((TOptions)o) });
    }

    private IReadOnlyList<DeclaredOption>? OptionsOf<TOptions>(string kind, string name, bool withExpressions)
    {
        var what = $"its {kind} '{name}'";
        if (string.IsNullOrEmpty(name) || !name.All(c => c is >= 'a' and <= 'z' or >= '0' and <= '9' or '-')) return Wrong($"{what} is not called by lower-case letters, digits and hyphens", "call it such as 'orders' or 'cost-per-order'");
        if (offers.Exists(o => o.Name == name)) return Wrong($"it offers '{name}' twice", "give one of the two another name");
        if (typeof(TOptions).GetConstructor(Type.EmptyTypes) is null) return Wrong($"the options of {what}, {typeof(TOptions).Name}, have no public constructor without parameters", "make it a class or record whose options are properties");
        var options = OptionAttribute.PropertiesOf(typeof(TOptions)).Select(DeclaredOption.Of).ToList();
        foreach (var option in options)
        {
            if (option.Kind == OptionKind.Unknown) return Wrong($"the option '{option.Name}' of {what} has the type {option.Property.PropertyType.Name}, which no option can have", $"use string, bool, int, long, double, DateOnly, an enum, FilePath, Secret{(withExpressions ? ", ExpressionText" : "")} or a list of one of them");
            if (option.Kind == OptionKind.Expression && !withExpressions) return Wrong($"the option '{option.Name}' of {what} is an expression, which only metrics have", "make it a string");
        }

        return options;
    }

    private IReadOnlyList<DeclaredOption>? Wrong(string fault, string wayOut)
    {
        Fault ??= new PluginState.Faulty(fault, wayOut);
        return null;
    }
}
