namespace Kaizen.Core.Plugins;

/// <summary>By which the gate sees that a long call goes on: it beats with every row.</summary>
public sealed class Pulse
{
    private long beats;

    /// <summary>How often it has beaten.</summary>
    public long Beats => Volatile.Read(ref beats);

    /// <summary>Something came. One thread at a time beats.</summary>
    public void Beat() => beats++;
}
