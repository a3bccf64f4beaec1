using Kaizen.Abstractions;

namespace Kaizen.Measuring.Pushing;

/// <summary>What the SQL of one database has of its own. Everything else that is pushed down is the same for all.</summary>
internal abstract class Dialect
{
    /// <summary>Asks the database for its version.</summary>
    public abstract string Version { get; }

    /// <summary>Begins a read in which all statements see the same rows.</summary>
    public abstract string Begin { get; }

    /// <summary>Ends it.</summary>
    public abstract string End { get; }

    /// <summary>What keeps the database from merging a SELECT with the one around it, which would reckon each column at each of its uses.</summary>
    public abstract string Fence { get; }

    /// <summary>How many rows, counted anew for each median and percentile, the database shall sort before a scan is the better way.</summary>
    public abstract long MostSorted { get; }

    /// <summary>The dialect of a source, or null where it is not spoken here.</summary>
    public static Dialect? Of(SqlDialect dialect) => dialect == SqlDialect.Sqlite ? new SqliteDialect() : null;

    /// <summary>Why a version cannot be used, or null where it can.</summary>
    public abstract string? Refuses(string version);

    /// <summary>A name in quotes.</summary>
    public abstract string Quote(string name);

    /// <summary>The smallest and the largest value of a time column, as texts that begin with a date where they are times.</summary>
    public abstract (string First, string Last) Ends(string column);

    /// <summary>
    /// A column of the relation read as a type: its value, and when it is one that a scan would refuse or might read
    /// otherwise. Times are ticks since the year 1.
    /// </summary>
    public abstract PushedColumn Read(string column, ColumnType type, Stages stages, LocalTime local);

    /// <summary>The same of a column that is declared as integers and read as texts.</summary>
    public abstract PushedColumn ReadWhole(string column, Stages stages);

    /// <summary>A whole number as a double.</summary>
    public abstract Sql Real(Sql whole);

    /// <summary>A double as the whole number next to it on the way to 0; it lies below 2^53.</summary>
    public abstract Sql Truncated(Sql real);

    /// <summary>The sum of a column of doubles, right to the last digits whatever the order of the rows.</summary>
    public abstract string Sum(Sql column);

    /// <summary>The smallest or largest of several values, null where one of them is.</summary>
    public abstract Sql Extreme(IReadOnlyList<Sql> items, bool largest);

    /// <summary>Whether a text fits a pattern of <c>%</c> and <c>_</c>, with case; null where that cannot be said in SQL.</summary>
    public abstract Sql? Like(Sql text, string pattern, Stages stages);

    /// <summary>When a text might fit a pattern here otherwise than in a scan.</summary>
    public abstract Sql Unlike(Sql text, string pattern);
}

/// <summary>A column read as a type.</summary>
/// <param name="Value">Its value.</param>
/// <param name="Bad">True in a row whose value only a scan can judge.</param>
internal sealed record PushedColumn(Sql Value, Sql Bad);
