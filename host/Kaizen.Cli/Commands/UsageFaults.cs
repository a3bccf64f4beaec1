using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Kaizen.Abstractions;
using Kaizen.Cli.Output;
using Kaizen.Core.Diagnostics;
using Kaizen.Hosting.Runs;
using Kaizen.Reports;

namespace Kaizen.Cli.Commands;

/// <summary>What is wrong with the command line, told in the same form as every other fault.</summary>
internal static class UsageFaults
{
    /// <summary>Prints the faults and returns the exit code, or null where the line can be run.</summary>
    public static int? Report(ParseResult parsed, IReadOnlyList<string> arguments)
    {
        if (parsed.Tokens.Any(t => t.Value is "--help" or "-h" or "-?" or "/?" or "/h" or "--version")) return null;
        var faults = Of(parsed);
        if (faults.Count == 0) return null;
        return Say(faults, arguments.Contains("--json"), parsed.CommandResult.Command.Name == "analyse");
    }

    /// <summary>Prints faults of the command line and returns the exit code.</summary>
    public static int Say(IReadOnlyList<Diagnostic> faults, bool json, bool alone = false)
    {
        foreach (var fault in faults) Terminal.Error.WriteLine(DiagnosticText.Of(fault, Ink.ForError));
        if (json) Terminal.Out.WriteLine(alone ? ResultsJson.ToText((Core.Checking.Finding?)null, faults) : ResultsJson.ToText(null, default, [], faults));
        return ExitCodes.WrongUsage;
    }

    private static List<Diagnostic> Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var verb = command.Subcommands.Count > 0;
        // A word that begins with '-' is an option that does not exist, never the name of a cycle.
        var unknown = parsed.UnmatchedTokens.Concat(parsed.CommandResult.Children.OfType<ArgumentResult>()
            .SelectMany(a => a.Tokens).Select(t => t.Value).Where(t => t.Length > 1 && t[0] == '-' && !char.IsAsciiDigit(t[1])))
            .Where(w => !verb || w != "--json").ToList();
        var faults = unknown.ConvertAll(word =>
            word[0] == '-' ? Unknown("option", word, Options(parsed))
            : verb ? Unknown("verb", word, [.. command.Subcommands.Select(c => c.Name)])
            : Catalogue.WrongLine.At(null, $"'{word}' is one word too many for '{Path(command)}'.") with { Hint = $"see '{Path(command)} --help'" });
        if (unknown.Count > 0 && verb) return faults;
        if (verb)
            return [Catalogue.WrongLine.At(null, "No verb was given.") with { Hint = $"one of {string.Join(", ", command.Subcommands.Select(c => c.Name))}; see '{Path(command)} --help'" }];
        foreach (var option in parsed.CommandResult.Children.OfType<OptionResult>().Where(o => !o.Implicit))
        {
            // The parser takes the next word whatever it is, so that a forgotten value would swallow an option.
            if (option.Tokens is not [{ Value: var value }, ..] || !Options(parsed).Contains(value)) continue;
            faults.Add(Catalogue.WrongLine.At(null, $"{option.Option.Name} needs a value, and '{value}' is an option itself.") with { Hint = $"see '{Path(command)} --help'" });
            unknown.Add(value);
        }

        faults.AddRange(parsed.Errors.Where(e => !unknown.Exists(u => e.Message.Contains($"'{u}'", StringComparison.Ordinal)))
            .Select(e => Catalogue.WrongLine.At(null, OneLine(e.Message)) with { Hint = $"see '{Path(command)} --help'" }));
        return faults;
    }

    /// <summary>The command as it is typed: <c>kaizen note action</c>.</summary>
    private static string Path(Command command) =>
        command is RootCommand ? "kaizen" : $"{(command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? Path(parent) : "kaizen")} {command.Name}";

    /// <summary>A list that the parser writes on lines of its own, behind a colon.</summary>
    private static string OneLine(string message)
    {
        var lines = message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines.Length < 2 ? message : $"{lines[0]} {string.Join(", ", lines.Skip(1).Select(l => l.Trim('\'')))}.";
    }

    private static Diagnostic Unknown(string what, string word, IReadOnlyCollection<string> known) =>
        Catalogue.UnknownName.Hinting(Nearest.Hint(word, known), null, what, word);

    private static List<string> Options(ParseResult parsed) =>
        [.. parsed.CommandResult.Command.Options.Where(o => o is not HelpOption).Select(o => o.Name), "--help"];
}
