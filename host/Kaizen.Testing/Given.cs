using System.Diagnostics.CodeAnalysis;

namespace Kaizen.Testing;

/// <summary>What an author gives the kit to test with, or the reason why there is nothing to give.</summary>
/// <typeparam name="T">What is given.</typeparam>
public sealed class Given<T>
{
    private readonly T? value;

    internal Given(T? value, string? because) => (this.value, Because) = (value, because);

    /// <summary>Why there is nothing, or null where there is something.</summary>
    public string? Because { get; }

    /// <summary>Whether something is given, and what.</summary>
    public bool Has([MaybeNullWhen(false)] out T given)
    {
        given = value;
        return Because is null;
    }
}

/// <summary>Makes a <see cref="Given{T}"/>.</summary>
public static class Given
{
    /// <summary>Something to test with.</summary>
    public static Given<T> This<T>(T value) => new(value, null);

    /// <summary>Several things to test with.</summary>
    public static Given<IReadOnlyList<T>> These<T>(params T[] values) => new(values, null);

    /// <summary>Nothing: the tests that would use it pass without a look.</summary>
    /// <param name="because">Why it does not apply, for whoever reads the tests.</param>
    public static Given<T> Nothing<T>(string because)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(because);
        return new(default, because);
    }
}
