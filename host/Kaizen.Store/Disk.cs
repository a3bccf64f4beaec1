using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Kaizen.Store;

/// <summary>
/// What it takes on Unix for a write to survive a power cut. .NET passes over an fsync that fails, so that a disk which lost
/// the bytes would look like one that has them, and it cannot open a folder, whose fsync makes a new name last.
/// </summary>
internal static class Disk
{
    private const int Interrupted = 4;
    private const int Invalid = 22;
    private static readonly int CloseOnExec = OperatingSystem.IsLinux() ? 0x80000 : OperatingSystem.IsMacOS() ? 0x1000000 : 0;

    /// <summary>Brings what was written to a stream onto the disk.</summary>
    /// <exception cref="IOException">The disk could not take it.</exception>
    public static void Sync(FileStream stream)
    {
        // On macOS .NET asks the disk to empty its own cache too; there both are done.
        stream.Flush(flushToDisk: !OperatingSystem.IsLinux());
        if (!OperatingSystem.IsWindows()) Sync(stream.SafeFileHandle);
    }

    /// <summary>Makes the names in a folder last. A folder that may not be opened to read, and a file system without it, are passed over.</summary>
    /// <exception cref="IOException">The disk could not take them.</exception>
    public static void SyncFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        var number = Open([.. Encoding.UTF8.GetBytes(folder), 0], CloseOnExec);
        if (number < 0) return;
        using var handle = new SafeFileHandle(number, ownsHandle: true);
        Sync(handle);
    }

    internal static void Sync(SafeFileHandle handle)
    {
        while (Fsync(handle) != 0)
        {
            var fault = Marshal.GetLastPInvokeError();
            if (fault == Interrupted) continue;
            // What has nothing to be flushed, such as a device or a folder on some network drives.
            if (fault == Invalid || fault == (OperatingSystem.IsMacOS() ? 45 : 95)) return;
            throw new IOException(Marshal.GetPInvokeErrorMessage(fault), fault);
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Fsync(SafeFileHandle file);
}
