using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Kaizen.Cli.Commands;

/// <summary>Examples at the end of a verb's help.</summary>
internal static class HelpExamples
{
    private static readonly Dictionary<Command, (string Line, string What)[]> ByCommand = [];
    private static readonly Dictionary<Command, (string Title, string First)[]> GroupsByCommand = [];

    public static void Examples(this Command command, params (string Line, string What)[] examples) => ByCommand[command] = examples;

    /// <summary>Titles between the subcommands, each before the first of its group.</summary>
    public static void Groups(this Command command, params (string Title, string First)[] groups) => GroupsByCommand[command] = groups;

    /// <summary>Puts the examples behind the help that the parser prints.</summary>
    public static void Attach(RootCommand root)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new WithExamples((HelpAction)help.Action!);
    }

    private sealed class WithExamples(HelpAction inner) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var code = Grouped(parseResult);
            if (!ByCommand.TryGetValue(parseResult.CommandResult.Command, out var examples)) return code;
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            var width = examples.Max(e => e.Line.Length);
            foreach (var (line, what) in examples) output.WriteLine($"  {line.PadRight(width)}  {what}");
            output.WriteLine();
            return code;
        }

        private int Grouped(ParseResult parseResult)
        {
            if (!GroupsByCommand.TryGetValue(parseResult.CommandResult.Command, out var groups)) return inner.Invoke(parseResult);
            var (output, help) = (parseResult.InvocationConfiguration.Output, new StringWriter { NewLine = "\n" });
            parseResult.InvocationConfiguration.Output = help;
            var code = inner.Invoke(parseResult);
            parseResult.InvocationConfiguration.Output = output;
            var inCommands = false;
            foreach (var line in help.ToString().TrimEnd('\r', '\n').Split('\n').Select(l => l.TrimEnd('\r')))
            {
                inCommands = line.Length > 0 && (inCommands || line == "Commands:");
                if (inCommands && groups.FirstOrDefault(g => line.StartsWith($"  {g.First} ", StringComparison.Ordinal)).Title is { } title) output.WriteLine($" {title}:");
                output.WriteLine(line);
            }

            output.WriteLine();
            return code;
        }
    }
}
