using System.Text;
using Kaizen.Definitions.Editing;
using Kaizen.Tests.House;

namespace Kaizen.Tests.Editing;

public sealed class FileEditorTests : IDisposable
{
    private static readonly YamlEdit[] Title = [new YamlEdit.Set("title", YamlValue.Of("new"))];

    private readonly string folder = Directory.CreateTempSubdirectory("kaizen-edit-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Bytes_outside_the_edit_stay()
    {
        var path = Put([0xEF, 0xBB, 0xBF, .. "title: é # 😀\r\nx: 1\n"u8]);
        Assert.IsType<EditResult.Done>(YamlFileEditor.Apply(path, Title));
        Assert.Equal([0xEF, 0xBB, 0xBF, .. "title: new # 😀\r\nx: 1\n"u8], File.ReadAllBytes(path));
        Assert.Single(Directory.EnumerateFileSystemEntries(folder));
    }

    [Fact]
    public void A_file_that_says_so_already_is_not_written()
    {
        var path = Put("title: new\n"u8);
        File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch);
        Assert.Empty(Assert.IsType<EditResult.Done>(YamlFileEditor.Apply(path, Title)).Changes);
        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(path));
    }

    [Fact]
    public void A_file_that_changed_meanwhile_is_left_alone()
    {
        var path = Put("title: old\n"u8);
        Assert.Contains("changed the file in this moment", Refused(path, () => File.AppendAllText(path, "x: 1\n")), StringComparison.Ordinal);
        Assert.Equal("title: old\nx: 1\n", File.ReadAllText(path));
        Assert.Single(Directory.EnumerateFileSystemEntries(folder));
        Assert.Contains("changed the file in this moment", Refused(path, () => File.Delete(path)), StringComparison.Ordinal);
        Assert.False(File.Exists(path));
    }

    [Fact]
    public void What_is_no_text_is_refused_in_words()
    {
        Assert.Contains("UTF-16", Refused(Put(Encoding.Unicode.GetBytes("title: x\n"))), StringComparison.Ordinal);
        Assert.Contains("UTF-16", Refused(Put([0xFE, 0xFF, 0, 0x61])), StringComparison.Ordinal);
        Assert.Equal("The file is not UTF-8 text: the byte 0xE9 stands in line 2. Save it as UTF-8.", Refused(Put([.. "a: 1\nb: "u8, 0xE9, .. "t\xC3\xA9\n"u8])));
        Assert.Contains("larger than 4 MB", Refused(Put(new byte[(4 * 1024 * 1024) + 1])), StringComparison.Ordinal);
        Assert.Equal("The file is not there.", Refused(Path.Combine(folder, "none.yaml")));
        Assert.Equal("A folder stands where the file should be.", Refused(folder));
    }

    [Fact]
    public void A_link_stays_and_rights_stay()
    {
        if (OperatingSystem.IsWindows()) return;
        var path = Put("title: old\n"u8);
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite;
        File.SetUnixFileMode(path, Mode);
        var second = Path.Combine(folder, "second.yaml");
        var first = Path.Combine(folder, "first.yaml");
        File.CreateSymbolicLink(second, "cycle.yaml");
        File.CreateSymbolicLink(first, second);
        Assert.IsType<EditResult.Done>(YamlFileEditor.Apply(first, Title));
        Assert.Equal("title: new\n", File.ReadAllText(path));
        Assert.Equal("cycle.yaml", new FileInfo(second).LinkTarget);
        Assert.Equal(Mode, File.GetUnixFileMode(path));

        var round = Path.Combine(folder, "round.yaml");
        File.CreateSymbolicLink(round, "round.yaml");
        Assert.True(Refused(round).Length > 20);
    }

    [Fact]
    public void A_read_only_file_is_refused()
    {
        var path = Put("title: old\n"u8);
        new FileInfo(path).IsReadOnly = true;
        Assert.Equal("The file is read only: look at its rights.", Refused(path));
        Assert.Equal("title: old\n", File.ReadAllText(path));
        new FileInfo(path).IsReadOnly = false;
    }

    [Fact]
    public void What_is_pasted_by_hand_knows_what_the_file_holds()
    {
        var path = Put("do:\n  started: 2026-04-06\n"u8);
        new FileInfo(path).IsReadOnly = true;
        var refusal = Assert.IsType<EditResult.Refused>(YamlFileEditor.Apply(path, [new YamlEdit.Set("do.log", YamlValue.Of("x"))])).Refusal;
        Assert.Contains("'do' is in line 1 already", refusal.Paste[0].Where, StringComparison.Ordinal);
        new FileInfo(path).IsReadOnly = false;
    }

    [Fact]
    public void The_cycles_of_the_examples_only_gain_lines()
    {
        var cycles = Directory.EnumerateFiles(Repository.At("examples"), "*.yaml", SearchOption.AllDirectories).Where(f => f.Contains("cycles", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(cycles);
        foreach (var cycle in cycles)
        {
            var before = File.ReadAllText(cycle);
            var path = Put(File.ReadAllBytes(cycle));
            YamlEdit[] edits =
            [
                new YamlEdit.Append("do.log", YamlValue.Of(("date", YamlValue.Of(new DateOnly(2026, 10, 1))), ("by", YamlValue.Of("mei")), ("text", YamlValue.Of("One.\nTwo: three.\n")))),
                new YamlEdit.Set("plan.obstacles.no_turn.active", YamlValue.Of(true)),
                new YamlEdit.Append("plan.actions", YamlValue.Of(("what", YamlValue.Of("Ask again")), ("who", YamlValue.Of("mei")))),
                new YamlEdit.Append("act.follow_ups", YamlValue.Of(("what", YamlValue.Of("Look again")), ("who", YamlValue.Of("mei")))),
            ];
            Assert.IsType<EditResult.Done>(YamlFileEditor.Apply(path, edits, KeyOrder.Cycle));
            var after = File.ReadAllText(path);
            var lines = new Queue<string>(before.Split('\n'));
            var added = after.Split('\n').Count(l => lines.Count == 0 || l != lines.Peek() || lines.Dequeue() is null);
            Assert.Empty(lines);
            Assert.InRange(added, 8, 20);
        }
    }

    private static string Refused(string path, Action? meanwhile = null)
    {
        var refusal = Assert.IsType<EditResult.Refused>(YamlFileEditor.Apply(path, Title, null, meanwhile)).Refusal;
        Assert.Equal("title: new\n", refusal.Paste[0].Lines);
        return refusal.Reason;
    }

    private string Put(ReadOnlySpan<byte> bytes)
    {
        var path = Path.Combine(folder, "cycle.yaml");
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
