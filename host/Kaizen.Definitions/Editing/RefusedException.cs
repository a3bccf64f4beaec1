namespace Kaizen.Definitions.Editing;

#pragma warning disable CA1032, CA1064 // Internal control flow of one folder, not an API.
/// <summary>An edit that cannot be made safely.</summary>
/// <param name="reason">A whole sentence.</param>
/// <param name="position">What stands in the way, in what the parser sees.</param>
internal sealed class RefusedException(string reason, int? position) : Exception(reason)
{
    public int? Position { get; } = position;
}
#pragma warning restore CA1032, CA1064
