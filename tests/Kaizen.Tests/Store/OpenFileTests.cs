using System.Text;
using Kaizen.Store;

namespace Kaizen.Tests.Store;

public sealed class OpenFileTests : IDisposable
{
    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_file_that_is_being_read_is_replaced_and_the_reader_keeps_the_old_one()
    {
        var path = folder.At("a.html");
        AtomicFile.Write(path, "old"u8);
        using (var reader = OpenFile.Read(path))
        {
            Assert.True(AtomicFile.Write(path, "new"u8));
            var read = new byte[8];
            Assert.Equal("old", Encoding.UTF8.GetString(read, 0, reader.ReadAtLeast(read, read.Length, throwOnEndOfStream: false)));
        }

        Assert.Equal(("new", "new"), (OpenFile.Text(path), Encoding.UTF8.GetString(OpenFile.Bytes(path))));
    }

    [Fact]
    public void Lines_end_in_any_way_and_a_mark_at_the_begin_is_none_of_the_text()
    {
        File.WriteAllBytes(folder.At("a"), [0xEF, 0xBB, 0xBF, .. "é\r\n\nb"u8]);
        Assert.Equal(["é", "", "b"], OpenFile.Lines(folder.At("a")));
        Assert.Equal("é\r\n\nb", OpenFile.Text(folder.At("a")));
        Assert.Equal(9, OpenFile.Bytes(folder.At("a")).Length);
    }
}
