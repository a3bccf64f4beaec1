using System.CommandLine;
using System.Text;
using Kaizen.Cli.Output;
using Kaizen.Core.Diagnostics;
using Kaizen.Definitions.Schema;
using Kaizen.Hosting.Runs;
using Kaizen.Store;

namespace Kaizen.Cli.Commands;

/// <summary><c>kaizen schema</c>: completion, hover texts and faults while typing, for any editor that reads JSON Schema.</summary>
internal static class SchemaCommand
{
    private const string Printed = "-";

    public static Command Create()
    {
        var workspace = new Argument<string?>("workspace")
        {
            HelpName = "WORKSPACE",
            Description = "A folder with kaizen.yaml (default: the nearest one above).",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var file = new Option<string?>("--out") { HelpName = "FILE", Description = $"Write the schema here instead of WORKSPACE/{SchemaText.Place}; - prints it." };
        var command = new Command("schema", "Write the JSON Schema of kaizen.yaml and cycle files, by which an editor completes, explains and checks keys.") { workspace, file };
        command.Examples(
            ("kaizen schema", $"writes {SchemaText.Place} in this workspace"),
            ("kaizen schema my-team", "the same for another workspace"),
            ("kaizen schema --out - > kaizen.schema.json", "print it, for one schema that many workspaces share"));
        command.SetAction(parsed => Run(parsed.GetValue(workspace), parsed.GetValue(file)));
        return command;
    }

    private static int Run(string? workspace, string? file)
    {
        if (file == Printed)
        {
            Terminal.Out.Write(SchemaText.Of());
            return ExitCodes.Fine;
        }

        if (file is null) return IntoWorkspace(workspace);
        if (workspace is null) return Write(Path.GetFullPath(file), file);
        return UsageFaults.Say([Catalogue.WrongLine.At(null, "The workspace and --out both say where the schema goes.") with { Hint = "write one of the two" }], false);
    }

    private static int IntoWorkspace(string? workspace)
    {
        var faults = new DiagnosticBag();
        // A word that is no folder would be taken for the name of a cycle.
        if (workspace is not null && !Directory.Exists(workspace))
            return UsageFaults.Say([Catalogue.UnknownName.At(null, "folder", workspace) with { Hint = "name the folder that holds kaizen.yaml" }], false);
        if (CommandWords.Request(workspace is null ? [] : [workspace], null, null, faults) is not { } request) return Told(faults, ExitCodes.Of(faults.All));
        var path = Path.Combine([request.Folder, .. SchemaText.Place.Split('/')]);
        var code = Write(path, Path.GetRelativePath(Directory.GetCurrentDirectory(), path));
        if (code != ExitCodes.Fine) return code;
        Terminal.Out.WriteLine("An editor with a YAML language server finds it by the first line of a file:");
        Terminal.Out.WriteLine($"  kaizen.yaml    {SchemaText.WorkspaceLine}");
        Terminal.Out.WriteLine($"  cycles/*.yaml  {SchemaText.CycleLine}");
        return ExitCodes.Fine;
    }

    private static int Write(string path, string shown)
    {
        if (File.Exists(path) && !File.ReadAllText(path).Contains(SchemaText.Mark, StringComparison.Ordinal))
            return UsageFaults.Say([Catalogue.FileExists.At(null, shown) with { Hint = "it is no schema; name another file" }], false);
        try
        {
            var written = AtomicFile.Write(path, Encoding.UTF8.GetBytes(SchemaText.Of()));
            Terminal.Out.WriteLine(written ? $"Wrote {Plain.Text(shown)}." : $"{Plain.Text(shown)} was up to date.");
            return ExitCodes.Fine;
        }
        catch (OutputException fault)
        {
            var faults = new DiagnosticBag();
            faults.Add(Catalogue.StoreUnwritable.At(null, $"{shown}: {fault.Fault.Why}") with { Hint = fault.Fault.WayOut });
            return Told(faults, ExitCodes.FoundOnReading);
        }
    }

    private static int Told(DiagnosticBag faults, int code)
    {
        foreach (var fault in faults.All) Terminal.Error.WriteLine(DiagnosticText.Of(fault, Ink.ForError));
        return code;
    }
}
