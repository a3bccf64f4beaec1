using System.Text;
using Kaizen.Core.Diagnostics;

namespace Kaizen.Cli.Output;

/// <summary>Text from files on a terminal: control characters become visible instead of steering it.</summary>
internal static class Plain
{
    public static string Text(string text)
    {
        if (!text.Any(Steers)) return text;
        var plain = new StringBuilder(text.Length);
        foreach (var c in text) plain.Append(c == '\t' ? ' ' : Steers(c) ? '\uFFFD' : c);
        return plain.ToString();
    }

    private static bool Steers(char c) => char.IsControl(c) || Steering.Is(c);
}
