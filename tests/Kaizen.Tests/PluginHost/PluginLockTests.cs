using System.Text;
using Kaizen.Core.Diagnostics;
using Kaizen.Hosting.Plugins;
using Kaizen.PluginHost;

namespace Kaizen.Tests.PluginHost;

public sealed class PluginLockTests : IDisposable
{
    private const string Hash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private readonly PluginWorkspace workspace = new PluginWorkspace().With("tally");

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void The_file_is_the_same_on_every_machine_and_in_every_order()
    {
        var files = new Dictionary<string, string> { ["b/c.dll"] = Hash, ["a.dll"] = Hash };
        var text = Encoding.UTF8.GetString(PluginLock.ToBytes(new Dictionary<string, LockedPlugin> { ["zeta"] = new("2", files), ["acme"] = new("1.0 ü", files) }));
        Assert.Equal($$"""
            {
              "version": 1,
              "plugins": {
                "acme": {
                  "version": "1.0 ü",
                  "files": {
                    "a.dll": "{{Hash}}",
                    "b/c.dll": "{{Hash}}"
                  }
                },
                "zeta": {
                  "version": "2",
                  "files": {
                    "a.dll": "{{Hash}}",
                    "b/c.dll": "{{Hash}}"
                  }
                }
              }
            }

            """.ReplaceLineEndings("\n"), text);
        workspace.Write("plugins.lock", text);
        var read = PluginLock.Read(workspace.Folder);
        Assert.Null(read.Fault);
        Assert.Equal(text, Encoding.UTF8.GetString(PluginLock.ToBytes(read.Plugins)));
    }

    [Fact]
    public void Locking_says_what_came_changed_and_went_and_writes_only_then()
    {
        workspace.With("other");
        var first = PluginLocking.Lock(workspace.Folder);
        Assert.Equal((true, "other added, tally added"), (first.Written, Words(first)));
        var stamp = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(workspace.At("plugins.lock"), stamp);
        var again = PluginLocking.Lock(workspace.Folder);
        Assert.Equal((false, "other unchanged, tally unchanged"), (again.Written, Words(again)));
        Assert.Equal(stamp, File.GetLastWriteTimeUtc(workspace.At("plugins.lock")));

        Directory.Delete(workspace.At("plugins/other"), true);
        workspace.Flip("plugins/tally/Kaizen.Plugin.Counting.dll");
        workspace.Write("plugins/tally/notes.txt", "x");
        var changed = PluginLocking.Lock(workspace.Folder);
        Assert.Equal((true, "other removed, tally changed"), (changed.Written, Words(changed)));
        Assert.Equal(["Changed Kaizen.Plugin.Counting.dll", "Added notes.txt"], changed.Steps[1].Changes.Select(c => $"{c.Kind} {c.File}"));
    }

    [Fact]
    public void Where_there_is_nothing_to_lock_nothing_is_written()
    {
        using var empty = new PluginWorkspace();
        var result = PluginLocking.Lock(empty.Folder);
        Assert.Equal((false, false, 0), (result.Written, result.Failed, result.Steps.Count));
        Assert.False(File.Exists(empty.At("plugins.lock")));
    }

    [Fact]
    public void A_plugin_that_came_with_kaizen_is_not_locked() =>
        Assert.Equal(["tally"], PluginLocking.Lock(workspace.Folder).Steps.Select(s => s.Id));

    [Fact]
    public void A_faulty_manifest_is_told_and_the_others_are_locked()
    {
        workspace.Write("plugins/broken/plugin.yaml", "id: broken\n");
        var result = PluginLocking.Lock(workspace.Folder);
        Assert.Equal("tally added", Words(result));
        Assert.All(result.Diagnostics, d => Assert.Equal("plugins/broken/plugin.yaml", d.Span!.Value.File));
        Assert.Equal("loaded", workspace.State("tally"));
    }

