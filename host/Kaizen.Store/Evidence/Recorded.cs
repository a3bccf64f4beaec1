using System.Text;

namespace Kaizen.Store.Evidence;

/// <summary>
/// What a conclusion was drawn from: name and fingerprint of each input (definition, sources, plugins, ledger, date, engine).
/// Its key is the SHA-256 over them in order of name; the same key means the same evidence.
/// </summary>
public sealed record Inputs(IReadOnlyDictionary<string, string> Parts)
{
    /// <summary>The key.</summary>
    public string Key { get; } = Sha.Of(Parts.Keys.Order(StringComparer.Ordinal)
        .Aggregate(new StringBuilder(), (text, name) => text.Append(name).Append('=').Append(Parts[name]).Append('\n')).ToString());

    /// <summary>The names of the inputs that differ from <paramref name="before"/>, in order.</summary>
    public IReadOnlyList<string> Changed(Inputs before) =>
        Parts.Keys.Union(before.Parts.Keys)
            .Where(name => Parts.GetValueOrDefault(name) != before.Parts.GetValueOrDefault(name))
            .Order(StringComparer.Ordinal).ToList();
}

/// <summary>Evidence with its inputs, as it is kept.</summary>
/// <param name="Cycle">Id of the cycle.</param>
/// <param name="Inputs">What it was drawn from.</param>
/// <param name="Body">The evidence's bytes; their SHA-256 is its address.</param>
public sealed record Recorded(string Cycle, Inputs Inputs, byte[] Body)
{
    /// <summary>The address of the evidence: SHA-256 over its bytes.</summary>
    public string Address { get; } = Sha.Of(Body);
}

/// <summary>A page on disk: what it was rendered from, and the SHA-256 of its bytes.</summary>
public sealed record PageRecord(string Path, string Key, string Hash);
