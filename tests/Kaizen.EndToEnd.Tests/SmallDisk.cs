using System.Diagnostics;

namespace Kaizen.EndToEnd.Tests;

/// <summary>A disk of a few megabytes in memory, mounted on a temporary folder.</summary>
internal sealed class SmallDisk : IDisposable
{
    private const string Filler = ".filler";

    private static readonly Lazy<string?> Reason = new(() =>
    {
        if (!OperatingSystem.IsLinux()) return "mounting a small disk is done on Linux only";
        if (Environment.UserName != "root") return "only root can mount a small disk";
        try
        {
            using var disk = new SmallDisk();
            return null;
        }
        catch (Exception fault) when (fault is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return $"a small disk cannot be mounted here: {fault.Message}";
        }
    });

    public SmallDisk()
    {
        Directory.CreateDirectory(Folder);
        Mount("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", Folder);
    }

    /// <summary>Why there can be none, or null.</summary>
    public static string? Missing => Reason.Value;

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"kaizen-disk-{Guid.NewGuid():N}");

    public long Free => new DriveInfo(Folder).AvailableFreeSpace;

    /// <summary>Fills it until <paramref name="left"/> bytes are free.</summary>
    public void Fill(long left)
    {
        using var file = new FileStream(Path.Combine(Folder, Filler), FileMode.Create, FileAccess.Write);
        var block = new byte[4096];
        for (var more = Free - left; more > 0; more -= block.Length) file.Write(block, 0, (int)Math.Min(more, block.Length));
    }

    public void Unfill() => File.Delete(Path.Combine(Folder, Filler));

    public void Dispose()
    {
        Mount("umount", Folder);
        Directory.Delete(Folder);
    }

    private static void Mount(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException(error.Trim());
    }
}

/// <summary>A test that needs a <see cref="SmallDisk"/>; skipped with the reason where there can be none.</summary>
internal sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute() => Skip = SmallDisk.Missing;
}
