using System.Text.RegularExpressions;

namespace Kaizen.Plugin.Sqlite;

/// <summary>The text of a query.</summary>
internal static partial class QueryText
{
    /// <summary>The statement without its end, and without the blanks and comments behind that; where more follows, all of it.</summary>
    public static string StatementOf(string query) => WithEnd().Match(query) is { Success: true } match ? match.Groups[1].Value : query;

    /// <summary>A statement up to the first ';' that stands in no text, name or comment.</summary>
    [GeneratedRegex("""^((?>[^;'"`\[/-]+|'[^']*'|"[^"]*"|`[^`]*`|\[[^\]]*\]|--[^\n]*|/\*.*?(?:\*/|\z)|[/-])*);(?>[\s;]+|--[^\n]*|/\*.*?(?:\*/|\z))*\z""", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex WithEnd();
}
