using System.CommandLine;
using System.Text.RegularExpressions;
using Kaizen.Cli.Output;
using Kaizen.Core.Diagnostics;
using Kaizen.Hosting.Runs;

namespace Kaizen.Cli.Commands;

/// <summary><c>kaizen why CODE</c>: what a message means and how it is mended.</summary>
internal static partial class WhyCommand
{
    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Placeholder();

    public static Command Create()
    {
        var code = new Argument<string>("code") { HelpName = "CODE", Description = "Code of a message, such as KZ2003." };
        var command = new Command("why", "What a message means and how it is mended.") { code };
        command.Examples(("kaizen why KZ2003", "about an unknown source"));
        command.SetAction(parsed =>
        {
            var written = parsed.GetValue(code)!;
            var message = Catalogue.ByCode.Values.FirstOrDefault(m => m.Code.Equals(written, StringComparison.OrdinalIgnoreCase));
            if (message is null)
            {
                var fault = Catalogue.UnknownName.At(null, "message", written) with { Hint = Nearest.Hint(written, [.. Catalogue.ByCode.Keys]) ?? "a code stands behind 'error' or 'warning', such as KZ2003" };
                Console.Error.WriteLine(DiagnosticText.Of(fault, Ink.ForError));
                return ExitCodes.WrongUsage;
            }

            Console.Out.WriteLine($"{Ink.ForOutput.Bold(message.Code)} ({CycleLine.Word(message.Severity)}): {Placeholder().Replace(message.Format, "…")}");
            Console.Out.WriteLine();
            Console.Out.WriteLine(message.Why);
            return ExitCodes.Fine;
        });
        return command;
    }
}
