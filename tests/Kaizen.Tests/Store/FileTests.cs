using Kaizen.Store;

namespace Kaizen.Tests.Store;

public sealed class FileTests : IDisposable
{
    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_file_is_written_with_its_folders_and_nothing_stays_beside_it()
    {
        var path = folder.At(System.IO.Path.Combine("a3", "deep", "c.html"));
        Assert.True(AtomicFile.Write(path, "one"u8));
        Assert.True(AtomicFile.Write(path, "two"u8));
        Assert.Equal("two", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(System.IO.Path.GetDirectoryName(path)!));
    }

    [Theory]
    [InlineData("same")]
    [InlineData("")]
    public void An_unchanged_file_is_not_touched(string text)
    {
        var path = folder.At("page.html");
        File.WriteAllText(path, text);
        var old = new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(path, old);
        Assert.False(AtomicFile.Write(path, System.Text.Encoding.UTF8.GetBytes(text)));
        Assert.Equal(old, File.GetLastWriteTimeUtc(path));
    }

    [Fact]
    public void A_file_of_the_same_length_but_other_bytes_is_written()
    {
        var path = folder.At("page.html");
        File.WriteAllText(path, "abc");
        Assert.True(AtomicFile.Write(path, "abd"u8));
        Assert.Equal("abd", File.ReadAllText(path));
    }

    [Fact]
    public void Who_may_read_it_stays_as_it_was()
    {
        if (OperatingSystem.IsWindows()) return;
        var path = folder.At("rows.csv");
        File.WriteAllText(path, "a\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Assert.True(AtomicFile.Write(path, "a\nb\n"u8));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Fact]
    public void What_another_program_added_meanwhile_is_not_written_over()
    {
        var path = folder.At("rows.csv");
        File.WriteAllText(path, "a\nsomebody else's\n");
        var fault = Assert.Throws<OutputException>(() => { AtomicFile.Write(path, "a\nb\n"u8, before: "a\n"u8.ToArray()); });
        Assert.Equal("another program changed it in this moment", fault.Fault.Why);
        Assert.Equal("a\nsomebody else's\n", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(folder.Path));
        Assert.True(AtomicFile.Write(path, "b\n"u8, before: "a\nsomebody else's\n"u8.ToArray()));
    }

    [Fact]
    public void Where_it_cannot_be_put_in_place_nothing_is_left_behind()
    {
        var path = folder.At("taken");
        Directory.CreateDirectory(System.IO.Path.Combine(path, "inside"));
        var fault = Assert.Throws<OutputException>(() => { AtomicFile.Write(path, "x"u8); });
        Assert.Equal((path, "a folder stands in its place"), (fault.Path, fault.Fault.Why));
        Assert.Equal([path], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_link_in_its_place_stays_and_so_does_what_it_points_to()
    {
        var (path, target) = (folder.At("page.html"), folder.At("mine.txt"));
        File.WriteAllText(target, "mine");
        try
        {
            File.CreateSymbolicLink(path, target);
        }
        catch (IOException) when (OperatingSystem.IsWindows())
        {
            // Making links takes a right there; a plain file has to be replaced as ever.
            File.WriteAllText(path, "old");
            Assert.True(AtomicFile.Write(path, "x"u8));
            return;
        }

        var fault = Assert.Throws<OutputException>(() => { AtomicFile.Write(path, "x"u8); });
        Assert.Contains("link", fault.Fault.Why, StringComparison.Ordinal);
        Assert.Equal(target, new FileInfo(path).LinkTarget);
        Assert.Equal("mine", File.ReadAllText(target));
        Assert.Equal(2, Directory.GetFileSystemEntries(folder.Path).Length);
    }

    [Fact]
    public void A_file_where_its_folder_should_be_is_told_in_words()
    {
        File.WriteAllText(folder.At("a3"), "a file");
        var fault = Assert.Throws<OutputException>(() => { AtomicFile.Write(Path.Combine(folder.At("a3"), "c.html"), "x"u8); });
        Assert.NotEmpty(fault.Fault.Why);
        Assert.NotEmpty(fault.Fault.WayOut);
        Assert.Equal("a file", File.ReadAllText(folder.At("a3")));
    }

    [Fact]
    public void What_a_killed_write_left_is_swept_and_nothing_else()
    {
        string[] stays = ["page.html", ".page.html.12.tmp", ".kaizen-tmp", ".page.html.x.kaizen-tmp", "page.html.12.kaizen-tmp", ".page.html.12.kaizen-tmp.bak"];
        foreach (var name in stays.Append(".page.html.12.kaizen-tmp").Append(".a b.4711.kaizen-tmp")) File.WriteAllText(folder.At(name), "half");
        Directory.CreateDirectory(folder.At(".folder.12.kaizen-tmp"));
        AtomicFile.Sweep(folder.Path);
        Assert.Equal(
            stays.Append(".folder.12.kaizen-tmp").Order(StringComparer.Ordinal),
            Directory.GetFileSystemEntries(folder.Path).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_write_that_still_goes_on_is_not_swept()
    {
        var name = folder.At(".page.html.12.kaizen-tmp");
        using (new FileStream(name, FileMode.Create, FileAccess.Write, FileShare.Delete))
        {
            AtomicFile.Sweep(folder.Path);
            Assert.True(File.Exists(name));
        }

        AtomicFile.Sweep(folder.Path);
        Assert.False(File.Exists(name));
        AtomicFile.Sweep(folder.At("missing"));
    }

    [Fact]
    public void Many_files_share_one_flush_of_their_folders()
    {
        var folders = new FolderFlush();
        Assert.True(AtomicFile.Write(folder.At(Path.Combine("a3", "one.html")), "1"u8, folders));
        Assert.True(AtomicFile.Write(folder.At(Path.Combine("a3", "two.html")), "2"u8, folders));
        folders.Flush();
        Directory.Delete(folder.At("a3"), recursive: true);
        folders.Flush();
    }

    [Fact]
    public void A_disk_that_cannot_take_the_bytes_is_heard()
    {
        if (OperatingSystem.IsWindows()) return;
        using var none = new Microsoft.Win32.SafeHandles.SafeFileHandle(1 << 20, ownsHandle: false);
        Assert.Throws<IOException>(() => Disk.Sync(none));
    }

    [Theory]
    [InlineData(28, "the disk is full")]
    [InlineData(unchecked((int)0x80070070), "the disk is full")]
    [InlineData(30, "it is read only")]
    [InlineData(5, "the disk reports a fault")]
    [InlineData(unchecked((int)0x80070020), "another program keeps it open")]
    [InlineData(4242, "the words of the system")]
    public void The_number_of_a_fault_of_the_system_becomes_words(int number, string why)
    {
        var fault = MachineFault.Of(new IOException("the words of the system.", number));
        Assert.Equal(why, fault.Why);
        Assert.NotEmpty(fault.WayOut);
    }
}
