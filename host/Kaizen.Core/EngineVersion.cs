namespace Kaizen.Core;

/// <summary>The version that stands in evidence and on every sheet.</summary>
public static class EngineVersion
{
    /// <summary>Such as <c>0.1.0</c>; a build's commit is not part of it, so that the same release gives the same bytes.</summary>
    public static string Text { get; } = typeof(EngineVersion).Assembly.GetName().Version!.ToString(3);

    /// <summary>
    /// Tells builds of the same version apart (module ids of a deterministic build follow the code), so that evidence of one
    /// build is not taken for that of another. It decides what is on record and is never printed.
    /// </summary>
    public static string Build { get; } =
        $"{Text} {typeof(EngineVersion).Module.ModuleVersionId:N} {typeof(Statistics.Xmr).Module.ModuleVersionId:N}";
}
