using Kaizen.Abstractions;
using Xunit;

namespace Kaizen.Testing;

/// <summary>What sources and metrics have in common: a name, a description, and options that judge themselves.</summary>
/// <typeparam name="TPlugin">The plugin that offers it.</typeparam>
/// <typeparam name="TOptions">Its options.</typeparam>
/// <typeparam name="TMade"><see cref="ISource"/> or <see cref="IMetric"/>.</typeparam>
public abstract class OptionsConformance<TPlugin, TOptions, TMade>
    where TPlugin : IPlugin, new()
    where TOptions : class
    where TMade : class
{
    /// <summary>Its name; needed only where two of the plugin share their options class.</summary>
    protected virtual string? Name => null;

    /// <summary>Options that work.</summary>
    protected abstract TOptions Options { get; }

    /// <summary>Options with faults, files or servers that do not exist among them: judging options touches nothing.</summary>
    protected abstract Given<IReadOnlyList<FaultyOptions<TOptions>>> Faulty { get; }

    private Offer Offer => Offers.Find<TPlugin, TOptions, TMade>(Name);

    /// <summary>Name and description are what people can write and read.</summary>
    [Fact]
    public void It_is_offered_by_name() => Offer.Check();

    /// <summary>Each option is described and of a type that the contract names.</summary>
    [Fact]
    public void Each_option_is_described() => OptionChecks.AreDescribed(typeof(TOptions));

    /// <summary>Options that work have no fault.</summary>
    [Fact]
    public void Options_that_work_have_no_fault() => OptionChecks.HaveNoFault(Options);

    /// <summary>Faults are reported all at once, at the options that have them, and nothing is touched.</summary>
    [Fact]
    public void All_faults_of_options_are_reported_at_once()
    {
        if (!Faulty.Has(out var all)) return;
        Require.True(all.Count > 0, "There are no faulty options to try: give some, or the reason why there are none.");
        foreach (var faulty in all) OptionChecks.AreFaulted(faulty);
    }

    private protected TMade Make(TOptions options) => (TMade)Offer.Create(options);
}
