namespace Kaizen.Cli.Output;

/// <summary>
/// Where Kaizen's own words go: the streams as they were when the process began. What a plugin makes of <see cref="Console"/> concerns
/// its own words alone.
/// </summary>
internal static class Terminal
{
    /// <summary>Standard output.</summary>
    public static TextWriter Out { get; } = Console.Out;

    /// <summary>Standard error.</summary>
    public static TextWriter Error { get; } = Console.Error;

    /// <summary>Both are Kaizen's alone from now on, so that what reads them can rely on it; once in a process.</summary>
    public static void Take()
    {
        var plugins = TextWriter.Synchronized(new PluginOutput(Error));
        Console.SetOut(plugins);
        Console.SetError(plugins);
    }
}
