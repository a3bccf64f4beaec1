namespace Kaizen.Core.Diagnostics;

public static partial class Catalogue
{
    /// <summary>KZ2101</summary>
    public static readonly Message ExpressionSyntax = Error("KZ2101", "This row expression cannot be read: {0}.",
        "A row expression has SQL's scalar syntax: columns, numbers, 'texts', arithmetic, comparison, and, or, not, in, between, is null, like, case and functions.");

    /// <summary>KZ2102</summary>
    public static readonly Message UnknownFunction = Error("KZ2102", "No function is called '{0}'.",
        "Row expressions know a fixed list of functions; the list is in the README.",
        "the README lists the functions");

    /// <summary>KZ2103</summary>
    public static readonly Message WrongArgumentCount = Error("KZ2103", "'{0}' takes {1}, not {2}.",
        "The function was given too few or too many arguments.");

    /// <summary>KZ2104</summary>
    public static readonly Message WrongType = Error("KZ2104", "{0} is needed here, but this is {1}.",
        "Row expressions are typed: numbers, texts, times and conditions are not mixed silently.");

    /// <summary>KZ2105</summary>
    public static readonly Message ExpressionTooDeep = Error("KZ2105", "This row expression {0}.",
        "Nobody writes or reads such an expression, so it is surely a mistake or made by a program. A longer list of texts is better told with 'in (...)'.",
        "split the metric, write 'in (...)' in place of many 'or', or prepare a column in the data");

    /// <summary>KZ2107</summary>
    public static readonly Message UndecidedOrder = Error("KZ2107", "Whether '{0}' holds numbers, times or texts cannot be told from this expression.",
        "Columns without a type are ordered only where another use in the metric shows what they hold: as texts, 10 would come before 9.",
        "compare the column with a number or a time somewhere in the metric");
}
