using System.ComponentModel;
using System.Diagnostics;

namespace Kaizen.EndToEnd.Tests;

/// <summary>The command as a user without special rights starts it. Root may write anywhere, so as root it is started as nobody.</summary>
internal static class OrdinaryUser
{
    private const string Nobody = "65534";

    private static readonly Lazy<string?> Reason = new(() =>
    {
        if (OperatingSystem.IsWindows()) return "rights of files work another way on Windows";
        if (!IsRoot) return null;
        if (!OperatingSystem.IsLinux()) return "as root there is no other user to start the command as";
        try
        {
            using var process = Start(Path.GetTempPath(), ["--version"]);
            process.StandardOutput.ReadToEnd();
            var error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? null : $"nobody cannot start the command: {error.Trim()}";
        }
        catch (Win32Exception fault)
        {
            return $"setpriv cannot be started: {fault.Message}";
        }
    });

    /// <summary>Why there is none, or null.</summary>
    public static string? Missing => Reason.Value;

    private static bool IsRoot => Environment.UserName == "root";

    public static async Task<Ran> RunIn(string folder, params string[] arguments)
    {
        if (!IsRoot) return await Kaizen.RunIn(folder, null, arguments);
        using var process = Start(folder, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await process.WaitForExitAsync(patience.Token);
        return new Ran(process.ExitCode, await output, await error);
    }

    private static Process Start(string folder, string[] arguments) => Process.Start(new ProcessStartInfo(
        "setpriv", [$"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups", Kaizen.Executable, .. arguments])
    {
        WorkingDirectory = folder,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}

/// <summary>A test that needs an <see cref="OrdinaryUser"/>; skipped with the reason where there is none.</summary>
internal sealed class OrdinaryUserFactAttribute : FactAttribute
{
    public OrdinaryUserFactAttribute() => Skip = OrdinaryUser.Missing;
}
