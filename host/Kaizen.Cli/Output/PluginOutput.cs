using System.Text;
using Kaizen.Core.Plugins;

namespace Kaizen.Cli.Output;

/// <summary>
/// What stands in for both streams of <see cref="Console"/>: what a plugin prints goes to standard error, without any secret that was
/// handed to a plugin and with nothing that steers a terminal.
/// </summary>
/// <param name="error">Standard error.</param>
internal sealed class PluginOutput(TextWriter error) : TextWriter
{
    public override Encoding Encoding => error.Encoding;

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

    public override void Write(string? value)
    {
        if (value is not null) error.Write(string.Join('\n', Redaction.OfAll.Clean(value).Split('\n').Select(l => Plain.Text(l.TrimEnd('\r')))));
    }

    public override void WriteLine(string? value) => Write(value + NewLine);

    public override void Flush() => error.Flush();
}
