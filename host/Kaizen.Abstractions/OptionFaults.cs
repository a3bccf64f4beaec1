namespace Kaizen.Abstractions;

/// <summary>Collects what is wrong with options.</summary>
public sealed class OptionFaults
{
    private readonly List<OptionFault> all = [];

    /// <summary>The faults in the order in which they were reported.</summary>
    public IReadOnlyList<OptionFault> All => all;

    /// <summary>Reports a fault.</summary>
    /// <param name="option">The property, as <c>nameof</c> gives it, or the option's name.</param>
    /// <param name="message">What is wrong, one sentence.</param>
    /// <param name="hint">The way out in a few words, or null.</param>
    public void Add(string option, string message, string? hint = null) => all.Add(new OptionFault(OptionAttribute.NameOf(option), message, hint));
}

/// <summary>Something wrong with an option.</summary>
/// <param name="Option">Its name as it is written in YAML.</param>
/// <param name="Message">What is wrong, one sentence.</param>
/// <param name="Hint">The way out in a few words, or null.</param>
public sealed record OptionFault(string Option, string Message, string? Hint);
