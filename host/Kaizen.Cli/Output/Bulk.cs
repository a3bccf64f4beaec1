namespace Kaizen.Cli.Output;

/// <summary>Prints many lines as quickly as they were found: written one by one, those of ten thousand cycles would take longer than reading them.</summary>
internal static class Bulk
{
    private const int AtOnce = 250;

    /// <summary>Writes a text for each, in order.</summary>
    public static void Write<T>(TextWriter to, IEnumerable<T> all, Func<T, string> text)
    {
        var pieces = all.Chunk(AtOnce).ToList();
        string Joined(T[] piece) => string.Concat(piece.Select(one => text(one) + Environment.NewLine));
        // To start several threads takes longer than a few pieces.
        foreach (var piece in pieces.Count < 8 ? pieces.Select(Joined) : pieces.AsParallel().AsOrdered().Select(Joined)) to.Write(piece);
    }
}
