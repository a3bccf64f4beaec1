using System.CommandLine;
using Kaizen.Cli.Output;
using Kaizen.Core.Diagnostics;
using Kaizen.Hosting.Runs;
using Kaizen.Store;

namespace Kaizen.Cli.Commands;

/// <summary><c>kaizen init</c>: a small workspace that runs at once.</summary>
internal static class InitCommand
{
    private const string Ignored = ".kaizen/\nout/\n";
    private const string DataIgnored = "# Rows may hold people. Remove this line to keep data in git (init --commit-data).\ndata/\n";

    public static Command Create()
    {
        var folder = new Argument<string>("folder") { HelpName = "FOLDER", Description = "Where to make it; made if it does not exist.", DefaultValueFactory = _ => "." };
        var commitData = new Option<bool>("--commit-data") { Description = "Let git keep data/ (it is ignored otherwise, since rows may hold people)." };
        var command = new Command("init", "Make a small workspace that runs at once: kaizen.yaml, one cycle, some rows.") { folder, commitData };
        command.Examples(("kaizen init my-team", "then: kaizen run my-team"));
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(folder)!, parsed.GetValue(commitData), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string folder, bool commitData, CancellationToken cancellation)
    {
        var scaffold = Path.Combine(AppContext.BaseDirectory, "templates", "workspace");
        var target = Path.GetFullPath(folder);
        var files = Directory.EnumerateFiles(scaffold, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(scaffold, f)).Order(StringComparer.Ordinal).ToList();
        foreach (var file in files.Where(f => File.Exists(Path.Combine(target, f))))
        {
            Console.Error.WriteLine(DiagnosticText.Of(Catalogue.FolderNotEmpty.At(null, folder, file) with { Hint = "choose another folder" }, Ink.ForError));
            return ExitCodes.WrongUsage;
        }

        try
        {
            foreach (var file in files)
                AtomicFile.Write(Path.Combine(target, file), await File.ReadAllBytesAsync(Path.Combine(scaffold, file), cancellation));
            var ignore = Path.Combine(target, ".gitignore");
            // Two branches that add to one place of the ledger keep the lines of both.
            var attributes = Path.Combine(target, ".gitattributes");
            if (!File.Exists(attributes)) AtomicFile.Write(attributes, "ledger.ndjson text eol=lf merge=union\n"u8);
            if (!File.Exists(ignore)) AtomicFile.Write(ignore, System.Text.Encoding.UTF8.GetBytes(commitData ? Ignored : Ignored + DataIgnored));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(DiagnosticText.Of(Catalogue.StoreUnwritable.At(null, fault.Message.TrimEnd('.')) with { Hint = "look at free space and at the rights of the folder" }, Ink.ForError));
            return ExitCodes.FoundOnReading;
        }

        Console.Out.WriteLine($"Made {Plain.Text(folder)}: kaizen.yaml, cycles/first-response.yaml and data/enquiries.csv.");
        Console.Out.WriteLine($"Next: kaizen run {Plain.Text(folder.Contains(' ', StringComparison.Ordinal) ? $"\"{folder}\"" : folder)}");
        return ExitCodes.Fine;
    }
}
