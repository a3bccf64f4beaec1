using Kaizen.Abstractions;
using Xunit;

namespace Kaizen.Testing;

public abstract partial class SourceConformance<TPlugin, TOptions>
{
    /// <summary>Name and description are what people can write and read.</summary>
    [Fact]
    public void The_source_is_offered_by_name() => Offer(Name).Check();

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

    /// <summary>What cannot be reached is no fault of options; it is told as a <see cref="SourceException"/> once it is wanted, and in words.</summary>
    [Fact]
    public async Task What_cannot_be_reached_is_told_when_it_is_wanted()
    {
        if (!Unreachable.Has(out var options)) return;
        OptionChecks.HaveNoFault(options);
        var source = Open(options);
        var (describe, open) = (
            await Require.Thrown(async () => await source.DescribeAsync(CancellationToken.None)),
            await Require.Thrown(() => Reading.AllAsync(source, Request(Columns))));
        foreach (var thrown in new[] { describe, open })
        {
            Require.True(thrown is SourceException, $"It should be a SourceException and is {thrown?.GetType().Name ?? "nothing"}: {thrown?.Message}");
            Require.True(Require.IsSentence(thrown!.Message), $"The message is not a sentence with a full stop: '{thrown.Message}'.");
            Require.True(((SourceException)thrown).Hint is { Length: > 0 }, $"'{thrown.Message}' comes without a hint at the way out.");
            Require.True(!OptionChecks.SecretsOf(options).Any(s => thrown.ToString().Contains(s, StringComparison.Ordinal)), "The exception tells a secret.");
        }
    }
}
