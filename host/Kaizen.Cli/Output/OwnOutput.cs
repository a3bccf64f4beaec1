using System.Text;
using Kaizen.Core.Plugins;

namespace Kaizen.Cli.Output;

/// <summary>
/// Standard output is Kaizen's alone, so that what reads it can rely on it: what a plugin prints goes to standard error, without its
/// secrets and with nothing that steers a terminal.
/// </summary>
/// <param name="own">Where the host's own words go.</param>
/// <param name="error">Where a plugin's words go.</param>
internal sealed class OwnOutput(TextWriter own, TextWriter error) : TextWriter
{
    public override Encoding Encoding => own.Encoding;

    /// <summary>Takes both streams of this process; once.</summary>
    public static void Take()
    {
        var (output, error) = (Console.Out, Console.Error);
        Console.SetOut(new OwnOutput(output, error));
        Console.SetError(new OwnOutput(error, error));
    }

    public override void Write(char value)
    {
        if (PluginGate.Current is null) own.Write(value);
        else Write(value.ToString());
    }

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

    public override void Write(string? value)
    {
        if (PluginGate.Current is not { } call) own.Write(value);
        else if (value is not null) error.Write(string.Join('\n', call.Redaction.Clean(value).Split('\n').Select(l => Plain.Text(l.TrimEnd('\r')))));
    }

    public override void WriteLine(string? value) => Write(value + NewLine);

    public override void Flush()
    {
        own.Flush();
        error.Flush();
    }
}
