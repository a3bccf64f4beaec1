using System.CommandLine;
using Kaizen.Cli.Output;
using Kaizen.Core.Diagnostics;
using Kaizen.Definitions;
using Kaizen.Hosting.Plugins;
using Kaizen.Hosting.Runs;
using Kaizen.PluginHost;

namespace Kaizen.Cli.Commands;

/// <summary><c>kaizen plugin</c>: which plugins there are, who vouches for them, and why one does not load.</summary>
internal static class PluginCommand
{
    public static Command Create()
    {
        var command = new Command("plugin", "The plugins that data comes from: list them, lock them, find out why one does not load, write one.")
        {
            List(),
            Lock(),
            Show(),
            Doctor(),
            Sample(),
            PluginNewCommand.Create(),
            PluginTestCommand.Create(),
        };
        command.Examples(
            ("kaizen plugin list", "what there is, and what became of it"),
            ("kaizen plugin lock", "say that the plugins are as they should be"),
            ("kaizen plugin show csv", "what may stand under 'with:'"),
            ("kaizen plugin doctor acme", "why does it not load?"),
            ("kaizen plugin sample csv", "an entry of 'sources:' to copy"),
            ("kaizen plugin new acme --source", "a project of one's own"),
            ("kaizen plugin test acme", "its test cases"));
        return command;
    }

    private static Command List()
    {
        var (workspace, json) = (Workspace(), CommandWords.Json());
        var command = new Command("list", "Every plugin with its state, where it lies, what it offers and what it reaches for. Loads those that may be loaded.") { workspace, json };
        command.Examples(
            ("kaizen plugin list", "for the workspace at hand"),
            ("kaizen plugin list my-team --json", "for another, as JSON"));
        command.SetAction(parsed =>
        {
            using var screen = new Screen();
            var faults = new DiagnosticBag();
            if (!TryFolder(parsed.GetValue(workspace), out var folder, faults)) return UsageFaults.Say(faults.All, parsed.GetValue(json));
            var listing = PluginDesk.List(folder);
            screen.Show(listing.Diagnostics);
            Terminal.Out.Write(parsed.GetValue(json) ? Line(PluginJson.Of(listing, folder)) : PluginText.Of(listing, folder, Ink.ForOutput));
            return ExitCodes.Of(listing.Diagnostics);
        });
        return command;
    }

    private static Command Lock()
    {
        var (workspace, json) = (Workspace(), CommandWords.Json());
        var command = new Command("lock", $"Vouch for the plugins outside the install folder as they are now: writes {PluginLock.FileName} with the SHA-256 of each of their files. Runs none of their code.") { workspace, json };
        command.Examples(("kaizen plugin lock", "after you looked at what a plugin does and where it comes from"));
        command.SetAction(parsed =>
        {
            using var screen = new Screen();
            var faults = new DiagnosticBag();
            var known = TryFolder(parsed.GetValue(workspace), out var folder, faults);
            if (known && folder is null) faults.Add(Catalogue.NoWorkspace.At(null, "."));
            if (folder is null) return UsageFaults.Say(faults.All, parsed.GetValue(json));
            var result = PluginLocking.Lock(folder);
            screen.Show(result.Diagnostics);
            Terminal.Out.Write(parsed.GetValue(json) ? Line(PluginJson.Of(result)) : PluginText.Of(result));
            return ExitCodes.Of(result.Diagnostics);
        });
        return command;
    }

    private static Command Show()
    {
        var (id, workspace, json) = (Id(), Workspace(), CommandWords.Json());
        var command = new Command("show", "The sources and metrics of a plugin, with every option that may stand under 'with:'.") { id, workspace, json };
        command.Examples(("kaizen plugin show csv", "its options"), ("kaizen plugin show acme --json", "the same as JSON"));
        command.SetAction(parsed =>
        {
            using var screen = new Screen();
            var faults = new DiagnosticBag();
            if (!TryFolder(parsed.GetValue(workspace), out var folder, faults) || PluginDesk.Show(folder, parsed.GetValue(id)!, faults) is not { } listing)
                return UsageFaults.Say(faults.All, parsed.GetValue(json));
            screen.Show(listing.Diagnostics);
            Terminal.Out.Write(parsed.GetValue(json) ? Line(PluginJson.Of(listing, folder)) : PluginText.Details(listing.Plugins[0], folder, Ink.ForOutput));
            return ExitCodes.Of(listing.Diagnostics);
        });
        return command;
    }

