using System.CommandLine;
using Kaizen.Cli.Output;
using Kaizen.Core.Diagnostics;
using Kaizen.Hosting;
using Kaizen.Hosting.Authoring.Verbs;

namespace Kaizen.Cli.Commands;

/// <summary>The words and options of the verbs that write what people say, and their run.</summary>
internal static class EntryWords
{
    public static Argument<string[]> Words(string rest, string what = "then the cycle's id") => new("workspace|cycle")
    {
        HelpName = $"WORKSPACE {rest}",
        Description = $"A folder with kaizen.yaml (default: the nearest one above), {what}{(rest.EndsWith("TEXT", StringComparison.Ordinal) ? " and what is said, in quotes." : ".")}",
        Arity = ArgumentArity.OneOrMore,
    };

    public static Option<string?> By(string description = "Who says so: a name of people: in kaizen.yaml.", bool required = false) =>
        new("--by") { HelpName = "PERSON", Description = description, Required = required };

    public static Option<string?> Text(string name, string description, string help = "TEXT") => new(name) { HelpName = help, Description = description };

    public static Option<DateOnly?> Date(string name, string description) => new(name) { HelpName = "DATE", Description = description, CustomParser = CommandWords.Date };

    public static Option<DateOnly?> Day() => Date("--date", "The day (yyyy-MM-dd); today where it is left out.");

    public static Option<bool> DryRun() => new("--dry-run") { Description = "Show the lines that would change; write nothing." };

    /// <summary>The words without the last one, which is what is said; null where only one is there.</summary>
    public static (string[] Words, string Text)? WithText(string[] words)
    {
        var text = words[^1].Trim();
        return text.Length > 0 && Named(words).Count >= 2 ? (words[..^1], text) : null;
    }

    /// <summary>The words behind the workspace.</summary>
    public static ArraySegment<string> Named(string[] words) => words.Length > 0 && Directory.Exists(words[0]) && words.Length > 1 ? new ArraySegment<string>(words, 1, words.Length - 1) : words;

    public static int Wrong(string message, string hint, bool json) => UsageFaults.Say([Catalogue.WrongLine.At(null, message) with { Hint = hint }], json);

    /// <summary>Writes an entry and prints what came of it.</summary>
    public static async Task<int> WriteAsync(string[] words, Entry entry, (bool Json, bool DryRun) show, CancellationToken cancellation)
    {
        using var screen = new Screen();
        var faults = new DiagnosticBag();
        var request = CommandWords.Request(words, null, null, faults);
        var result = request is null ? new WritingResult { Diagnostics = faults.All } : await KaizenHost.WriteAsync(request, entry, show.DryRun, screen, cancellation);
        return Tell(screen, entry, result, show);
    }

    /// <summary>Prints what came of an entry; the exit code.</summary>
    public static int Tell(Screen screen, Entry entry, WritingResult result, (bool Json, bool DryRun) show)
    {
        screen.Show(result.Diagnostics);
        if (show.Json) Terminal.Out.WriteLine(WritingText.Json(entry, result, show.DryRun));
        else WritingText.Print(entry, result, show.DryRun);
        return WritingText.ExitCode(result);
    }
}
