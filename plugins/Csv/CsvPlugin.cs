using Kaizen.Abstractions;

namespace Kaizen.Plugin.Csv;

/// <summary>Text files with a header and separated fields.</summary>
public sealed class CsvPlugin : IPlugin
{
    /// <inheritdoc/>
    public IReadOnlyList<ISourceType> Sources { get; } = [new CsvSourceType()];
}
