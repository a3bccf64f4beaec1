using Kaizen.Abstractions;

namespace Kaizen.PluginHost.Options;

/// <summary>The secrets of the environment, as far as one plugin may see them.</summary>
/// <param name="allowed">The names in its manifest.</param>
internal sealed class SecretStore(IReadOnlyList<string> allowed)
{
    public bool Allows(string name) => allowed.Contains(name, StringComparer.Ordinal);

    /// <summary>The secret, or null where the environment has none of that name, or an empty one.</summary>
    public Secret? Find(string name) => !Allows(name) ? null : Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? new Secret(name, value) : null;
}
