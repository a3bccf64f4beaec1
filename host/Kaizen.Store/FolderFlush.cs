namespace Kaizen.Store;

/// <summary>The folders in which files got their names: each is brought onto the disk once, however many files it took.</summary>
public sealed class FolderFlush
{
    private readonly HashSet<string> folders = new(StringComparer.Ordinal);

    /// <summary>Brings the names onto the disk.</summary>
    /// <exception cref="OutputException">The disk could not take them.</exception>
    public void Flush()
    {
        foreach (var folder in folders.Order(StringComparer.Ordinal))
        {
            try
            {
                Disk.SyncFolder(folder);
            }
            catch (IOException fault)
            {
                throw new OutputException(folder, MachineFault.Of(fault), fault);
            }
        }

        folders.Clear();
    }

    internal void Add(string folder) => folders.Add(folder);

    /// <summary>Makes a folder, and remembers each one above it that gets a new name by that.</summary>
    internal void Make(DirectoryInfo folder)
    {
        for (var missing = folder; !missing.Exists && missing.Parent is { } above; missing = above) folders.Add(above.FullName);
        folder.Create();
    }
}
