using System.CommandLine;
using System.CommandLine.Parsing;
using Kaizen.Core.Diagnostics;
using Kaizen.Definitions;
using Kaizen.Hosting.Authoring;
using Kaizen.Hosting.Runs;

namespace Kaizen.Cli.Commands;

/// <summary>The words and options that several verbs share.</summary>
internal static class CommandWords
{
    /// <summary>[WORKSPACE] [SELECTOR...]: a first word that is a directory is the workspace.</summary>
    public static Argument<string[]> Words() => new("workspace|selector")
    {
        HelpName = "WORKSPACE SELECTOR...",
        Description = "A folder with kaizen.yaml (default: the nearest one above), then ids or patterns over id and domain/id.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public static Option<bool> Json() => new("--json") { Description = "Print the result as JSON, at every exit code." };

    public static Option<DateOnly?> AsOf() => new("--as-of")
    {
        HelpName = "DATE",
        Description = "Look from this date (yyyy-MM-dd) instead of the workspace's as_of or today.",
        CustomParser = Date,
    };

    /// <summary>Whether a switch is on, for a validator: a value is not asked for, since the parser may have found it wrong.</summary>
    public static bool IsOn(CommandResult line, Option<bool> option) =>
        line.GetResult(option) is { Implicit: false } given && (given.Tokens.Count == 0 || (bool.TryParse(given.Tokens[0].Value, out var on) && on));

    public static Option<string?> Out() => new("--out") { HelpName = "DIR", Description = "Write pages here instead of WORKSPACE/out." };

    /// <summary>Parses a date option, in any form that can mean one day only; a wrong one is a usage error.</summary>
    public static DateOnly? Date(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (Typed.Date(text) is { } date) return date;
        result.AddError($"'{text}' is not a date: write it as 2026-10-01.");
        return null;
    }

    /// <summary>Splits words into workspace folder and selectors; a missing workspace is a diagnostic.</summary>
    public static RunRequest? Request(string[] words, DateOnly? asOf, string? output, DiagnosticBag faults)
    {
        var first = words.FirstOrDefault();
        var named = first is not null && Directory.Exists(first);
        var start = Path.GetFullPath(named ? first! : Directory.GetCurrentDirectory());
        var folder = named && File.Exists(Path.Combine(start, "kaizen.yaml")) ? start : WorkspaceReader.Find(start);
        if (first is not null && !named && LooksLikeAFolder(first))
        {
            faults.Add(Catalogue.UnknownName.At(null, "folder", first) with { Hint = File.Exists(first) ? "name the folder that holds kaizen.yaml, not a file" : "look at its spelling" });
            return null;
        }

        if (folder is null)
        {
            var hint = first is not null && !named
                ? $"'{first}' is no folder; name the workspace, or make one with 'kaizen init FOLDER'"
                : "name the workspace, or make one with 'kaizen init FOLDER'";
            faults.Add(Catalogue.NoWorkspace.At(null, named ? first! : ".") with { Hint = hint });
            return null;
        }

        return new RunRequest(folder, asOf, output is null ? null : Path.GetFullPath(output), named ? words[1..] : words);
    }

    // A selector may hold a slash (sales/won), but it neither begins nor ends like a path.
    private static bool LooksLikeAFolder(string word) =>
        Path.IsPathRooted(word) || word[0] == '.' || word[^1] is '/' or '\\' || Path.GetExtension(word) is ".yaml" or ".yml";
}
