namespace Kaizen.EndToEnd.Tests;

/// <summary>A fault that is nobody's file: one line and an exit code, never a stack trace.</summary>
public sealed class ProgramFaultTests : IDisposable
{
    private readonly Workspace folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_fault_of_the_program_ends_in_one_line_and_an_exit_code()
    {
        // An installation that lost the scaffold of new workspaces.
        var ran = await Kaizen.RunCopy(InstallationWithout("workspace"), folder.Folder, "init", "team");
        Assert.Equal(3, ran.Code);
        Assert.Equal("", ran.Output);
        var line = Assert.Single(ran.Error.TrimEnd().Split('\n'));
        Assert.StartsWith("kaizen: a fault of the program, not of your files: DirectoryNotFoundException: ", line, StringComparison.Ordinal);
        ran.IsClean();
        Assert.False(Directory.Exists(folder.At("team")));
    }

    /// <summary>A copy of the built command that lacks a folder of its templates.</summary>
    private string InstallationWithout(string templates)
    {
        var built = Path.GetDirectoryName(Kaizen.Executable)!;
        foreach (var file in Directory.EnumerateFiles(built, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(built, file);
            if (name.StartsWith(Path.Combine("templates", templates) + Path.DirectorySeparatorChar, StringComparison.Ordinal)) continue;
            Directory.CreateDirectory(Path.GetDirectoryName(folder.At(Path.Combine("installed", name)))!);
            File.Copy(file, folder.At(Path.Combine("installed", name)));
        }

        return folder.At(Path.Combine("installed", Path.GetFileName(Kaizen.Executable)));
    }
}
