using System.Globalization;

namespace Kaizen.Measuring.Pushing;

/// <summary>
/// Reads ISO 8601 texts in SQLite. Its own parser is native and quick, but takes more than we do and keeps milliseconds
/// only; so the shape of the text is looked at, and a fraction of a second is read apart.
/// </summary>
internal sealed class SqliteTime(Stages stages, LocalTime local)
{
    private const string Day = "????-??-??", Minute = "????-??-??[T ]??:??", Second = "????-??-??[T ]??:??:??", Offset = "[+-]??:??";

    // The seconds from the year 1 to 1970.
    private static readonly Sql Epoch = Sql.Whole(DateTime.UnixEpoch.Ticks / TimeSpan.TicksPerSecond);

    public PushedColumn Read(Sql raw)
    {
        var text = stages.Let(Sql.Of("CASE typeof({0}) WHEN 'null' THEN NULL WHEN 'text' THEN {0} ELSE '' END", raw));
        var fraction = stages.Let(Sql.Of("CASE WHEN substr({0}, 20, 1) = '.' THEN substr({0}, 21) END", text));
        // How much of the text behind the point is an offset.
        var tail = stages.Let(Sql.Of("CASE WHEN {0} IS NULL THEN NULL WHEN {0} GLOB '*Z' THEN 1 WHEN {0} GLOB '*" + Offset + "' THEN 6 ELSE 0 END", fraction));
        var digits = stages.Let(Sql.Of("CASE WHEN {0} IS NULL THEN NULL ELSE substr({0}, 1, length({0}) - {1}) END", fraction, tail));
        var isLocal = stages.Let(Sql.Of("CASE WHEN {2} IS NULL THEN " + Shape("{0}") + " WHEN octet_length({0}) = 20 + length({2}) AND substr({0}, 1, 19) GLOB '" + Second
            + "' AND length({1}) BETWEEN 1 AND 7 AND {1} NOT GLOB '*[^0-9]*' THEN {3} = 0 END", text, digits, fraction, tail));
        var seconds = stages.Let(Sql.Of(
            "{3} + CASE WHEN {1} IS NULL THEN unixepoch({0}) ELSE unixepoch(substr({0}, 1, 19) || substr({1}, length({1}) - {2} + 1)) END", text, fraction, tail, Epoch));
        var ticks = stages.Let(Sql.Of("CASE WHEN {0} IS NULL THEN 0 ELSE CAST(substr({0} || '000000', 1, 7) AS INTEGER) END", digits));
        var instant = Sql.Of("CASE WHEN {0} THEN {1} ELSE {2} END", isLocal, local.ToInstant(seconds), seconds);
        var bad = stages.Let(Sql.Of(
            "{0} IS NOT NULL AND ({1} IS NULL OR {2} IS NULL OR substr({0}, 12, 2) > '23' OR (NOT {1} AND substr({0}, -6) GLOB '" + Offset + "' AND substr({0}, -5, 2) > '13')"
            + " OR (substr({0}, 9, 2) > '28' AND date(substr({0}, 1, 10), '+0 days') <> substr({0}, 1, 10)))", text, isLocal, seconds));
        return new PushedColumn(stages.Let(Sql.Of("{0} * 10000000 + {1}", stages.Let(instant), ticks)), bad);
    }

    /// <summary>1 for a local time, 0 for one with an offset, null for another text. That the places hold digits is left to the parser, which insists on it.</summary>
    private static string Shape(string text)
    {
        string When(int length, string glob, int local) => string.Create(CultureInfo.InvariantCulture, $" WHEN {length} THEN CASE WHEN {text} GLOB '{glob}' THEN {local} END");
        return $"CASE octet_length({text})" + When(10, Day, 1) + When(19, Second, 1) + When(20, Second + "Z", 0) + When(25, Second + Offset, 0)
            + When(16, Minute, 1) + When(17, Minute + "Z", 0) + When(22, Minute + Offset, 0) + " END";
    }
}
