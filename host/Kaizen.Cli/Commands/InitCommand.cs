using System.CommandLine;
using System.Text;
using Kaizen.Cli.Output;
using Kaizen.Core.Diagnostics;
using Kaizen.Hosting.Authoring;
using Kaizen.Hosting.Runs;
using Kaizen.Store;

namespace Kaizen.Cli.Commands;

/// <summary><c>kaizen init</c>: a small workspace that runs at once.</summary>
internal static class InitCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("folder") { HelpName = "FOLDER", Description = "Where to make it; made if it does not exist.", DefaultValueFactory = _ => "." };
        var commitData = new Option<bool>("--commit-data") { Description = "Let git keep data/ (it is ignored otherwise, since rows may hold people)." };
        var bare = new Option<bool>("--bare") { Description = "Without the sample cycle and its rows, for a cycle of your own: then kaizen new." };
        var command = new Command("init", "Make a small workspace that runs at once: kaizen.yaml, one cycle, some rows.") { folder, commitData, bare };
        command.Examples(
            ("kaizen init my-team", "then: kaizen run my-team"),
            ("kaizen init --bare my-team", "then: kaizen new my-team --from FILE.csv"));
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(folder)!, parsed.GetValue(commitData), parsed.GetValue(bare), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string folder, bool commitData, bool bare, CancellationToken cancellation)
    {
        var target = Path.GetFullPath(folder);
        var texts = bare ? [BareWorkspace.Definition(target)] : await SampleAsync(cancellation);
        foreach (var (file, _) in texts.Where(f => File.Exists(Path.Combine(target, f.Path))))
        {
            Terminal.Error.WriteLine(DiagnosticText.Of(Catalogue.FolderNotEmpty.At(null, folder, file) with { Hint = "choose another folder" }, Ink.ForError));
            return ExitCodes.WrongUsage;
        }

        try
        {
            foreach (var (path, text) in texts.Concat(BareWorkspace.ForGit(target, commitData)))
                AtomicFile.Write(Path.Combine(target, path), Encoding.UTF8.GetBytes(text));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Terminal.Error.WriteLine(DiagnosticText.Of(Catalogue.StoreUnwritable.At(null, fault.Message.TrimEnd('.')) with { Hint = "look at free space and at the rights of the folder" }, Ink.ForError));
            return ExitCodes.FoundOnReading;
        }

        EditorSchema.Keep(target);
        var shown = Plain.Text(Plain.ForShell(folder));
        Terminal.Out.WriteLine(bare ? $"Made {Plain.Text(folder)}: kaizen.yaml." : $"Made {Plain.Text(folder)}: kaizen.yaml, cycles/first-response.yaml and data/enquiries.csv.");
        Terminal.Out.WriteLine(bare ? $"Next: kaizen new{(folder == "." ? "" : $" {shown}")} --from FILE.csv" : $"Next: kaizen run {shown}");
        return ExitCodes.Fine;
    }

    /// <summary>The sample that lies beside the command; the scaffolds of <c>new</c> beside it are no part of it.</summary>
    private static async Task<IReadOnlyList<(string Path, string Text)>> SampleAsync(CancellationToken cancellation)
    {
        var scaffold = Path.Combine(AppContext.BaseDirectory, "templates", "workspace");
        var texts = new List<(string, string)>();
        foreach (var file in Directory.EnumerateFiles(scaffold, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            if (Path.GetRelativePath(scaffold, file).Replace('\\', '/') is var path && !path.StartsWith("kinds/", StringComparison.Ordinal))
                texts.Add((path, await File.ReadAllTextAsync(file, cancellation)));
        return texts;
    }
}
