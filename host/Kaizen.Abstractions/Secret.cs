namespace Kaizen.Abstractions;

/// <summary>
/// A value that must not be seen: <c>{ secret: NAME }</c> in YAML, taken from the environment where the plugin's manifest names it among
/// <c>capabilities.secrets</c>. Whatever prints it gets its name.
/// </summary>
public sealed class Secret
{
    private readonly string value;

    /// <summary>Used by the host and by tests of plugins.</summary>
    /// <param name="name">Its name, which may be seen.</param>
    /// <param name="value">The value, which may not.</param>
    public Secret(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        Name = name;
        this.value = value;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The value itself. Hand it on to what needs it at once; keep it out of messages, fingerprints and rows.</summary>
    public string Reveal() => value;

    /// <summary>The name in brackets, never the value.</summary>
    public override string ToString() => $"[secret {Name}]";
}
