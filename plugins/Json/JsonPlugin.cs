using Kaizen.Abstractions;

namespace Kaizen.Plugin.Json;

/// <summary>JSON documents that hold an array of rows, and files with a row of JSON in each line.</summary>
public sealed class JsonPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Register(IPluginBuilder plugin)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        plugin.Source<JsonOptions>("json", "Rows of JSON files: an array of objects, or an object in each line.", options => new JsonSource(options));
    }
}
