namespace Kaizen.Core.Diagnostics;

public static partial class Catalogue
{
    /// <summary>KZ3501</summary>
    public static readonly Message RepeatedRows = Warning("KZ3501", "{0} {1} dropped: the same date with the same figures stands in another row.",
        "The same date with the same figures stands in the file more than once; it counts once.");

    /// <summary>KZ3502</summary>
    public static readonly Message ConflictingRows = Error("KZ3502", "{0} {1} several rows with different figures.",
        "Which of them is right is not for a program to guess: keep one row a date, or aggregate with --per.");

    /// <summary>KZ3503</summary>
    public static readonly Message SeriesColumns = Error("KZ3503", "'{0}' needs the columns date,value or date,numerator,denominator; it has {1}.",
        "analyse reads one series: a date and a value, or a date, a count and what it is out of.");
}