    public static TheoryData<string, string> Hostile() => new()
    {
        { "", "it is no JSON" },
        { "not json", "it is no JSON" },
        { "[]", "it is no JSON object" },
        { "{}", "it has no 'version' that counts from 1" },
        { """{ "version": "1", "plugins": {} }""", "it has no 'version' that counts from 1" },
        { """{ "version": 0, "plugins": {} }""", "it has no 'version' that counts from 1" },
        { """{ "version": 1 }""", "the lock has no 'plugins'" },
        { """{ "version": 1, "plugins": {}, "more": 1 }""", "the lock has other keys than 'version' and 'plugins'" },
        { """{ "version": 1, "plugins": { "tally": 1 } }""", "plugin 'tally' has no 'files'" },
        { """{ "version": 1, "plugins": { "tally": { "files": {}, "trusted": true } } }""", "plugin 'tally' has no 'version'" },
        { """{ "version": 1, "plugins": { "tally": { "version": "1", "files": { "../../kaizen": "HASH" } } } }""", "plugin 'tally' names '../../kaizen', which is no file of a plugin's folder" },
        { """{ "version": 1, "plugins": { "tally": { "version": "1", "files": { "/etc/passwd": "HASH" } } } }""", "plugin 'tally' names '/etc/passwd', which is no file of a plugin's folder" },
        { """{ "version": 1, "plugins": { "tally": { "version": "1", "files": { "a": "1234" } } } }""", "plugin 'tally' has no SHA-256 of 'a'" },
        { """{ "version": 1, "plugins": { "tally": { "version": "1", "files": { "a": null } } } }""", "plugin 'tally' has no SHA-256 of 'a'" },
        { """{ "version": 1, "plugins": { "tally": { "version": "1", "files": { "a": "HASH", "a": "HASH" } } } }""", "it is no JSON" },
        { "{ \"version\": 1, \"plugins\": {\n<<<<<<< ours\n} }", "it holds the marks of a merge that nobody finished" },
        { """{ "version": 1, "plugins": { "tally": { "version": "\ud800", "files": {} } } }""", "it holds a text that is none" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_damaged_lock_is_told_and_blocks_what_lies_outside(string text, string why)
    {
        workspace.Write("plugins.lock", text.Replace("HASH", Hash, StringComparison.Ordinal));
        var told = Assert.Single(workspace.Faults());
        Assert.Equal((Catalogue.PluginLockDamaged.Code, $"plugins.lock cannot be used: {why}.", "plugins.lock"), (told.Code, told.Message, told.Span!.Value.File));
        Assert.Equal("blocked: plugins.lock, which should vouch for it, cannot be used", workspace.State("tally"));
        Assert.Equal("loaded", workspace.State("csv"));
        Assert.NotNull(PluginLocking.Lock(workspace.Folder).Replaced);
        Assert.Equal("loaded", workspace.State("tally"));
    }

    [Fact]
    public void A_fault_of_syntax_is_shown_at_its_line()
    {
        workspace.Write("plugins.lock", "{\n  \"version\": 1,\n  oops\n}\n");
        Assert.Equal((3, 3), (workspace.Faults()[0].Span!.Value.Line, workspace.Faults()[0].Span!.Value.Column));
    }

    [Fact]
    public void A_huge_lock_is_not_read()
    {
        using (var file = File.Create(workspace.At("plugins.lock"))) file.SetLength(1L << 32);
        Assert.Equal("plugins.lock cannot be used: it is larger than 16 MB.", Assert.Single(workspace.Faults()).Message);
    }

    [Fact]
    public void A_lock_that_is_an_endless_device_is_not_read()
    {
        if (!File.Exists("/dev/zero")) return;
        File.CreateSymbolicLink(workspace.At("plugins.lock"), "/dev/zero");
        Assert.Equal(Catalogue.PluginLockDamaged.Code, Assert.Single(workspace.Faults()).Code);
        Assert.StartsWith("blocked", workspace.State("tally"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_deep_lock_does_not_break_the_program()
    {
        workspace.Write("plugins.lock", new string('[', 1_000_000));
        Assert.Equal(Catalogue.PluginLockDamaged.Code, Assert.Single(workspace.Faults()).Code);
    }

    [Fact]
    public void A_lock_of_a_newer_program_is_told_and_never_overwritten()
    {
        const string Newer = """{ "version": 2, "anything": [] }""";
        workspace.Write("plugins.lock", Newer);
        var told = Assert.Single(workspace.Faults());
        Assert.Equal((Catalogue.PluginLockNewer.Code, "plugins.lock has version 2, this Kaizen knows version 1."), (told.Code, told.Message));
        Assert.Equal("blocked: plugins.lock, which should vouch for it, was written by a newer Kaizen", workspace.State("tally"));
        var result = PluginLocking.Lock(workspace.Folder);
        Assert.True(result.Failed);
        Assert.Equal(Newer, File.ReadAllText(workspace.At("plugins.lock")));
    }

    private static string Words(LockingResult result) => string.Join(", ", result.Steps.Select(s => $"{s.Id} {s.Word}"));
}
