using Kaizen.Abstractions;
using Kaizen.Plugin.Sqlite;
using Kaizen.Testing;

namespace Kaizen.Plugins.Tests.Sqlite;

/// <summary>A query is one SELECT by itself; SQLite says so before any file is opened.</summary>
public sealed class QueryCheckTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("select a from t; drop table t")]
    [InlineData("select 1;;-- and\n;select 2")]
    [InlineData("select 1; PRAGMA query_only = 0")]
    [InlineData("select 1; nonsense")]
    [InlineData("with x as (select 1 as a) select a from x where a <> ';' ; vacuum into 'b'")]
    public void More_than_one_statement_is_a_fault(string query) => Assert.Equal("It is more than one statement. | keep one SELECT; nothing behind its ';' is run", Told(query));

    [Theory]
    [InlineData("select a from t) as s; drop table t; select 1 from (select 1", "near \")\": syntax error")]
    [InlineData("select a from t)", "near \")\": syntax error")]
    [InlineData("select (a from t", "near \"from\": syntax error")]
    [InlineData("select a from (select 1", "incomplete input")]
    [InlineData("select 'a from t", "unrecognized token: \"'a from t\"")]
    [InlineData("select a from t limit", "incomplete input")]
    public void What_is_no_statement_by_itself_is_a_fault(string query, string says) =>
        Assert.Equal($"It is no statement by itself: {says}. | one SELECT, each bracket of which is opened and closed in it", Told(query));

    [Theory]
    [InlineData("select a from t")]
    [InlineData("  SELECT a, ';)' as \"b;)\", [c;] from t -- ; drop table t )")]
    [InlineData("select a from t;  ")]
    [InlineData("select a from t ; -- the end\n /* ; */ ;")]
    [InlineData("with x as (select é from t where unknown(a) = 'it''s') select * from x")]
    [InlineData("select a, count(*) over (partition by b) from t join u using (a) group by 1")]
    public void What_only_the_database_knows_is_none(string query) => Assert.Equal("", Told(query));

    private string Told(string query)
    {
        var faults = new OptionFaults();
        new SqliteOptions { Path = folder.At("none.db"), Query = query }.Validate(faults);
        Assert.All(faults.All, f => Assert.Equal("query", f.Option));
        return string.Join('\n', faults.All.Select(f => $"{f.Message} | {f.Hint}"));
    }
}
