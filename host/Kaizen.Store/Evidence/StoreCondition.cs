namespace Kaizen.Store.Evidence;

/// <summary>How a store was found.</summary>
internal abstract record StoreCondition
{
    private StoreCondition() { }

    /// <summary>There is none, or one to which nothing was committed yet: a run may be killed right after it made the file.</summary>
    internal sealed record Empty : StoreCondition;

    /// <summary>It is ours and whole.</summary>
    internal sealed record Sound : StoreCondition;

    /// <summary>A newer version wrote it.</summary>
    internal sealed record Newer(int Format) : StoreCondition;

    /// <summary>It is not what we wrote.</summary>
    internal sealed record Damaged(string Why) : StoreCondition;

    /// <summary>The machine or another program keeps it from us.</summary>
    internal sealed record Unusable(MachineFault Fault) : StoreCondition;
}
