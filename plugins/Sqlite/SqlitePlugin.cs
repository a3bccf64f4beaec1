using Kaizen.Abstractions;

namespace Kaizen.Plugin.Sqlite;

/// <summary>Tables and queries of SQLite databases.</summary>
public sealed class SqlitePlugin : IPlugin
{
    /// <inheritdoc/>
    public void Register(IPluginBuilder plugin)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        plugin.Source<SqliteOptions>("sqlite", "Rows of a table or query of a SQLite database, aggregated there where that gives the same numbers.", options => options.PushDown ? new SqliteSource(options) : new RowsOnly(new SqliteSource(options)));
    }
}
