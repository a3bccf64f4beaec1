using Kaizen.Abstractions;

namespace Kaizen.Testing;

/// <summary>Takes down what a plugin offers.</summary>
internal sealed class Offers : IPluginBuilder
{
    private readonly List<Offer> all = [];

    /// <summary>The one offer with these options, or with this name where it is not null.</summary>
    public static Offer Find<TPlugin, TOptions, TMade>(string? name)
        where TPlugin : IPlugin, new()
    {
        var offers = new Offers();
        new TPlugin().Register(offers);
        var fitting = offers.all.Where(o => o.Options == typeof(TOptions) && o.Makes == typeof(TMade) && (name is null || o.Name == name)).ToList();
        Require.True(fitting.Count > 0, $"{typeof(TPlugin).Name} offers nothing of the kind with the options {typeof(TOptions).Name}.");
        Require.True(fitting.Count == 1, $"{typeof(TPlugin).Name} offers {string.Join(" and ", fitting.Select(o => o.Name))} with the options {typeof(TOptions).Name}: override Name to say which.");
        return fitting[0];
    }

    public void Source<TOptions>(string name, string description, Func<TOptions, ISource> create)
        where TOptions : class => all.Add(new Offer(name, description, typeof(TOptions), typeof(ISource), o => create((TOptions)o)));

    public void Metric<TOptions>(string name, string description, Func<TOptions, IMetric> create)
        where TOptions : class => all.Add(new Offer(name, description, typeof(TOptions), typeof(IMetric), o => create((TOptions)o)));
}

/// <summary>A source or metric that a plugin offers.</summary>
internal sealed record Offer(string Name, string Description, Type Options, Type Makes, Func<object, object> Create)
{
    /// <summary>What every name and description must be.</summary>
    public void Check()
    {
        Require.True(
            Name.Length > 0 && Name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'),
            $"The name '{Name}' has something other than lower-case letters, digits and hyphens.");
        Require.True(Require.IsSentence(Description), $"The description of '{Name}' is not a sentence with a full stop: '{Description}'.");
    }
}
