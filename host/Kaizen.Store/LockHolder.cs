using System.Globalization;

namespace Kaizen.Store;

/// <summary>Who holds a workspace, as it says of itself beside the lock; the lock file itself cannot be read while it is held.</summary>
/// <param name="Process">The number of the process.</param>
/// <param name="Since">When it took the lock.</param>
/// <param name="Machine">Where it runs; several machines may share a folder.</param>
public sealed record LockHolder(int Process, DateTimeOffset Since, string Machine)
{
    /// <summary>The lock of a run while it writes.</summary>
    public const string OfRun = "lock";

    /// <summary>The lock of a host for as long as it keeps the workspace.</summary>
    public const string OfHost = "serve.lock";

    private const int Longest = 300;

    /// <summary>In words.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"process {Process} on {Machine}, since {Since.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC");

    /// <summary>Who holds the lock of a workspace, or null where nobody says so.</summary>
    public static LockHolder? Of(string workspaceFolder, string name = OfRun)
    {
        try
        {
            var file = new FileInfo(In(workspaceFolder, name));
            return file.Exists && file.Length <= Longest ? Read(OpenFile.Text(file.FullName)) : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    internal static string In(string workspaceFolder, string name) => Path.Combine(workspaceFolder, ".kaizen", $"{name}.holder");

    internal string ToText() => string.Create(CultureInfo.InvariantCulture, $"{Process} {Since.UtcDateTime:O} {Machine}");

    private static LockHolder? Read(string text) =>
        text.Split(' ', 3) is [var process, var since, var machine]
        && int.TryParse(process, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && DateTimeOffset.TryParseExact(since, "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? new LockHolder(number, time, machine)
            : null;
}
