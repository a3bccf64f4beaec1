using System.Text;

namespace Kaizen.Cli.Output;

/// <summary>
/// Asks one question after the other. Enter takes what stands in brackets, <c>?</c> explains, <c>-</c> leaves a question
/// empty. Where the answers are piped they are repeated behind the question, so that the output reads as a conversation.
/// </summary>
internal sealed class Interview
{
    private const int Patience = 5;
    private readonly CancellationToken cancellation;
    private bool ended;

    public Interview(CancellationToken cancellation)
    {
        this.cancellation = cancellation;
        // The letters of a name must come in as they go out; a console of Windows hands them over in a code page otherwise.
        if (OperatingSystem.IsWindows()) Console.InputEncoding = Console.IsInputRedirected ? new UTF8Encoding(false) : Encoding.Unicode;
    }

    /// <summary>Says something between questions.</summary>
    public static void Say(string text = "") => Terminal.Out.WriteLine(Plain.Text(text));

    /// <summary>An answer in one line, or null where the question is left empty.</summary>
    /// <param name="question">The question.</param>
    /// <param name="standard">What Enter takes, or null.</param>
    /// <param name="explained">Two lines for who asks back.</param>
    public Task<string?> LineAsync(string question, string? standard, string explained) =>
        OfAsync<string>(question, standard, explained, typed => (typed, null));

    /// <summary>An answer that is read as something; one that cannot be is asked for again.</summary>
    /// <param name="question">The question.</param>
    /// <param name="standard">What Enter takes, or null.</param>
    /// <param name="explained">Two lines for who asks back.</param>
    /// <param name="read">What a text means, or why it means nothing.</param>
    /// <param name="needed">Whether what stands in brackets is taken where nothing else is answered, and said so.</param>
    public async Task<T?> OfAsync<T>(string question, string? standard, string explained, Func<string, (T? Value, string? Complaint)> read, bool needed = false) where T : class
    {
        for (var tries = 0; tries < Patience; tries++)
        {
            Terminal.Out.Write(Plain.Text(standard is null ? $"{question} " : $"{question} [{standard}] "));
            var typed = await TypedAsync().ConfigureAwait(false);
            if (typed is "?" or "? ")
            {
                foreach (var line in explained.Split('\n')) Say($"    {line.Trim()}");
                continue;
            }

            if (typed is "-" && needed) break;
            if (typed is "-" || (typed.Length == 0 && standard is null)) return null;
            var (value, complaint) = read(typed.Length == 0 ? standard! : typed);
            if (complaint is null) return value;
            Say($"    {complaint}");
        }

        Say(needed && standard is not null ? $"    Taken: {standard}." : "    Left empty.");
        return needed && standard is not null ? read(standard).Value : null;
    }

    /// <summary>A line without blanks around it; nothing more to read is Enter for all that follows.</summary>
    private async Task<string> TypedAsync()
    {
        await Terminal.Out.FlushAsync(cancellation).ConfigureAwait(false);
        // A signal does not end the reading of a line, so the line is waited for and not read here.
        var line = ended ? null : await Task.Run(Console.In.ReadLine, CancellationToken.None).WaitAsync(cancellation).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        if (line is null && !Console.IsInputRedirected) throw new OperationCanceledException();
        ended |= line is null;
        var typed = line?.Trim() ?? "";
        if (Console.IsInputRedirected) Say(typed);
        return typed;
    }
}
