namespace Kaizen.Cli.Output;

/// <summary>Colours for one stream: only where it is a terminal and NO_COLOR is not set.</summary>
internal sealed class Ink(bool on)
{
    public static Ink ForError { get; } = new(!Console.IsErrorRedirected && Wanted());

    public static Ink ForOutput { get; } = new(!Console.IsOutputRedirected && Wanted());

    public bool IsOn => on;

    public string Bold(string text) => Paint(text, "1");

    public string Faint(string text) => Paint(text, "2");

    public string Red(string text) => Paint(text, "1;31");

    public string Yellow(string text) => Paint(text, "1;33");

    public string Blue(string text) => Paint(text, "34");

    private string Paint(string text, string code) => on && text.Length > 0 ? $"\u001b[{code}m{text}\u001b[0m" : text;

    private static bool Wanted() =>
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";
}