    private static Command Doctor()
    {
        var words = new Argument<string[]>("plugin|workspace")
        {
            HelpName = "PLUGIN WORKSPACE",
            Description = "The id or the folder of a plugin (default: all), and a folder with kaizen.yaml (default: the nearest one above).",
            Arity = new ArgumentArity(0, 2),
        };
        var json = CommandWords.Json();
        var command = new Command("doctor", "Goes the way of a plugin until it is loaded and says, step by step, what keeps it and what to do.") { words, json };
        command.Examples(
            ("kaizen plugin doctor", "all plugins"),
            ("kaizen plugin doctor acme", "one, by its id or by the name of its folder"),
            ("kaizen plugin doctor ../acme/bin/Release/net10.0", "a folder that is not installed yet"));
        command.SetAction(parsed => Examine(parsed.GetValue(words)!, parsed.GetValue(json)));
        return command;
    }

    private static int Examine(string[] words, bool json)
    {
        using var screen = new Screen();
        var faults = new DiagnosticBag();
        // The workspace is the word that is one, whichever comes first; of two, the second.
        var workspace = words.LastOrDefault(IsWorkspace) ?? (words.Length == 2 ? words[1] : null);
        var plugin = words.FirstOrDefault(w => w != workspace);
        if (!TryFolder(workspace, out var folder, faults)) return UsageFaults.Say(faults.All, json);
        if (PluginDesk.Examine(folder, plugin, faults) is not { } all) return UsageFaults.Say(faults.All, json);
        screen.Show(faults.All);
        Terminal.Out.Write(json ? Line(PluginJson.Of(all, faults.All)) : PluginText.Of(all, Ink.ForOutput));
        return ExitCodes.Of(faults.All) is var code and not ExitCodes.Fine ? code : all.All(e => e.IsWell) ? ExitCodes.Fine : ExitCodes.FoundOnReading;
    }

    private static Command Sample()
    {
        var (id, workspace) = (Id(), Workspace());
        var command = new Command("sample", "Print a plugin's sample.yaml: an entry of 'sources:' with every option explained.") { id, workspace };
        command.Examples(("kaizen plugin sample csv", "copy from it what you need into kaizen.yaml"));
        command.SetAction(parsed =>
        {
            var faults = new DiagnosticBag();
            if (!TryFolder(parsed.GetValue(workspace), out var folder, faults)) return UsageFaults.Say(faults.All, false);
            if (PluginDesk.Sample(folder, parsed.GetValue(id)!, faults) is { } file)
            {
                foreach (var line in File.ReadLines(file)) Terminal.Out.WriteLine(Plain.Text(line));
                return ExitCodes.Fine;
            }

            using var screen = new Screen();
            screen.Show(faults.All);
            return ExitCodes.Of(faults.All);
        });
        return command;
    }

    private static Argument<string> Id() => new("id") { HelpName = "ID", Description = "The id of a plugin, as 'kaizen plugin list' shows it." };

    private static Argument<string?> Workspace() => new("workspace")
    {
        HelpName = "WORKSPACE",
        Description = "A folder with kaizen.yaml (default: the nearest one above).",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <summary>The workspace that is meant, or null where none is: plugins that came with Kaizen are there without one.</summary>
    private static bool TryFolder(string? word, out string? folder, DiagnosticBag faults)
    {
        folder = word is null || Directory.Exists(word) ? WorkspaceReader.Find(Path.GetFullPath(word ?? Directory.GetCurrentDirectory())) : null;
        if (word is null || folder is not null) return true;
        faults.Add(Directory.Exists(word) ? Catalogue.NoWorkspace.At(null, word) : Catalogue.UnknownName.At(null, "folder", word) with { Hint = "name the folder that holds kaizen.yaml" });
        return false;
    }

    private static bool IsWorkspace(string word) => File.Exists(Path.Combine(word, "kaizen.yaml"));

    private static string Line(string json) => json + Environment.NewLine;
}
