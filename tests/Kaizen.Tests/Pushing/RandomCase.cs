using System.Globalization;
using Kaizen.Core.Metrics;
using Kaizen.Measuring;

namespace Kaizen.Tests.Pushing;

/// <summary>Tables and metrics made from a seed.</summary>
internal sealed class RandomCase(int seed)
{
    private static readonly string[] Zones = ["Europe/Amsterdam", "America/New_York", "UTC", "Australia/Lord_Howe", "Asia/Kathmandu"];

    // Nights on which a clock is changed, the ends of ISO years with and without a week 53, a leap day, and plain days.
    private static readonly string[] Days =
    [
        "2025-10-26", "2025-11-02", "2026-03-08", "2026-03-29", "2025-04-06", "2025-10-05", "2020-12-28", "2021-01-03", "2024-02-29", "2024-12-30", "2025-12-29", "2026-01-01", "2026-02-02",
    ];

    private static readonly string[] Names = ["north", "south", "it's", "\"quoted\"", "", "a%b", "A_b", "x*[y]?", "Ünder", "North", "2026-01-05", "semi;--"];

    private readonly Random random = new(seed);

    public SqliteTable Table()
    {
        var table = new SqliteTable("at TEXT, done TEXT, v REAL, w INTEGER, name TEXT COLLATE NOCASE, ok BOOLEAN", One(Zones));
        table.Definition = table.Definition with
        {
            KnownUntil = Chance(3) ? new DateOnly(2026, 2, 20) : null,
            KnownFrom = Chance(4) ? new DateOnly(2025, 9, 3) : null,
            LeaveOutBadRows = Chance(5),
        };
        var rows = Enumerable.Range(0, random.Next(0, 300)).Select(_ => new object?[]
        {
            Chance(12) ? null : Time(), Chance(5) ? null : Time(), Chance(6) ? null : Number(), Chance(6) ? null : (long)random.Next(-4, 5), Chance(8) ? null : One(Names), Chance(5) ? null : (long)random.Next(2),
        }).ToArray();
        // Now and then one value that a scan refuses.
        if (Chance(8) && rows.Length > 0) rows[random.Next(rows.Length)][random.Next(4)] = One<object>("soon", "2026-02-30", double.PositiveInfinity, new byte[] { 1 }, "2026-01-01T24:00", "12");
        if (rows.Length > 0) table.Insert(rows);
        return table;
    }

