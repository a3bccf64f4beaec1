using Kaizen.Abstractions;

namespace Kaizen.Plugin.Csv;

/// <summary>Text files with a header and separated fields.</summary>
public sealed class CsvPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Register(IPluginBuilder plugin)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        plugin.Source<CsvOptions>("csv", "Rows of text files with a header and separated fields.", options => new CsvSource(CsvSettings.Of(options)));
    }
}
