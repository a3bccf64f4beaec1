namespace Kaizen.Cli.Output;

/// <summary>Asks a person, on standard error so that standard output stays for results; an empty answer skips.</summary>
internal sealed class Questions(TextReader input, TextWriter output, CancellationToken cancellation)
{
    /// <summary>Whether somebody sits there.</summary>
    public static bool OnTerminal => !Console.IsInputRedirected && !Console.IsErrorRedirected;

    /// <summary>Prints what is known before a question.</summary>
    public void Tell(string line) => output.WriteLine(line);

    /// <summary>The answer, or null for none.</summary>
    /// <exception cref="EndOfStreamException">The input ended.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task<string?> AskAsync(string question)
    {
        output.Write($"{Plain.Text(question)} ");
        output.Flush();
        // A console cannot be asked to stop reading, so the answer is no longer waited for.
        var line = await Task.Run(input.ReadLine, cancellation).WaitAsync(cancellation) ?? throw new EndOfStreamException();
        if (Console.IsInputRedirected) output.WriteLine();
        return line.Trim() is { Length: > 0 } answer ? answer : null;
    }

    /// <summary>The same until the answer can be read, or is empty.</summary>
    /// <param name="question">The question.</param>
    /// <param name="why">Why an answer cannot be used, or null where it can.</param>
    public async Task<string?> AskAsync(string question, Func<string, string?> why)
    {
        while (true)
        {
            var answer = await AskAsync(question);
            if (answer is null || why(answer) is not { } reason) return answer;
            output.WriteLine($"  {Plain.Text(reason)}");
        }
    }
}
