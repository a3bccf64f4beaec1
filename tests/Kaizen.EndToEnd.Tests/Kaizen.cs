using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Kaizen.EndToEnd.Tests;

/// <summary>The built command, started as a user starts it.</summary>
internal static class Kaizen
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    /// <summary>The one that was built beside the tests, or another that is installed.</summary>
    public static string Executable { get; } = Environment.GetEnvironmentVariable("KAIZEN_UNDER_TEST") ?? Path.Combine(
        Root, "host", "Kaizen.Cli", "bin", Configuration, "net10.0", OperatingSystem.IsWindows() ? "kaizen.exe" : "kaizen");

    /// <summary>Runs the command to its end.</summary>
    public static async Task<Ran> Run(params string[] arguments) => await RunIn(Root, null, arguments);

    public static Task<Ran> RunIn(string folder, IReadOnlyDictionary<string, string>? environment, params string[] arguments) =>
        Finish(Start(folder, environment, arguments));

    /// <summary>Runs the command with lines on its standard input.</summary>
    public static async Task<Ran> Answer(string folder, IReadOnlyDictionary<string, string>? environment, IEnumerable<string> lines, params string[] arguments)
    {
        var process = Start(Executable, folder, environment, arguments, open: true);
        foreach (var line in lines) await process.StandardInput.WriteAsync(line + "\n");
        process.StandardInput.Close();
        return await Finish(process);
    }

    /// <summary>Runs another copy of the command.</summary>
    public static Task<Ran> RunCopy(string executable, string folder, params string[] arguments) => Finish(Start(executable, folder, null, arguments));

    private static async Task<Ran> Finish(Process started)
    {
        using var process = started;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await process.WaitForExitAsync(patience.Token);
        return new Ran(process.ExitCode, await output, await error);
    }

    public static Process Start(string folder, IReadOnlyDictionary<string, string>? environment, params string[] arguments) =>
        Start(Executable, folder, environment, arguments);

    private static Process Start(string executable, string folder, IReadOnlyDictionary<string, string>? environment, string[] arguments, bool open = false)
    {
        var info = new ProcessStartInfo(executable, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) info.Environment[name] = value;
        var process = Process.Start(info)!;
        if (!open) process.StandardInput.Close();
        return process;
    }

#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}

/// <summary>What a run of the command left.</summary>
internal sealed record Ran(int Code, string Output, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;
}
