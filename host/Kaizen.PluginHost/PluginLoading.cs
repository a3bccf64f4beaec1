namespace Kaizen.PluginHost;

/// <summary>How plugins are loaded.</summary>
public sealed record PluginLoading
{
    /// <summary>As a one-shot command loads them.</summary>
    public static PluginLoading Once { get; } = new();

    /// <summary>Whether disposing unloads the plugins and their files stay free meanwhile.</summary>
    public bool Reloads { get; init; }

    /// <summary>How long a plugin may take until it is there.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Runs the loading on a thread of its own. One that does not come back is left behind: a thread cannot be ended from
    /// outside, but it keeps neither the caller nor the process.
    /// </summary>
    internal PluginState Within(Func<PluginState> load)
    {
        PluginState? state = null;
        var thread = new Thread(() => state = load()) { IsBackground = true, Name = "Kaizen plugin" };
        thread.Start();
        return thread.Join(Patience) ? state! : LoadFault.Late(Patience);
    }
}
