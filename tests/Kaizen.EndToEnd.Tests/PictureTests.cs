using System.Text;

namespace Kaizen.EndToEnd.Tests;

/// <summary>Pictures of the current condition: inside the page, from the workspace only, and part of what a page is made from.</summary>
public sealed class PictureTests : IDisposable
{
    private static readonly byte[] Red = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC");
    private static readonly byte[] Gif = Convert.FromBase64String("R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs=");

    private readonly Workspace workspace = Small.OfCalls();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task A_picture_is_carried_by_the_page_and_a_changed_one_is_drawn_again()
    {
        Showing("pictures/inbox.png").Put("pictures/inbox.png", Red);
        Assert.Equal(0, (await workspace.Run("run")).Code);
        Assert.Contains($"<img src=\"data:image/png;base64,{Convert.ToBase64String(Red)}\" alt=\"Monday &lt;9&gt; o&#39;clock\"", workspace.Read("out/a3/wait.html"), StringComparison.Ordinal);
        Assert.Contains("no file written", (await workspace.Run("run")).Output, StringComparison.Ordinal);

        // The bytes tell the form, whatever the name says.
        Put("pictures/inbox.png", Gif);
        var again = await workspace.Run("run", "--explain");
        Assert.Contains("its sheet was written again: picture pictures/inbox.png changed", again.Output, StringComparison.Ordinal);
        Assert.Contains($"data:image/gif;base64,{Convert.ToBase64String(Gif)}", workspace.Read("out/a3/wait.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pictures/inbx.png", "KZ3011", "There is no picture 'pictures/inbx.png'.", "did you mean 'inbox.png'?")]
    [InlineData("photos/far.png", "KZ3011", "There is no picture 'photos/far.png'.", "look at its spelling, or put the file there")]
    [InlineData("pictures", "KZ3012", "The picture 'pictures' cannot be shown: it is a folder.", "save a smaller copy as PNG or JPEG in the workspace")]
    [InlineData("pictures/map.svg", "KZ3012", "The picture 'pictures/map.svg' cannot be shown: it is neither PNG, JPEG, GIF nor WebP.", "save a smaller copy as PNG or JPEG in the workspace")]
    [InlineData("pictures/large.png", "KZ3012", "The picture 'pictures/large.png' cannot be shown: it is larger than 2 MB.", "save a smaller copy as PNG or JPEG in the workspace")]
    public async Task A_picture_that_cannot_be_shown_is_told_with_its_place_and_costs_the_sheet_nothing_else(string path, string code, string message, string hint)
    {
        Put("pictures/inbox.png", Red).Put("pictures/map.svg", Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'/>")).Put("pictures/large.png", [.. Red, .. new byte[2 * 1024 * 1024]]);
        Showing(path);
        var ran = await workspace.Run("run", "--json");
        Assert.Equal(3, ran.Code);
        var fault = ran.Diagnostic(code);
        Assert.Equal((message, hint, "wait"), (fault.Text("message"), fault.Text("hint"), fault.Text("cycle")));
        Assert.StartsWith("cycles/wait.yaml:", fault.Place(), StringComparison.Ordinal);
        var sheet = workspace.Read("out/a3/wait.html");
        Assert.Contains("Not shown: Monday &lt;9&gt; o&#39;clock", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_out_of_the_workspace_is_not_followed()
    {
        if (OperatingSystem.IsWindows()) return; // Links need rights there that tests do not have.
        using var elsewhere = new Workspace();
        File.WriteAllBytes(elsewhere.At("secret.png"), Red);
        Directory.CreateSymbolicLink(workspace.At("pictures"), elsewhere.Folder);
        Showing("pictures/secret.png");
        var ran = await workspace.Run("run", "--json");
        Assert.Equal(3, ran.Code);
        Assert.Contains("it lies behind a link", ran.Diagnostic("KZ3012").Text("message"), StringComparison.Ordinal);
        Assert.DoesNotContain("<img", workspace.Read("out/a3/wait.html"), StringComparison.Ordinal);
        Directory.Delete(workspace.At("pictures"));
    }

    [Theory]
    [InlineData("../secret.png")]
    [InlineData("pictures/../../secret.png")]
    [InlineData("pictures\\..\\..\\secret.png")]
    [InlineData("/etc/secret.png")]
    [InlineData("C:/secret.png")]
    public async Task A_path_out_of_the_workspace_is_a_fault_of_the_definition(string path)
    {
        Showing(path);
        var ran = await workspace.Run("validate", "--json");
        Assert.Equal(1, ran.Code);
        Assert.Equal($"The picture '{path}' does not lie in the workspace.", ran.Diagnostic("KZ2046").Text("message"));
    }

    private PictureTests Showing(string path)
    {
        workspace.Edit(Small.Cycle, "plan:\n", $"plan:\n  pictures:\n    - file: {path}\n      caption: Monday <9> o'clock\n");
        return this;
    }

    private PictureTests Put(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(workspace.At(name))!);
        File.WriteAllBytes(workspace.At(name), bytes);
        return this;
    }
}
