using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Kaizen.Cli.Commands;

/// <summary>Examples at the end of a verb's help.</summary>
internal static class HelpExamples
{
    private static readonly Dictionary<Command, (string Line, string What)[]> ByCommand = [];

    public static void Examples(this Command command, params (string Line, string What)[] examples) => ByCommand[command] = examples;

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
            var code = inner.Invoke(parseResult);
            if (!ByCommand.TryGetValue(parseResult.CommandResult.Command, out var examples)) return code;
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            var width = examples.Max(e => e.Line.Length);
            foreach (var (line, what) in examples) output.WriteLine($"  {line.PadRight(width)}  {what}");
            output.WriteLine();
            return code;
        }
    }
}
