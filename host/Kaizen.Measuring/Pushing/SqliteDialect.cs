using System.Globalization;
using System.Text;
using Kaizen.Abstractions;

namespace Kaizen.Measuring.Pushing;

/// <summary>SQLite: types belong to values, not to columns, so that each value is looked at.</summary>
internal sealed class SqliteDialect : Dialect
{
    /// <summary>Before it a sum of doubles was not compensated.</summary>
    private static readonly Version Oldest = new(3, 44);

    public override string Version => "SELECT sqlite_version()";

    public override string Begin => "BEGIN DEFERRED";

    public override string End => "ROLLBACK";

    public override string Fence => "LIMIT -1";

    // It runs in our own process, one thread a query, where a scan finds quantiles without sorting everything.
    public override long MostSorted => 4_000_000;

    public override string? Refuses(string version) =>
        System.Version.TryParse(version, out var v) && v >= Oldest ? null : $"SQLite {version} is older than {Oldest}";

    public override string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public override (string First, string Last) Ends(string column) => ($"MIN({Raw(column)})", $"MAX({Raw(column)})");

    // A CASE has neither the column's affinity nor its collation: numbers stay numbers, and texts differ by their bytes.
    public override PushedColumn Read(string column, ColumnType type, Stages stages, LocalTime local)
    {
        var raw = new Sql(Raw(column));
        switch (type)
        {
            case ColumnType.Number:
                var number = stages.Let(Sql.Of("CASE typeof({0}) WHEN 'null' THEN NULL WHEN 'integer' THEN CAST({0} AS REAL) WHEN 'real' THEN {0} ELSE 9e999 END", raw));
                return new PushedColumn(number with { Most = Translator.LargestValue }, Sql.Of("{0} NOT BETWEEN -1e60 AND 1e60", number));
            case ColumnType.Flag:
                var flag = stages.Let(Sql.Of("CASE WHEN {0} IS NULL THEN NULL WHEN typeof({0}) = 'integer' AND {0} IN (0, 1) THEN {0} ELSE 2 END", raw));
                return new PushedColumn(flag, Sql.Of("{0} = 2", flag));
            case ColumnType.Time:
                return new SqliteTime(stages, local).Read(raw);
            default:
                return Text(Sql.Of("CASE typeof({0}) WHEN 'null' THEN NULL WHEN 'text' THEN {0} ELSE x'00' END", raw), stages);
        }
    }

    public override PushedColumn ReadWhole(string column, Stages stages) =>
        Text(Sql.Of("CASE typeof({0}) WHEN 'null' THEN NULL WHEN 'integer' THEN CAST({0} AS TEXT) WHEN 'text' THEN {0} ELSE x'00' END", new Sql(Raw(column))), stages);

    public override Sql Real(Sql whole) => Sql.Of("CAST({0} AS REAL)", whole);

    public override Sql Truncated(Sql real) => Sql.Of("CAST(CAST({0} AS INTEGER) AS REAL)", real);

    // Compensated since the version that is asked for.
    public override string Sum(Sql column) => $"SUM({column.Text})";

    // With one argument these would be the aggregates of the same name.
    public override Sql Extreme(IReadOnlyList<Sql> items, bool largest) =>
        items.Count == 1 ? items[0] : Sql.Of((largest ? "max" : "min") + "({0})", Sql.Join(", ", items)) with { Most = items.Max(i => i.Most) };

    /// <summary>By GLOB: LIKE takes no account of case.</summary>
    public override Sql? Like(Sql text, string pattern, Stages stages)
    {
        if (pattern.Contains('\0', StringComparison.Ordinal)) return null;
        var glob = new StringBuilder();
        foreach (var c in pattern)
        {
            if (c is '*' or '?' or '[') glob.Append(CultureInfo.InvariantCulture, $"[{c}]");
            else glob.Append(c switch { '%' => '*', '_' => '?', _ => c });
        }

        return Sql.Of("({0} GLOB {1})", text, stages.Parameter(glob.ToString()));
    }

    /// <summary>GLOB ends at a NUL, and its <c>?</c> is one character where ours is one of the two halves of a rare one.</summary>
    public override Sql Unlike(Sql text, string pattern) => Sql.Of(
        pattern.Contains('_', StringComparison.Ordinal) ? "(instr({0}, char(0)) > 0 OR {0} GLOB '*[' || char(65536) || '-' || char(1114111) || ']*')" : "instr({0}, char(0)) > 0", text);

    private static PushedColumn Text(Sql read, Stages stages)
    {
        var text = stages.Let(read);
        return new PushedColumn(text, Sql.Of("typeof({0}) = 'blob'", text));
    }

    // Behind the relation's name a quoted name is never taken for a text.
    private string Raw(string column) => $"s.{Quote(column)}";
}
