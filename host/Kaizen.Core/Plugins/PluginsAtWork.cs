using System.Collections.Concurrent;

namespace Kaizen.Core.Plugins;

/// <summary>Whose code runs at this moment in this process, also that which was given up: all that is known of who ended it.</summary>
public static class PluginsAtWork
{
    private static readonly ConcurrentDictionary<object, string> Calls = new();

    /// <summary>Name and version of each plugin, once, in order.</summary>
    public static IReadOnlyList<string> Titles => [.. Calls.Values.Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Until what comes back is disposed of.</summary>
    /// <param name="title">Name and version of the plugin.</param>
    public static IDisposable Enter(string title) => new Call(title);

    private sealed class Call : IDisposable
    {
        public Call(string title) => Calls[this] = title;

        public void Dispose() => Calls.TryRemove(this, out _);
    }
}
