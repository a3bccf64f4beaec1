using Kaizen.Store.Databases;
using Microsoft.Data.Sqlite;

namespace Kaizen.Tests.Store;

public sealed class SqlScriptTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("kaizen-").FullName;

    private string Database => Path.Combine(folder, "a.db");

    public void Dispose() => Directory.Delete(folder, true);

    [Theory]
    [InlineData("CREATE TABLE t (a); INSERT INTO t VALUES (1), (2)", 2)]
    [InlineData("-- what a dump looks like\nPRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\nCREATE TABLE t (a);\nINSERT INTO t VALUES ('x;y -- z');;\nCOMMIT;\n/* the end */", 1)]
    [InlineData("\n;\nCREATE TABLE t (a);\nSELECT * FROM t;\nCREATE TRIGGER r AFTER INSERT ON t WHEN new.a < 5 BEGIN INSERT INTO t VALUES (new.a + 1); SELECT 1; END;\nINSERT INTO t VALUES (1);", 2)]
    public void A_script_makes_a_database(string script, long rows)
    {
        Assert.Null(SqlScript.Run(Database, script));
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM t";
        Assert.Equal(rows, command.ExecuteScalar());
        Assert.Equal([Database], Directory.GetFiles(folder));
    }

    [Theory]
    [InlineData("CREATE TABLE t (a);\n  INSERT INTO u VALUES (1);", 2, 3, "no such table: u")]
    [InlineData("CREATE TABLE é (a); CREATE TABL t", 1, 21, "near \"TABL\": syntax error")]
    [InlineData("CREATE TABLE t (a NOT NULL);\n-- and\n/* then\n */ INSERT INTO t\nVALUES (NULL);", 4, 5, "NOT NULL constraint failed: t.a")]
    [InlineData("CREATE TABLE t (a);\nINSERT INTO t VALUES ('x);", 2, 1, "unrecognized token: \"'x);\"")]
    [InlineData("BEGIN;\nCREATE TABLE t (a);\n", 2, 1, "a transaction was begun and never committed")]
    [InlineData("CREATE TABLE t (a);\nATTACH 'b.db' AS b;", 2, 1, "not authorized")]
    [InlineData("CREATE TABLE t (a);\nVACUUM INTO 'b.db';", 2, 1, "authorization denied")]
    [InlineData("CREATE TABLE t (a);\n\0", 2, 1, "it is no text in UTF-8: there is a zero in it")]
    public void What_stops_a_script_is_told_with_the_place_of_its_statement(string script, int line, int column, string why) =>
        Assert.Equal(new SqlFault(line, column, why), SqlScript.Run(Database, script));
}
