namespace Kaizen.EndToEnd.Tests;

/// <summary>A disk that is full at one point or another of a run.</summary>
public sealed class FullDiskTests
{
    private const int Levels = 10;

    [SmallDiskFact]
    public async Task Says_so_leaves_what_was_there_and_the_next_run_makes_good()
    {
        using var disk = new SmallDisk();
        using var first = new Workspace();
        using var workspace = Small.OfCalls(Path.Combine(disk.Folder, "small")).Predicting().AtOneMoment();
        await Run(workspace, 0);
        Copy(workspace.Folder, first.Folder);
        var before = Kept.By(workspace);

        var free = disk.Free;
        Grow(workspace);
        await Run(workspace, 0);
        var undisturbed = Kept.By(workspace);
        var needed = free - disk.Free;

        for (var level = 0; level < Levels; level++)
        {
            Directory.Delete(workspace.Folder, recursive: true);
            Copy(first.Folder, workspace.Folder);
            Grow(workspace);
            disk.Fill(level * needed / Levels);

            var fault = (await Run(workspace, 3)).Diagnostic("KZ4003");
            Assert.Contains("the disk is full", fault.Text("message"), StringComparison.Ordinal);
            Assert.Contains("free some space", fault.Text("hint"), StringComparison.Ordinal);
            IsWhole(Kept.By(workspace), before, undisturbed, level);

            disk.Unfill();
            await Run(workspace, 0);
            Kept.By(workspace).IsSameAs(undisturbed);
        }
    }

    /// <summary>Every file is the old one or the new one, none is missing or torn, and nothing stands beside them.</summary>
    private static void IsWhole(Kept now, Kept before, Kept undisturbed, int level)
    {
        Assert.All(before.Texts, file => Assert.True(now.Texts.GetValueOrDefault(file.Key) is { } hash && (hash == file.Value || hash == undisturbed.Texts[file.Key]), $"level {level}: {file.Key}"));
        Assert.All(now.Texts, file => Assert.True(file.Value == undisturbed.Texts[file.Key] || file.Value == before.Texts.GetValueOrDefault(file.Key), $"level {level}: {file.Key}"));
        Assert.EndsWith("ok", now.Store.TrimEnd(), StringComparison.Ordinal);
    }

    private static void Grow(Workspace workspace)
    {
        for (var i = 1; i <= 4; i++)
        {
            workspace.With($"cycles/names{i}.yaml", $$"""
                title: Who calls, look {{i}}
                metrics: { callers: { distinct: name, unit: callers, better: higher } }
                plan: { target: { to: {{50 + i}}, due: 2026-06-22 } }
                do: { started: 2026-04-06 }
                """);
        }
    }

    private static async Task<Ran> Run(Workspace workspace, int code)
    {
        var ran = await workspace.Run("run", "--json");
        Assert.True(ran.Code == code, $"exit code {ran.Code}, not {code}:\n{ran.Error}");
        ran.IsClean();
        return ran;
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
