using System.Globalization;

namespace Kaizen.Store;

/// <summary>Who holds a workspace, as it says of itself beside the lock; the lock file itself cannot be read while it is held.</summary>
/// <param name="Process">The number of the process.</param>
/// <param name="Since">When it took the lock.</param>
/// <param name="Machine">Where it runs; several machines may share a folder.</param>
public sealed record LockHolder(int Process, DateTimeOffset Since, string Machine)
{
    private const int Longest = 300;

    /// <summary>In words.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"process {Process} on {Machine}, since {Since.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC");

    /// <summary>Who holds the lock of a workspace, or null where nobody says so.</summary>
    public static LockHolder? Of(string workspaceFolder)
    {
        try
        {
            var file = new FileInfo(In(workspaceFolder));
            return file.Exists && file.Length <= Longest ? Read(File.ReadAllText(file.FullName)) : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    internal static string In(string workspaceFolder) => Path.Combine(workspaceFolder, ".kaizen", "lock.holder");

    internal string ToText() => string.Create(CultureInfo.InvariantCulture, $"{Process} {Since.UtcDateTime:O} {Machine}");

    private static LockHolder? Read(string text) =>
        text.Split(' ', 3) is [var process, var since, var machine]
        && int.TryParse(process, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && DateTimeOffset.TryParseExact(since, "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? new LockHolder(number, time, machine)
            : null;
}
