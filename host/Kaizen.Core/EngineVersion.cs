namespace Kaizen.Core;

/// <summary>The version that stands in evidence and on every sheet.</summary>
public static class EngineVersion
{
    /// <summary>Such as <c>0.1.0</c>; a build's commit is not part of it, so that the same release gives the same bytes.</summary>
    public static string Text { get; } = typeof(EngineVersion).Assembly.GetName().Version!.ToString(3);
}