    public MeasureRequest[] Requests(SqliteTable table) => [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Request(table))];

    private MeasureRequest Request(SqliteTable table)
    {
        var aggregate = One(Enum.GetValues<Aggregate>().Except([Aggregate.Plugin]).ToArray());
        var value = aggregate switch
        {
            Aggregate.Count => Chance(2) ? null : Flag(2),
            Aggregate.Rate => Flag(2),
            Aggregate.Distinct => One(() => Number(2), () => "name", () => Time(2), () => Flag(1), () => "w"),
            _ => Number(3),
        };
        var per = Chance(40) ? Period.Row : One(Period.Day, Period.Week, Period.Month);
        var metric = table.Metric(
            aggregate, value, Chance(2) ? Flag(2) : null, per, aggregate == Aggregate.Ratio ? Number(2) : null, Chance(4) ? Flag(1) : null, Chance(4) ? "done" : "at");
        return table.Request(metric, One("2025-11-10", "2026-01-05", "2021-01-04"), One("2026-04-06", "2026-02-09", "2025-12-22"));
    }

    private string Time()
    {
        var day = DateTime.ParseExact(One(Days), "yyyy-MM-dd", CultureInfo.InvariantCulture).AddMinutes(random.Next(-2 * 1440, 3 * 1440)).AddSeconds(random.Next(60));
        if (Chance(3)) day = day.Date.AddMinutes(random.Next(8) * 30);
        var text = day.ToString(One("yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss'.25'", "yyyy-MM-dd HH:mm:ss'.1234567'", "yyyy-MM-dd HH:mm:ss'.9999'"), CultureInfo.InvariantCulture);
        return text.Length == 10 ? text : text + One("", "", "Z", "+02:00", "-05:30");
    }

    private double Number() => Chance(3) ? random.Next(-3, 4) : Math.Round((random.NextDouble() - 0.4) * 50, random.Next(4)) * (Chance(10) ? 1e6 : 1);

    private string Number(int depth) => depth == 0 || Chance(4)
        ? One("v", "w", "v", "2", "0.1", "w")
        : One(
            () => $"({Number(depth - 1)} {One("+", "-", "*", "/")} {Number(depth - 1)})",
            () => $"{One("hours", "days", "minutes")}_between({Time(depth - 1)}, {Time(depth - 1)})",
            () => "hours_between(at, done)",
            () => $"{One("abs", "floor", "ceil", "round")}({Number(depth - 1)})",
            () => $"-{Number(depth - 1)}",
            () => $"coalesce({Number(depth - 1)}, {Number(depth - 1)})",
            () => $"nullif({Number(depth - 1)}, {Number(depth - 1)})",
            () => $"{One("least", "greatest")}({Number(depth - 1)}, {Number(depth - 1)})",
            () => $"{One("year", "month", "day", "weekday", "hour")}({Time(depth - 1)})",
            () => $"case when {Flag(depth - 1)} then {Number(depth - 1)}{(Chance(2) ? $" else {Number(depth - 1)}" : "")} end",
            () => $"case w when 1 then {Number(depth - 1)} when 2 then 7 end",
            () => Chance(6) ? One("length(name)", "v % 3", "round(v, 1)") : "v");

    private string Time(int depth) => depth == 0 || Chance(2)
        ? One("at", "done")
        : One(() => $"date({Time(depth - 1)})", () => $"coalesce({Time(depth - 1)}, at)", () => $"{One("least", "greatest")}({Time(depth - 1)}, {Time(depth - 1)})");

    private string Flag(int depth) => depth == 0 || Chance(5)
        ? One("ok", "name = 'north'", "v > 2", "done within 14d", "w <> 0")
        : One(
            () => $"({Flag(depth - 1)} {One("and", "or")} {Flag(depth - 1)})",
            () => $"not ({Flag(depth - 1)})",
            () => $"{Number(depth - 1)} {One("=", "<>", "<", "<=", ">", ">=")} {Number(depth - 1)}",
            () => $"{Time(depth - 1)} {One("=", "<", ">=")} {One("'2026-01-01'", "done", "'2025-10-26T02:30'", "'2025-10-26T02:30Z'")}",
            () => $"{One("at", "done")} within {One("0d", "1d", "14d", "2w", "1m", "3m")}",
            () => $"name {One("=", "<>")} '{One(Names).Replace("'", "''", StringComparison.Ordinal)}'",
            () => $"name {One("in", "not in")} ('north', 'it''s', null)",
            () => $"name {One("like", "not like")} '{One("n%", "%a\\_%", "A_b", "x*[y]?", "%''%", "_nder", "%")}'",
            () => $"w {One("in", "not in")} (1, v, -2)",
            () => $"{Number(depth - 1)} {One("between", "not between")} {Number(depth - 1)} and {Number(depth - 1)}",
            () => $"{One("v", "name", "done", "at")} is {One("null", "not null")}",
            () => $"coalesce({Flag(depth - 1)}, {Flag(depth - 1)})",
            () => $"concat(name, '!') = 'north!'",
            () => Chance(6) ? One("name < 'm'", "lower(name) = 'north'", "name like name") : "ok");

    private bool Chance(int of) => random.Next(of) == 0;

    private T One<T>(params T[] items) => items[random.Next(items.Length)];

    private string One(params Func<string>[] items) => items[random.Next(items.Length)]();
}
