using System.Text;
using Kaizen.Core.Diagnostics;

namespace Kaizen.Cli.Output;

/// <summary>Text from files on a terminal: control characters become visible instead of steering it.</summary>
internal static class Plain
{
    public static string Text(string text)
    {
        var all = true;
        foreach (var c in text) all &= !Steers(c);
        if (all) return text;
        var plain = new StringBuilder(text.Length);
        foreach (var c in text) plain.Append(c == '\t' ? ' ' : Steers(c) ? '\uFFFD' : c);
        return plain.ToString();
    }

    /// <summary>A word as it is typed into a shell: in quotes where anything in it would mean something else there.</summary>
    public static string ForShell(string word)
    {
        if (word.Length > 0 && word.All(c => char.IsLetterOrDigit(c) || c is '.' or '_' or '-' or '/' or '\\' or ':' or '+' or ',' or '@') && (OperatingSystem.IsWindows() || !word.Contains('\\', StringComparison.Ordinal))) return word;
        return OperatingSystem.IsWindows() ? $"\"{word}\"" : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
    }

    private static bool Steers(char c) => c is < ' ' or > '~' && (char.IsControl(c) || Steering.Is(c));
}
