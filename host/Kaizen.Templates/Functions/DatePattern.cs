using System.Text;

namespace Scriban.Functions;

/// <summary>Turns patterns in the manner of strftime into those that .NET reads dates by.</summary>
internal static class DatePattern
{
    /// <summary>The pattern with all digits, and the one that also takes single ones.</summary>
    public static string[] Variants(string pattern) => [Translate(pattern, isStrict: true), Translate(pattern, isStrict: false)];

    private static string Translate(string pattern, bool isStrict)
    {
        var builder = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '%' && i + 1 < pattern.Length)
                builder.Append(Part(pattern[++i], isStrict));
            else
                AppendLiteral(builder, pattern[i]);
        }

        // A pattern of one letter would be read as the name of a standard format.
        return builder.Length == 1 ? "%" + builder : builder.ToString();
    }

    private static string Part(char code, bool isStrict) => code switch
    {
        'a' => "ddd",
        'A' => "dddd",
        'b' or 'h' => "MMM",
        'B' => "MMMM",
        'c' => "ddd MMM d HH':'mm':'ss yyyy",
        'd' => isStrict ? "dd" : "d",
        'D' => "MM'/'dd'/'yy",
        'e' => "d",
        'F' => "yyyy-MM-dd",
        'g' => "",
        'H' => isStrict ? "HH" : "H",
        'I' => isStrict ? "hh" : "h",
        'k' => "H",
        'l' => "h",
        'L' => "fff",
        'm' => isStrict ? "MM" : "M",
        'M' => isStrict ? "mm" : "m",
        'n' => "\n",
        'N' => "FFFFFFF",
        'p' or 'P' => "tt",
        'r' => "hh':'mm':'ss tt",
        'R' => "HH':'mm",
        'S' => isStrict ? "ss" : "s",
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
