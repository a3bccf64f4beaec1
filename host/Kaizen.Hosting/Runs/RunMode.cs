namespace Kaizen.Hosting.Runs;

/// <summary>Whether a run leaves anything behind.</summary>
public enum RunMode
{
    /// <summary>All five stages: locks predictions, keeps evidence, writes pages.</summary>
    Close,

    /// <summary>Define, measure and check only; nothing is written.</summary>
    Look,
}
