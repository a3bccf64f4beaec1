using System.Globalization;

namespace Kaizen.Measuring.Pushing;

/// <summary>
/// Reads ISO 8601 texts in SQLite. Its own parser is native and quick, but takes more than we do and keeps milliseconds
/// only; so the shape of the text is looked at, and a fraction of a second is read apart. That the places hold digits is
/// left to the parser, which insists on it.
/// </summary>
internal sealed class SqliteTime(Stages stages, LocalTime local)
{
    private const string Second = ":??", Offset = "[+-]??:??";

    // Of a text with a point behind its seconds: how much of it is an offset, and the digits between the two.
    private const string Tail = "CASE WHEN {0} GLOB '*Z' THEN 1 WHEN {0} GLOB '*" + Offset + "' THEN 6 ELSE 0 END";
    private const string Digits = "substr({0}, 21, octet_length({0}) - 20 - " + Tail + ")";
    private const string HasFraction = "octet_length({0}) > 20 AND substr({0}, 20, 1) = '.'";

    // The seconds from the year 1 to 1970.
    private static readonly Sql Epoch = Sql.Whole(DateTime.UnixEpoch.Ticks / TimeSpan.TicksPerSecond);

    // 1 for a local time, 0 for one with an offset, -1 for a text of another shape.
    private static readonly string Form =
        "CASE typeof({0}) WHEN 'null' THEN NULL WHEN 'text' THEN coalesce(CASE octet_length({0})"
        + $" WHEN 19 THEN CASE WHEN {IsValid(Second)} THEN 1 END WHEN 10 THEN CASE WHEN {IsDate} THEN 1 END WHEN 20 THEN CASE WHEN {IsValid(Second + "Z")} THEN 0 END"
        + $" WHEN 25 THEN CASE WHEN {IsValid(Second + Offset)} AND {IsNear} THEN 0 END WHEN 16 THEN CASE WHEN {IsValid("")} THEN 1 END"
        + $" WHEN 17 THEN CASE WHEN {IsValid("Z")} THEN 0 END WHEN 22 THEN CASE WHEN {IsValid(Offset)} AND {IsNear} THEN 0 END END,"
        + $" {IsFraction}, -1) ELSE -1 END";

    private static string IsDate => $"({{0}} GLOB '????-??-[01]?' OR {{0}} GLOB '????-??-2[0-8]' OR ({{0}} GLOB '????-??-??' AND {HasDay}))";

    /// <summary>The parser rolls a 30 February over into March.</summary>
    private static string HasDay => "date(substr({0}, 1, 10), '+0 days') = substr({0}, 1, 10)";

    private static string IsNear => "substr({0}, -5, 2) <= '13'";

    private static string IsFraction =>
        $"CASE WHEN {HasFraction} AND {IsValid(Second + ".*")} AND length({Digits}) = octet_length({{0}}) - 20 - {Tail} AND length({Digits}) BETWEEN 1 AND 7"
        + $" AND {Digits} NOT GLOB '*[^0-9]*' AND ({Tail} < 6 OR {IsNear}) THEN {Tail} = 0 END";

    public PushedColumn Read(Sql raw)
    {
        // All from the relation's own column: a text that is handed from stage to stage is copied each time.
        var form = stages.Let(Sql.Of(Form, raw));
        var seconds = stages.Let(Sql.Of(
            "{1} + CASE WHEN " + HasFraction + " THEN unixepoch(substr({0}, 1, 19) || substr({0}, octet_length({0}) - " + Tail + " + 1, 6)) ELSE unixepoch({0}) END", raw, Epoch));
        var ticks = stages.Let(Sql.Of("CASE WHEN " + HasFraction + " THEN CAST(substr(" + Digits + " || '000000', 1, 7) AS INTEGER) ELSE 0 END", raw));
        var time = stages.Let(Sql.Of("CASE {0} WHEN 1 THEN {1} WHEN 0 THEN {2} END * 10000000 + {3}", form, local.ToInstant(seconds), seconds, ticks));
        return new PushedColumn(time, Sql.Of("{0} < 0 OR ({0} >= 0 AND {1} IS NULL)", form, seconds));
    }

    /// <summary>A day of the month, an hour of the day, and what stands behind the minutes. Most times are told by one look.</summary>
    private static string IsValid(string rest)
    {
        string Glob(string day, string hour) => string.Create(CultureInfo.InvariantCulture, $"{{0}} GLOB '????-??-{day}[T ]{hour}:??{rest}'");
        return $"({Glob("[01]?", "[01]?")} OR {Glob("2[0-8]", "[01]?")} OR {Glob("[01]?", "2[0-3]")} OR {Glob("2[0-8]", "2[0-3]")}"
            + $" OR (({Glob("??", "[01]?")} OR {Glob("??", "2[0-3]")}) AND {HasDay}))";
    }
}
