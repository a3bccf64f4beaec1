namespace Kaizen.Abstractions;

/// <summary>The options of one source as a person wrote them, checked against the declared <see cref="Option"/>s.</summary>
public sealed class OptionValues
{
    private readonly IReadOnlyDictionary<string, object> values;
    private readonly IReadOnlyDictionary<string, string> written;
    private readonly Action<string, string, string?> fault;

    /// <summary>Used by the host and by tests of plugins.</summary>
    /// <param name="values">By option name: string, double, bool or a list of strings.</param>
    /// <param name="fault">Receives option name, message and hint of each fault.</param>
    /// <param name="written">By option name: the text as written, where the value differs from it (paths).</param>
    public OptionValues(
        IReadOnlyDictionary<string, object> values, Action<string, string, string?> fault, IReadOnlyDictionary<string, string>? written = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(fault);
        this.values = values;
        this.fault = fault;
        this.written = written ?? new Dictionary<string, string>();
    }

    /// <summary>Whether the person wrote this option.</summary>
    public bool Has(string name) => values.ContainsKey(name);

    /// <summary>The text or path, or <paramref name="fallback"/> where it was left out.</summary>
    public string Text(string name, string fallback = "") => values.TryGetValue(name, out var v) ? (string)v : fallback;

    /// <summary>The text or path as the person wrote it, for messages: a path before it was resolved.</summary>
    public string Written(string name) => written.TryGetValue(name, out var text) ? text : Text(name);

    /// <summary>The number, or <paramref name="fallback"/> where it was left out.</summary>
    public double Number(string name, double fallback) => values.TryGetValue(name, out var v) ? (double)v : fallback;

    /// <summary>The flag, or <paramref name="fallback"/> where it was left out.</summary>
    public bool Flag(string name, bool fallback) => values.TryGetValue(name, out var v) ? (bool)v : fallback;

    /// <summary>The list, or an empty one where it was left out.</summary>
    public IReadOnlyList<string> List(string name) => values.TryGetValue(name, out var v) ? (IReadOnlyList<string>)v : [];

    /// <summary>Reports a fault in an option; it is shown at the option's place in the YAML.</summary>
    /// <param name="name">The option.</param>
    /// <param name="message">What is wrong, one sentence.</param>
    /// <param name="hint">The way out, or null.</param>
    public void Fault(string name, string message, string? hint = null) => fault(name, message, hint);
}
