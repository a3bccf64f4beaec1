using System.CommandLine;
using Kaizen.Cli.Output;
using Kaizen.Core.Diagnostics;
using Kaizen.Hosting.Plugins;
using Kaizen.Hosting.Runs;

namespace Kaizen.Cli.Commands;

/// <summary><c>kaizen plugin new</c>: a project of a plugin that builds and passes its tests as it stands.</summary>
internal static class PluginNewCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("name") { HelpName = "NAME", Description = "The plugin's id: lower-case letters, digits and hyphens." };
        var source = new Option<bool>("--source") { Description = "It offers rows that metrics are measured on." };
        var metric = new Option<bool>("--metric") { Description = "It offers a number that is followed." };
        var below = new Option<string>("--in") { HelpName = "FOLDER", Description = "Where the new folder goes (default: here).", DefaultValueFactory = _ => "." };
        var command = new Command("new", "Write the project of a new plugin into a folder of its name: it builds and passes its tests as it stands.") { name, source, metric, below };
        command.Examples(
            ("kaizen plugin new acme --source", "then: cd acme, dotnet test"),
            ("kaizen plugin new reach --metric --in ~/plugins", "a metric, in another folder"));
        command.SetAction(parsed => Write(parsed.GetValue(name)!, (parsed.GetValue(source), parsed.GetValue(metric)), parsed.GetValue(below)!));
        return command;
    }

    private static int Write(string name, (bool Source, bool Metric) kind, string below)
    {
        var faults = new DiagnosticBag();
        if (kind is (true, true)) faults.Add(Catalogue.OptionsTogether.At(null, "--source", "--metric"));
        else if (kind is (false, false)) faults.Add(Catalogue.WrongLine.At(null, "What the plugin offers was not said.") with { Hint = "write --source or --metric" });
        else if (PluginScaffold.Write(name, kind.Source ? "source" : "metric", below, faults) is not null)
        {
            var folder = Plain.Text(Plain.ForShell(Path.Combine(below == "." ? "" : below, name)));
            Terminal.Out.WriteLine($"Made {folder}. Next:");
            Terminal.Out.WriteLine($"  cd {folder} && dotnet test");
            Terminal.Out.WriteLine($"  kaizen plugin test .              # the cases in testcases/, without any C#");
            Terminal.Out.WriteLine($"  copy dist/{name} into plugins/ of a workspace, and run 'kaizen plugin lock' there");
            Terminal.Out.WriteLine(kind.Source ? $"  in kaizen.yaml:  sources: {{ orders: {{ use: {name}, time: placed_at }} }}" : $"  in a cycle:  metrics: {{ long_waits: {{ use: {name}/share-above, with: {{ value: hours, above: 8 }}, better: lower }} }}");
            return ExitCodes.Fine;
        }

        using var screen = new Screen();
        screen.Show(faults.All);
        return ExitCodes.Of(faults.All);
    }
}
