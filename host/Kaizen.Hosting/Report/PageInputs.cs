namespace Kaizen.Hosting.Report;

/// <summary>What a page is rendered from: name and fingerprint of each part, so that it can be told which one changed.</summary>
internal sealed record PageInputs(IReadOnlyList<PagePart> Parts)
{
    /// <summary>One line a part; the same text means the same page.</summary>
    public string Text { get; } = string.Join('\n', Parts.Select(p => $"{p.Name}={p.Hash}"));

    /// <summary>The names of the parts that differ from an earlier <see cref="Text"/>, and of those that are gone.</summary>
    public IReadOnlyList<string> ChangedSince(string before)
    {
        var lines = before.Split('\n', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        var gone = lines.Select(l => l[..Math.Max(0, l.LastIndexOf('='))]).Except(Parts.Select(p => p.Name)).Order(StringComparer.Ordinal);
        return [.. Parts.Where(p => !lines.Contains($"{p.Name}={p.Hash}")).Select(p => p.Name), .. gone];
    }
}

/// <summary>A part of what a page is rendered from, with its fingerprint.</summary>
internal sealed record PagePart(string Name, string Hash);
