namespace Kaizen.Core.Diagnostics;

public static partial class Catalogue
{
    /// <summary>KZ3501</summary>
    public static readonly Message RepeatedRows = Warning("KZ3501", "{0} {1} dropped: the same date with the same figures stands in another row.",
        "The same date with the same figures stands in the file more than once; it counts once.");

    /// <summary>KZ3502</summary>
    public static readonly Message ConflictingRows = Error("KZ3502", "{0} {1} several rows with different figures.",
        "Which of them is right is not for a program to guess: keep one row a date, or aggregate with --per.",
        "keep one row a date, or put them into periods with --per week");

    /// <summary>KZ3503</summary>
    public static readonly Message SeriesColumns = Error("KZ3503", "'{0}' needs the columns date,value or date,numerator,denominator; it has {1}.",
        "analyse reads one series: a date and a value, or a date, a count and what it is out of.",
        "rename the columns in the first line");

    /// <summary>KZ3504</summary>
    public static readonly Message PeriodNotOver = Warning("KZ3504", "The last period, {0}, may not be over: the rows end on {1}, before it does.",
        "A week that has begun is compared with whole ones. Its rows count, because nothing in the file says until when they are known; it is taken to be over where the next row would, by the usual distance between rows, lie behind it.",
        "end the file with a whole period, or read its last point with care");

    /// <summary>KZ3505</summary>
    public static readonly Message NoValues = Warning("KZ3505", "None of the {0} has a value: {1}.",
        "A share with nothing below it, and an empty cell, are missing values and never zero, so there is nothing to judge.",
        "are the figures in the right columns?");
}
