using System.Globalization;
using System.Text.RegularExpressions;

namespace Kaizen.Hosting.Authoring;

/// <summary>How numbers are written.</summary>
/// <param name="Decimal">The decimal mark.</param>
/// <param name="Thousands">The mark between groups of three digits, or null where there is none.</param>
public sealed partial record NumberMarks(char Decimal, char? Thousands)
{
    /// <summary>The mark as the csv source takes it, or null.</summary>
    public string? ThousandsName => Thousands == ' ' ? "space" : Thousands?.ToString();

    /// <summary>
    /// Told by values that read in one way only: <c>1.234,5</c>, <c>0.25</c>, <c>1,234,567</c>. Where all could be either,
    /// such as <c>1.234</c>, a file with semicolons comes from a country with a decimal comma.
    /// </summary>
    internal static NumberMarks Of(IEnumerable<string> written, char delimiter)
    {
        var values = written.Distinct().ToList();
        int commas = 0, points = 0, commaOrThousands = 0, pointOrThousands = 0, blanks = 0, apostrophes = 0;
        foreach (var value in values.Select(v => v.Trim()).Where(v => Numeric().IsMatch(v)))
        {
            if (Grouped(' ').IsMatch(value)) blanks++;
            if (Grouped('\'').IsMatch(value)) apostrophes++;
            var (comma, point) = (value.LastIndexOf(','), value.LastIndexOf('.'));
            if (comma < 0 && point < 0) continue;
            if (comma >= 0 && point >= 0)
            {
                if (comma > point) commas++;
                else points++;
            }
            else if (comma >= 0)
            {
                if (value.IndexOf(',') != comma) points++;
                else if (Either(value, comma)) commaOrThousands++;
                else commas++;
            }
            else if (value.IndexOf('.') != point) commas++;
            else if (Either(value, point)) pointOrThousands++;
            else points++;
        }

        var comes = commas != points ? commas > points
            : delimiter == ';' ? commaOrThousands > 0 || pointOrThousands > 0
            : delimiter != ',' && commaOrThousands > pointOrThousands;
        char? thousands = comes ? '.' : ',';
        if (!values.Any(v => Grouped(thousands.Value).IsMatch(v.Trim()))) thousands = blanks > 0 ? ' ' : apostrophes > 0 ? '\'' : null;
        return new NumberMarks(comes ? ',' : '.', thousands);
    }

    /// <summary>Reads a number written with these marks.</summary>
    public bool TryRead(string text, out double value)
    {
        value = 0;
        var trimmed = text.Trim();
        if (!Numeric().IsMatch(trimmed)) return false;
        if (Thousands is { } mark && trimmed.Contains(mark, StringComparison.Ordinal))
        {
            if (!Grouped(mark).IsMatch(trimmed)) return false;
            trimmed = trimmed.Replace(mark.ToString(), "", StringComparison.Ordinal);
        }

        var other = Decimal == ',' ? '.' : ',';
        if (trimmed.Contains(other, StringComparison.Ordinal) || trimmed.Contains(' ', StringComparison.Ordinal) || trimmed.Contains('\'', StringComparison.Ordinal)) return false;
        return double.TryParse(trimmed.Replace(Decimal, '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
    }

    /// <summary>One mark with three digits behind it and one to three in front, none of which is a leading zero.</summary>
    private static bool Either(string value, int mark)
    {
        var digits = value.TrimStart('-', '+');
        var front = mark - (value.Length - digits.Length);
        return value.Length - mark - 1 == 3 && front is >= 1 and <= 3 && digits[0] != '0';
    }

    private static Regex Grouped(char mark) => mark switch { '.' => Points(), ',' => Commas(), ' ' => Blanks(), _ => Apostrophes() };

    [GeneratedRegex(@"^[+-]?\d[\d.,' ]*\z")]
    private static partial Regex Numeric();

    [GeneratedRegex(@"^[+-]?\d{1,3}(\.\d{3})+(,\d+)?\z")]
    private static partial Regex Points();

    [GeneratedRegex(@"^[+-]?\d{1,3}(,\d{3})+(\.\d+)?\z")]
    private static partial Regex Commas();

    [GeneratedRegex(@"^[+-]?\d{1,3}( \d{3})+([.,]\d+)?\z")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^[+-]?\d{1,3}('\d{3})+([.,]\d+)?\z")]
    private static partial Regex Apostrophes();
}
