using System.Text;

namespace Scriban.Functions;

/// <summary>Turns patterns in the manner of strftime into those that .NET reads dates by.</summary>
internal static class DatePattern
{
    public static string Translate(string pattern)
    {
        var builder = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '%' && i + 1 < pattern.Length)
                builder.Append(Part(pattern[++i]));
            else
                AppendLiteral(builder, pattern[i]);
        }

        // A pattern of one letter would be read as the name of a standard format.
        return builder.Length == 1 ? "%" + builder : builder.ToString();
    }

    private static string Part(char code) => code switch
    {
        'a' => "ddd",
        'A' => "dddd",
        'b' or 'h' => "MMM",
        'B' => "MMMM",
        'c' => "ddd MMM d HH':'mm':'ss yyyy",
        'd' => "dd",
        'D' => "MM'/'dd'/'yy",
        'e' => "d",
        'F' => "yyyy-MM-dd",
        'g' => "",
        'H' => "HH",
        'I' => "hh",
        'k' => "H",
        'l' => "h",
        'L' => "fff",
        'm' => "MM",
        'M' => "mm",
        'n' => "\n",
        'N' => "FFFFFFF",
        'p' or 'P' => "tt",
        'r' => "hh':'mm':'ss tt",
        'R' => "HH':'mm",
        'S' => "ss",
        't' => "\t",
        'T' => "HH':'mm':'ss",
        'v' => "d-MMM-yyyy",
        'x' => "MM'/'dd'/'yyyy",
        'X' => "HH':'mm':'ss",
        'y' => "yy",
        'Y' => "yyyy",
        'Z' => "zzz",
        '%' => "\\%",
        _ => $"\\%\\{code}",
    };

    private static void AppendLiteral(StringBuilder builder, char c)
    {
        if (!char.IsWhiteSpace(c))
            builder.Append('\\');
        builder.Append(c);
    }
}
